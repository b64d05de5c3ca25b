import { join } from "node:path";
import { isFailed, type Result } from "./orders/result.ts";
import { FOUND, type Problem } from "./problem.ts";
import { type CertificateRecord, recordOf } from "./record.ts";
import type { Step } from "./step.ts";
import { writeWhole } from "./write-files.ts";

/** Outputs that a step with one certificate has beside the lists. */
const SINGLE = {
  outcome: ({ outcome }) => outcome,
  "ssl-id": ({ sslId }) => sslId,
  status: ({ status }) => status,
  "serial-number": ({ serialNumber }) => serialNumber,
  names: ({ names }) => names.join(","),
  "not-after": ({ notAfter }) => notAfter,
  "days-left": ({ daysLeft }) => daysLeft,
  "renewal-due": ({ renewalDue }) => renewalDue,
  "successor-ssl-id": ({ successor }) => successor?.sslId,
  fingerprint: ({ fingerprint }) => fingerprint,
  "leaf-path": ({ paths }) => paths.leaf,
  "chain-path": ({ paths }) => paths.chain,
  "full-chain-path": ({ paths }) => paths["full-chain"],
  "pkcs7-path": ({ paths }) => paths.pkcs7,
  "key-path": ({ paths }) => paths.key,
  "pkcs12-path": ({ paths }) => paths.pkcs12,
  "metadata-path": ({ paths }) => paths.metadata,
} as const satisfies Readonly<
  Record<string, (record: CertificateRecord) => string | number | null | undefined>
>;

const LISTS = [
  ...(["certificates", "matrix", "ordered", "reused", "renewed", "replaced"] as const),
  ...(["delivered", "changed", "pending", "failed"] as const),
] as const;
const ALL = ["reason", "error-code", "large-outputs"] as const;
const CHECK = ["would-order"] as const;
const VALIDATE = ["validations", "validations-ending"] as const;
const CONTRACT = ["contract-report", "contract-unusual"] as const;
const INVENTORY = [
  "complete",
  "warnings",
  "imported-at",
  "imported-at-by-type",
  "total",
  "expiring",
  "expiring-without-successor",
  "expiring-successor-unknown",
  "changes",
  "changes-added",
  "changes-removed",
  "changes-changed",
  "counts",
  "inventory",
  "inventory-csv",
] as const;
const IMPORT = ["imported", "added", "to-write", "written"] as const;

type OutputName =
  | keyof typeof SINGLE
  | (
      | typeof LISTS
      | typeof ALL
      | typeof CHECK
      | typeof INVENTORY
      | typeof IMPORT
      | typeof VALIDATE
      | typeof CONTRACT
    )[number];

/** All names, as in action.yml. */
export const OUTPUT_NAMES: readonly string[] = [
  ...Object.keys(SINGLE),
  ...[...LISTS, ...CHECK, ...INVENTORY, ...IMPORT, ...VALIDATE, ...CONTRACT, ...ALL],
];

/**
 * Values of all outputs about certificates, by name; empty text where there is none.
 * @param problems of the step as a whole
 */
export function outputsOf(
  results: readonly Result[],
  problems: readonly Problem[],
  now: Date,
): Readonly<Partial<Record<OutputName, string>>> {
  const records = results.map((result) => recordOf(result, now));
  const [only, ...others] = records;
  const single = only !== undefined && others.length === 0 ? only : null;
  const count = (wanted: (record: CertificateRecord) => boolean): string =>
    String(records.filter(wanted).length);
  return {
    ...Object.fromEntries(
      Object.entries(SINGLE).map(([name, pick]) => [name, single === null ? "" : String(pick(single) ?? "")]),
    ),
    certificates: JSON.stringify(records),
    matrix: JSON.stringify({ include: matrixRows(records) }),
    ordered: count(({ ordered }) => ordered),
    reused: count(({ outcome }) => outcome === "reused"),
    renewed: count(({ outcome }) => outcome === "renewed"),
    replaced: count(({ outcome }) => outcome === "replaced"),
    delivered: count(({ delivered }) => delivered),
    changed: count(({ changed }) => changed),
    pending: count(({ outcome }) => outcome === "pending"),
    failed: String(results.filter(isFailed).length),
    ...failureOutputs(problems),
    ...(single !== null && { reason: single.reason ?? "" }),
    ...firstError(problems, records),
  };
}

/** Why a step failed as a whole. */
export function failureOutputs(problems: readonly Problem[]): Pick<Values, "reason" | "error-code"> {
  const error = problems.find(({ severity }) => severity === "error");
  return { reason: error?.summary ?? "", "error-code": error === undefined ? "" : (error.code ?? FOUND) };
}

function firstError(
  problems: readonly Problem[],
  records: readonly CertificateRecord[],
): Pick<Values, "reason" | "error-code"> {
  if (problems.some(({ severity }) => severity === "error")) return failureOutputs(problems);
  const failed = records.find(({ errorCode }) => errorCode !== null);
  return failed === undefined ? {} : { reason: failed.reason ?? "", "error-code": failed.errorCode ?? "" };
}

/** GitHub starts 256 jobs of one matrix at most. Source: GitHub's documentation "Running variations of jobs in a workflow". */
export const MOST_JOBS = 256;

/** What a job needs that deploys one certificate; the rest stands in `certificates`. */
function matrixRows(records: readonly CertificateRecord[]): readonly object[] {
  return records
    .filter(({ fingerprint, outcome }) => fingerprint !== null && outcome !== "failed")
    .slice(0, MOST_JOBS)
    .map(({ name, csr, commonName, outcome, sslId, daysLeft, fingerprint, changed, paths }) => ({
      ...{ name, csr, commonName, outcome, sslId, daysLeft, fingerprint, changed, paths },
    }));
}

type Values = Readonly<Partial<Record<OutputName, string>>>;
type Runner = Pick<Step, "variables" | "random" | "log" | "outlet">;

/** What GitHub takes of one job, counted in UTF-16. Source: GitHub's documentation "Passing information between jobs". */
const MOST_OCTETS = 1_000_000;

/**
 * Writes outputs; the largest go to files where they are more than GitHub takes.
 * @returns whether they could be written; if not, the log says what they would have said
 */
export async function writeOutputs(values: Values, step: Runner): Promise<boolean> {
  const { small, files } = await setAside(values, step);
  try {
    for (const [name, value] of Object.entries(small)) step.outlet.set(name, value);
    step.outlet.set("large-outputs", files);
    return true;
  } catch (thrown) {
    step.log.tell({
      severity: "error",
      summary: `The step's outputs could not be written: ${thrown instanceof Error ? thrown.message : "an error"}`,
      detail: `Steps that need them can't go on. ${idsIn(values)}Run again once the runner can write; nothing is ordered twice.`,
      path: null,
    });
    return false;
  }
}

/** The largest values as files of the runner's temporary folder, until the others fit. */
async function setAside(
  values: Values,
  { variables: { RUNNER_TEMP: folder, GITHUB_ACTION: id = "step" }, random, log }: Runner,
): Promise<{ readonly small: Values; readonly files: string }> {
  const sizes = Object.entries(values).map(([name, value]) => ({ name, value, octets: value.length * 2 }));
  let total = sizes.reduce((sum, { octets }) => sum + octets, 0);
  const files: Record<string, string> = {};
  for (const { name, value, octets } of sizes.sort((one, other) => other.octets - one.octets)) {
    if (total <= MOST_OCTETS || !folder) break;
    const path = join(folder, `sectigo-${id.replace(/[^\w-]/g, "_")}-${name}`);
    await writeWhole([{ path, content: value, mode: 0o600 }], random);
    files[name] = path;
    total -= octets;
  }
  const names = Object.keys(files);
  if (names.length === 0) return { small: values, files: "" };
  log.tell({
    severity: "notice",
    summary: `GitHub takes 1 MB of outputs, so ${names.join(" and ")} went to files`,
    detail: `The output large-outputs names them: ${JSON.stringify(files)}. Steps of this job can read them.`,
    path: null,
  });
  return {
    small: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, name in files ? "" : value]),
    ),
    files: JSON.stringify(files),
  };
}

/** Ids of what was worked on, which would be lost with the outputs. */
function idsIn({ certificates }: Values): string {
  if (certificates === undefined) return "";
  const records = JSON.parse(certificates) as readonly Pick<
    CertificateRecord,
    "name" | "sslId" | "outcome"
  >[];
  const known = records.filter(({ sslId }) => sslId !== null).slice(0, 100);
  if (known.length === 0) return "";
  return `Certificates of this run: ${known.map(({ name, sslId, outcome }) => `${name} is ${sslId} (${outcome})`).join(", ")}. `;
}
