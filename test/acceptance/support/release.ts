import { execFile } from "node:child_process";
import { KeyObject } from "node:crypto";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Issued, issue } from "../../support/certificates.ts";
import { registryHost } from "./terraform.ts";

const execute = promisify(execFile);
const RELEASE = fileURLToPath(new URL("../../../provider/build/release.ts", import.meta.url));
const HOUR_MS = 3_600_000;
const ADDRESS = `${registryHost()}/scm-as-code/sectigo`;

/** Runs `npm run release -- …` as a process of its own. */
export async function release(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  await execute(process.execPath, [RELEASE, ...args], { env: { ...process.env, ...environment } });
}

/** The zips of a release as a mirror on disk; terraform takes them packed. */
export function packedMirror(zips: readonly string[], folder: string): string {
  const place = join(folder, ...ADDRESS.split("/"));
  mkdirSync(place, { recursive: true });
  for (const zip of zips) cpSync(zip, join(place, basename(zip)));
  return `filesystem_mirror {\n    path = ${JSON.stringify(folder)}\n  }`;
}

/** Settings of terraform for one way to install providers, and none beside it. */
export function writeCliConfig(file: string, installation: string): void {
  writeFileSync(file, `provider_installation {\n  ${installation}\n}\n`);
}

export interface NetworkMirror extends AsyncDisposable {
  readonly url: string;
  /** Certificate of the CA that signed the server's, PEM. */
  readonly authorityPem: string;
  readonly paths: readonly string[];
}

interface Offer {
  readonly version: string;
  readonly platform: string;
  readonly zip: Buffer;
  /** As SHA256SUMS has it. */
  readonly checksum: string;
}

/**
 * A provider network mirror over HTTPS on loopback, with a certificate of a CA that nobody knows.
 * Source: HashiCorp, "Provider Network Mirror Protocol".
 */
export async function networkMirror(offer: Offer): Promise<NetworkMirror> {
  const valid = { notBefore: new Date(Date.now() - HOUR_MS), notAfter: new Date(Date.now() + HOUR_MS) };
  const authority = await issue({ subject: "CN=Private CA", isCa: true, ...valid });
  const leaf = await issue({
    subject: "CN=mirror",
    issuer: authority,
    names: [{ type: "ip", value: "127.0.0.1" }],
    ...valid,
  });
  const answers = new Map<string, Buffer | object>([
    [`/${ADDRESS}/index.json`, { versions: { [offer.version]: {} } }],
    [
      `/${ADDRESS}/${offer.version}.json`,
      { archives: { [offer.platform]: { url: "provider.zip", hashes: [`zh:${offer.checksum}`] } } },
    ],
    [`/${ADDRESS}/provider.zip`, offer.zip],
  ]);
  const paths: string[] = [];
  const server = createServer({ cert: leaf.pem, key: keyPemOf(leaf) }, (request, response) => {
    const path = request.url ?? "";
    paths.push(path);
    const answer = answers.get(path);
    response.statusCode = answer === undefined ? 404 : 200;
    response.setHeader("content-type", answer instanceof Buffer ? "application/zip" : "application/json");
    response.end(answer instanceof Buffer ? answer : JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}/`,
    authorityPem: authority.pem,
    paths,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function keyPemOf({ keys }: Issued): string {
  return KeyObject.from(keys.privateKey).export({ format: "pem", type: "pkcs8" }).toString();
}
