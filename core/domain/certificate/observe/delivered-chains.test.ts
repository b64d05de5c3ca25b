import { createHash } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { type Issued, issue, makeChain } from "../../../../test/support/certificates.ts";
import { readCertificate } from "../../../pki/certificate.ts";
import { arrangeChain, type CertificateChain, fullChainPem } from "../../../pki/chain.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { DeliveredChains, readDelivered } from "./delivered-chains.ts";

let authorities: readonly [Issued, Issued, Issued];
/** As SCM sends them, for two orders of one CA. */
let first: CertificateChain;
let second: CertificateChain;

beforeAll(async () => {
  const [leaf, issuing, policy, root] = await makeChain();
  authorities = [issuing, policy, root];
  const other = await issue({ subject: "CN=web.example.test", issuer: issuing });
  first = chainOf(leaf);
  second = chainOf(other);
});

function chainOf(leaf: Issued): CertificateChain {
  return arrangeChain([leaf, ...authorities].map(({ der }) => readCertificate(der)));
}

/** What a run has left of it: the root is not written. */
function filed(chain: CertificateChain): CertificateChain | null {
  return readDelivered([Buffer.from(fullChainPem(chain))]);
}

function recordOf({ leaf }: CertificateChain, more: Partial<CertificateDetails> = {}): CertificateDetails {
  const hashes = { sha256Hash: leaf.fingerprintSha256.toUpperCase(), sha1Hash: null };
  return { sslId: 1, serialNumber: leaf.serialNumber, ...hashes, ...more } as CertificateDetails;
}

/** Asks for both in turn. @returns which were collected, and what came for the second */
async function askBoth(
  ofSecond: CertificateDetails,
  deliveredSecond: CertificateChain | null,
  collectFirst: () => Promise<CertificateChain | null> = async () => first,
) {
  const chains = new DeliveredChains();
  const collected: string[] = [];
  const collecting = (name: string, collect: () => Promise<CertificateChain | null>) => async () => {
    collected.push(name);
    return await collect();
  };
  const before = chains.chainOf(recordOf(first), filed(first), collecting("first", collectFirst));
  const own = collecting("second", async () => second);
  const [, chain] = await Promise.allSettled([before, chains.chainOf(ofSecond, deliveredSecond, own)]);
  return { collected, chain: chain.status === "fulfilled" ? chain.value : null };
}

it("what lies there is taken by its fingerprint, once SCM has sent the same issuers for another", async () => {
  const { collected, chain } = await askBoth(recordOf(second), filed(second));
  expect(collected).toEqual(["first"]);
  // With the root and the ways up that the collected one has.
  expect(chain).toEqual(second);
});

it.each<[string, (sha1: string) => Partial<CertificateDetails>]>([
  ["SHA-1 alone, with colons", (sha1) => ({ sha256Hash: null, sha1Hash: sha1.replace(/..(?=.)/g, "$&:") })],
  ["another spelling of the serial number", () => ({ serialNumber: `00:${second.leaf.serialNumber}` })],
])("a record is compared by %s", async (_name, more) => {
  const sha1 = createHash("sha1").update(second.leaf.der).digest("hex");
  const { collected, chain } = await askBoth(recordOf(second, more(sha1)), filed(second));
  expect(collected).toEqual(["first"]);
  expect(chain?.leaf.pem).toBe(second.leaf.pem);
});

it.each<[string, Partial<CertificateDetails>]>([
  ["another fingerprint", { sha256Hash: "00".repeat(32) }],
  ["another fingerprint, though SHA-1 is told too", { sha256Hash: "00".repeat(32), sha1Hash: "" }],
  ["no fingerprint", { sha256Hash: null }],
  ["another serial number", { serialNumber: "4F0A" }],
  ["no serial number", { serialNumber: null }],
])("a record with %s has its certificate collected", async (_name, more) => {
  expect((await askBoth(recordOf(second, more), filed(second))).collected).toEqual(["first", "second"]);
});

it("a file that lost an issuer at its end, and a leaf alone, are collected", async () => {
  const short = readDelivered([Buffer.from(second.leaf.pem + (second.intermediates[0]?.pem ?? ""))]);
  expect(short?.intermediates).toHaveLength(1);
  for (const delivered of [short, readDelivered([Buffer.from(second.leaf.pem)])]) {
    const { collected, chain } = await askBoth(recordOf(second), delivered);
    expect(collected).toEqual(["first", "second"]);
    expect(chain).toBe(second);
  }
});

it("files that all lost the same issuer are all collected", async () => {
  const short = (chain: CertificateChain): CertificateChain => ({
    ...chain,
    intermediates: chain.intermediates.slice(0, 1),
  });
  const chains = new DeliveredChains();
  const collected: CertificateChain[] = [];
  for (const chain of [first, second]) {
    const own = async () => {
      collected.push(chain);
      return chain;
    };
    expect(await chains.chainOf(recordOf(chain), short(chain), own)).toBe(chain);
  }
  expect(collected).toEqual([first, second]);
});

it("what went wrong with the first costs the second its own call", async () => {
  for (const collect of [async () => null, () => Promise.reject(new Error("away"))])
    expect((await askBoth(recordOf(second), filed(second), collect)).collected).toEqual(["first", "second"]);
});

it("files that hold no chain are as if they were not there", () => {
  const { pem } = second.leaf;
  for (const text of ["", "certificate", pem.slice(0, -40), pem + first.leaf.pem])
    expect(readDelivered([Buffer.from(text)])).toBeNull();
});
