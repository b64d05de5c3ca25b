import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCertificatePem, readPrivateKey, sameKey } from "../../../core/index.ts";
import { type Job, type JobOptions, startJob } from "./job.ts";

export const START = "2026-04-01T00:00:00Z";
/** When a certificate of that day is due for renewal. */
export const DUE = "2026-10-10T00:00:00Z";

/** Inputs of a step that makes its key itself. */
export const AGENT = { key: "ec-p256", "common-name": "shop.example.test", name: "shop" };

const folders: string[] = [];

/** A directory of the host, outside of the workspace. */
export function hostFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sectigo-host-"));
  folders.push(folder);
  return folder;
}

/** For `afterEach`. */
export function removeHostFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}

export const atStart = (options: JobOptions = {}): Promise<Job> =>
  startJob({
    ...options,
    scm: { now: Date.parse(START), ...options.scm },
    environment: { SECTIGO_TEST_CLOCK: START },
  });

/** Of the runner's process: as which host the system answers. */
export function calledHost(name: string): { readonly NODE_OPTIONS: string } {
  const file = join(hostFolder(), "hostname.cjs");
  writeFileSync(file, `require("node:os").hostname = () => ${JSON.stringify(name)};`);
  return { NODE_OPTIONS: `--require=${file}` };
}

/** Whether key and certificate of a directory belong together. */
export function pairOf(directory: string): boolean {
  const key = readPrivateKey(readFileSync(join(directory, "shop.key.pem"), "utf8"));
  const leaf = readCertificatePem(readFileSync(join(directory, "shop.leaf.pem"), "utf8"));
  return sameKey(key.publicKey, leaf.publicKey);
}
