import { readFile } from "node:fs/promises";
import type { WholeFile } from "./write-files.ts";

/** Files that hold the certificate itself; keys and metadata change for other reasons, or tell of it only. */
const CERTIFICATE = /\.(leaf\.pem|chain\.pem|full-chain\.pem|p7b)$/;
const METADATA = /\.json$/;

/**
 * What lies at the places of files that are to be written: the same certificate, another one, or nothing that tells.
 * Where no certificate is written, the fingerprint in the metadata tells.
 */
export async function compareFiles(files: readonly WholeFile[]): Promise<"same" | "others" | "none"> {
  const certificates = files.filter(({ path }) => CERTIFICATE.test(path));
  const telling = certificates.length > 0 ? certificates : files.filter(({ path }) => METADATA.test(path));
  const found = await Promise.all(telling.map(isSame));
  if (found.every((each) => each === null)) return "none";
  return found.includes(false) ? "others" : "same";
}

/** Null where there is no file. One that can't be read holds no certificate that serves. */
async function isSame({ path, content }: WholeFile): Promise<boolean | null> {
  try {
    return meaningOf(path, await readFile(path, "utf8")) === meaningOf(path, content.toString());
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? null : false; // node:fs throws nothing else
  }
}

/** A checkout may have put other ends of lines into committed files. */
function meaningOf(path: string, text: string): string {
  if (METADATA.test(path)) return /"fingerprint": "([0-9a-f]{64})"/.exec(text)?.[1] ?? "";
  return text.replaceAll("\r\n", "\n").trim();
}
