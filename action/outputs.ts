import { setOutput } from "@actions/core";
import type { Result } from "./orders/result.ts";
import { type CertificateRecord, recordOf } from "./record.ts";

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
const CHECK = ["would-order"] as const;
const INVENTORY = [
  "complete",
  "warnings",
  "imported-at",
  "imported-at-by-type",
  "total",
  "expiring",
  "expiring-without-successor",
  "counts",
  "inventory",
  "inventory-csv",
] as const;
const IMPORT = ["imported", "added", "to-write", "written"] as const;

type OutputName =
  | keyof typeof SINGLE
  | (typeof LISTS | typeof CHECK | typeof INVENTORY | typeof IMPORT)[number];

/** All names, as in action.yml. */
export const OUTPUT_NAMES: readonly string[] = [
  ...Object.keys(SINGLE),
  ...[...LISTS, ...CHECK, ...INVENTORY, ...IMPORT],
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

export function writeOutputs(values: Readonly<Partial<Record<OutputName, string>>>): void {
  for (const [name, value] of Object.entries(values)) setOutput(name, value);
}
