import { join } from "node:path";
import { setOutput } from "@actions/core";
import type { Result } from "./orders/result.ts";
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

const LISTS = ["certificates", "matrix", "ordered", "delivered", "changed", "pending", "failed"] as const;
const ALL = ["large-outputs"] as const;
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

/** Which outcomes were paid for by this run or one before. */
const ORDERED: ReadonlySet<string> = new Set(["enrolled", "renewed", "replaced"]);

/** Values of all outputs about certificates, by name; empty text where there is none. */
export function outputsOf(
  results: readonly Result[],
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
    matrix: JSON.stringify({ include: records }),
    ordered: count(({ outcome }) => ORDERED.has(outcome)),
    delivered: count(({ delivered }) => delivered),
    changed: count(({ changed }) => changed),
    pending: count(({ outcome }) => outcome === "pending"),
    failed: count(({ outcome }) => outcome === "failed"),
  };
}

type Values = Readonly<Partial<Record<OutputName, string>>>;

/** What GitHub takes of one job, counted in UTF-16. Source: GitHub's documentation "Passing information between jobs". */
const MOST_OCTETS = 1_000_000;

/**
 * Writes outputs; the largest go to files where they are more than GitHub takes.
 * @returns whether they could be written; if not, the log says what they would have said
 */
export async function writeOutputs(values: Values, step: Step): Promise<boolean> {
  const { small, files } = await setAside(values, step);
  try {
    for (const [name, value] of Object.entries(small)) setOutput(name, value);
    setOutput("large-outputs", files);
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
  { variables: { RUNNER_TEMP: folder, GITHUB_ACTION: id = "step" }, random, log }: Step,
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
