import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Issued, issue, makeChain, makeCsr } from "../../../../test/support/certificates.ts";
import { steppingClock } from "../../../../test/support/stepping-clock.ts";
import { readCertificate } from "../../../pki/certificate.ts";
import { chainPem } from "../../../pki/chain.ts";
import { createScmClient, type ScmClient } from "../../../scm/client.ts";
import { type CollectContext, collect } from "./collect.ts";

/** A server that answers collect with one given body after the other: what no fake of an orderly SCM would send. */
let server: Server;
let client: ScmClient;
let bodies: (string | Buffer)[];
let asked: string[];

beforeEach(async () => {
  bodies = [];
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.setHeader("Content-Type", "application/octet-stream;charset=UTF-8");
    response.end(bodies.shift() ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has an address of this kind, never a path.
  const { port } = server.address() as AddressInfo;
  const login = { kind: "password", username: "svc", password: "not-a-secret", customerUri: "cst" } as const;
  client = createScmClient({ baseUrl: `http://127.0.0.1:${port}`, login });
});

afterEach(async () => {
  await client.close();
  await new Promise((resolve) => server.close(resolve));
});

let leaf: Issued;
let issuing: Issued;
let policy: Issued;
let root: Issued;
let csrPem: string;
beforeAll(async () => {
  [leaf, issuing, policy, root] = await makeChain();
  csrPem = (await makeCsr({ keys: leaf.keys })).pem;
});

function context(
  more: Partial<CollectContext> = {},
): CollectContext & { clock: ReturnType<typeof steppingClock> } {
  return { csrPem, ...more, clock: steppingClock(new Date("2026-03-16T10:00:00Z")) };
}

const pem = (...certificates: Issued[]) => certificates.map((each) => each.pem).join("");

describe("collect", () => {
  it("asks nothing where its key was looked at a moment ago, once, and only for the number of its record", async () => {
    const { serialNumber } = readCertificate(leaf.der);
    const body = pem(root, policy, issuing, leaf);
    bodies = [body, body, body, body, body];
    await collect(client, 40_211, context({ isKept: true }));
    expect((await collect(client, 40_211, context({ serialNumber })))?.leaf.pem).toBe(leaf.pem);
    expect(asked).toHaveLength(1);
    await collect(client, 40_211, context({ serialNumber, isKept: true }));
    await expect(collect(client, 40_211, context({ serialNumber: "01" }))).rejects.toThrow(
      /the record's is 01/,
    );
    expect(asked.length).toBeGreaterThan(2);
  });

  it("asks for the format that has the leaf last, and arranges the chain", async () => {
    bodies = [pem(root, policy, issuing, leaf)];
    const chain = await collect(client, 40_211, context());
    expect(asked).toEqual(["/api/ssl/v1/collect/40211/x509"]);
    expect(chain?.leaf.pem).toBe(leaf.pem);
    expect(chain && chainPem(chain)).toBe(pem(issuing, policy));
  });

  it.each([
    ["an empty answer", ""],
    ["SCM's word that the CA works on it", '{"code":0,"description":"Being processed by Sectigo"}'],
  ])("takes %s as not ready", async (_name, body) => {
    bodies = [body];
    expect(await collect(client, 1, context())).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it.each<[string, () => string]>([
    ["cut off inside the leaf", () => pem(root, policy, issuing, leaf).slice(0, -200)],
    ["cut off between two certificates", () => pem(root, policy, issuing)],
    ["cut off after the root", () => pem(root)],
    ["without the link in the middle", () => pem(root, issuing, leaf)],
  ])("asks again for an answer that is %s", async (_name, half) => {
    bodies = [half(), half(), pem(root, policy, issuing, leaf)];
    const waiting = context();
    expect((await collect(client, 1, waiting))?.leaf.pem).toBe(leaf.pem);
    expect(waiting.clock.waits).toEqual([1000, 1000]);
  });

  it("gives up after three damaged answers and says what was wrong", async () => {
    const half = pem(root, policy, issuing, leaf).slice(0, -200);
    bodies = [half, half, half, pem(root, policy, issuing, leaf)];
    await expect(collect(client, 40_211, context())).rejects.toMatchObject({
      code: "contract.certificate_unreadable",
      message: expect.stringMatching(/^collect certificate 40211: .* in 3 tries \(read PEM block/),
    });
    expect(asked).toHaveLength(3);
  });

  it("refuses a certificate for another key at once", async () => {
    const other = await issue({ subject: "CN=shop.example.test", issuer: issuing });
    bodies = [pem(root, policy, issuing, other)];
    await expect(collect(client, 1, context())).rejects.toMatchObject({ code: "contract.other_key" });
    expect(asked).toHaveLength(1);
  });

  it("takes the leaf of the CSR's key when another one is sent beside it", async () => {
    const other = await issue({ subject: "CN=former.example.test", issuer: issuing });
    bodies = [pem(other, root, policy, issuing, leaf)];
    expect((await collect(client, 1, context()))?.leaf.pem).toBe(leaf.pem);
  });

  describe("without the CSR, as after an import", () => {
    it("collects all the same", async () => {
      bodies = [pem(root, policy, issuing, leaf)];
      expect((await collect(client, 1, context({ csrPem: null })))?.leaf.pem).toBe(leaf.pem);
    });

    it("does not take a root that is left alone for the leaf", async () => {
      const { serialNumber } = readCertificate(leaf.der);
      bodies = [pem(root), pem(root, policy, issuing, leaf)];
      const chain = await collect(client, 1, context({ csrPem: null, serialNumber }));
      expect(chain?.leaf.pem).toBe(leaf.pem);
      expect(asked).toHaveLength(2);
    });

    it("asks again for a certificate of another serial number than the record's, and refuses it when it stays", async () => {
      const { serialNumber } = readCertificate(leaf.der);
      const former = await issue({ subject: "CN=shop.example.test", issuer: issuing, serialNumber: "0f0f" });
      const [old, whole] = [pem(root, policy, issuing, former), pem(root, policy, issuing, leaf)];
      bodies = [old, whole];
      expect((await collect(client, 1, context({ csrPem: null, serialNumber })))?.leaf.pem).toBe(leaf.pem);
      bodies = [old, old, old, whole];
      await expect(collect(client, 1, context({ csrPem: null, serialNumber }))).rejects.toMatchObject({
        code: "contract.other_serial",
      });
    });

    it("takes a self-signed certificate whose serial number is the record's", async () => {
      const own = await issue({ subject: "CN=appliance", isCa: true, serialNumber: "0a1b" });
      bodies = [pem(own)];
      const chain = await collect(client, 1, context({ csrPem: null, serialNumber: "A:1B" }));
      expect(chain?.leaf.subject.commonName).toBe("appliance");
    });
  });

  it("stops when it is told to, also between two tries", async () => {
    const stop = new AbortController();
    bodies = [pem(root)];
    const clock = steppingClock(new Date("2026-03-16T10:00:00Z"));
    const stopping = {
      ...clock,
      wait: (ms: number, signal?: AbortSignal) => {
        stop.abort();
        return clock.wait(ms, signal);
      },
    };
    const collecting = collect(client, 1, { csrPem, clock: stopping, signal: stop.signal });
    await expect(collecting).rejects.toMatchObject({ code: "cancelled.stopped" });
  });
});
