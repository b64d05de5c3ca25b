import { basename, dirname, join } from "node:path";
import { type CertificateChain, chainPem, fullChainPem, pkcs7Pem } from "../core/index.ts";
import { compareFiles } from "./compare-files.ts";
import type { FileInputs, Format } from "./inputs/files.ts";
import type { Paths, Result } from "./orders/result.ts";
import { recordOf } from "./record.ts";
import type { Step } from "./step.ts";
import { type WholeFile, writeWhole } from "./write-files.ts";

/** How files end, by format. */
const ENDINGS: Readonly<Record<Exclude<Format, "pkcs12">, string>> = {
  leaf: "leaf.pem",
  chain: "chain.pem",
  "full-chain": "full-chain.pem",
  pkcs7: "p7b",
  metadata: "json",
};

type PlainFormat = keyof typeof ENDINGS;

/** Names of the files of a certificate, below the output directory. */
export function fileNames(name: string, formats: readonly Format[]): readonly string[] {
  return formats.flatMap((format) => (format === "pkcs12" ? [] : [`${name}.${ENDINGS[format]}`]));
}

/** Files of one certificate, not written yet, and the result with their paths. */
interface PlannedFiles {
  readonly result: Result;
  readonly files: readonly WholeFile[];
}

/**
 * Plans the files of one certificate in a directory.
 * @param shown how a path is told: from the root of the repository, or as it is
 */
export function planFiles(
  result: Result,
  inputs: Pick<FileInputs, "formats" | "certificateMode">,
  {
    directory,
    shown,
    now,
  }: { readonly directory: string; readonly shown: (path: string) => string; readonly now: Date },
): PlannedFiles {
  const { chain } = result;
  if (chain === null) return { result, files: [] };
  const formats = inputs.formats.filter((format): format is PlainFormat => format !== "pkcs12");
  const places = formats.map((format) => ({
    format,
    path: join(directory, `${basename(result.name)}.${ENDINGS[format]}`),
  }));
  const paths: Paths = Object.fromEntries(places.map(({ format, path }) => [format, shown(path)]));
  const named = { ...result, paths };
  const files = places.map(
    ({ format, path }): WholeFile => ({
      path,
      content: format === "metadata" ? metadataOf(named, now) : contentOf(format, chain),
      mode: inputs.certificateMode,
    }),
  );
  return { result: named, files };
}

/**
 * Writes the files of one certificate into the output directory, all or none.
 * @param isFirst whether it was never delivered before, asked where no file tells
 * @returns the result with the paths of its files; unchanged when there is nothing to write
 */
export async function writeCertificate(
  result: Result,
  inputs: FileInputs,
  {
    step: { workspace, random, clock },
    isFirst,
  }: { readonly step: Step; readonly isFirst: () => Promise<boolean> },
): Promise<Result> {
  if (inputs.outputDirectory === null || result.chain === null) return result;
  const directory = await workspace.directory(join(inputs.outputDirectory, dirname(result.name)));
  const planned = planFiles(result, inputs, { directory, shown: workspace.relative, now: clock.now() });
  const before = await compareFiles(planned.files);
  await writeWhole(planned.files, random);
  const isChanged = before === "none" ? await isFirst() : before === "others";
  return { ...planned.result, isDelivered: true, isChanged };
}

function contentOf(format: Exclude<PlainFormat, "metadata">, chain: CertificateChain): string {
  switch (format) {
    case "leaf":
      return chain.leaf.pem;
    case "chain":
      return chainPem(chain);
    case "full-chain":
      return fullChainPem(chain);
    case "pkcs7":
      return pkcs7Pem(chain);
  }
}

/** Days left and what a run did change without the certificate, so they stand in the outputs and not in a file that may be committed. */
function metadataOf(result: Result, now: Date): string {
  const record = recordOf(result, now);
  const {
    daysLeft,
    outcome,
    delivered,
    changed,
    ordered,
    renewalDue,
    reason,
    errorCode,
    successor,
    ...lasting
  } = record;
  return `${JSON.stringify(lasting, null, 2)}\n`;
}
