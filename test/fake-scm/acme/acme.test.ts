import { X509Certificate } from "node:crypto";
import { Client, crypto } from "acme-client";
import { describe, expect, test } from "vitest";
import { fieldsOf } from "../fields-of.ts";
import { type TestScm, testScm } from "../testing.ts";

type Binding = { readonly kid: string; readonly hmacKey: string };

/** An account of SCM for example.test, and its credentials. */
async function account(scm: TestScm): Promise<Binding> {
  const body = { name: "cluster", acmeServer: "OV ACME Server", organizationId: 7003 };
  const made = await scm.call("POST", "/acme/v2/account", body);
  const path = new URL(made.headers.get("location") ?? "").pathname.replace("/api", "");
  await scm.call("POST", `${path}/domain`, { domains: [{ name: "example.test" }] });
  const { macId, macKey } = fieldsOf((await scm.call("GET", path)).json);
  return { kid: String(macId), hmacKey: String(macKey) };
}

async function client(scm: TestScm, binding?: Binding): Promise<Client> {
  return new Client({
    directoryUrl: scm.acmeServers[0]?.url ?? "",
    accountKey: await crypto.createPrivateEcdsaKey(),
    ...(binding && { externalAccountBinding: binding }),
    backoffMin: 1,
    backoffMax: 1,
  });
}

/** Everything a client does, but for looking at its own challenge, which nobody serves here. */
async function enroll(acme: Client, commonName: string, altNames: string[] = [commonName]): Promise<string> {
  const [, csr] = await crypto.createCsr({ commonName, altNames }, await crypto.createPrivateEcdsaKey());
  return acme.auto({
    csr,
    email: "pki@example.test",
    termsOfServiceAgreed: true,
    skipChallengeVerification: true,
    challengeCreateFn: async () => undefined,
    challengeRemoveFn: async () => undefined,
  });
}

describe("ACME", () => {
  test("S50 a client with the account's credentials enrolls, and SCM knows the certificate", async () => {
    await using scm = await testScm();
    const chain = await enroll(await client(scm, await account(scm)), "a.example.test");
    const [leaf = "", ...others] = chain
      .split(/(?<=-----END CERTIFICATE-----)\n/)
      .filter((pem) => pem.trim());
    const certificate = new X509Certificate(leaf);
    expect(certificate.subjectAltName).toBe("DNS:a.example.test");
    expect(certificate.subject).toContain("O=Example Ltd");
    expect(others).toHaveLength(2);
    const [record] = await scm.control.certificates();
    expect(record).toMatchObject({ status: "Issued", requestedVia: "ACME", orgId: 7003, term: 90 });
    expect((await scm.call("GET", "/ssl/v1?requestedVia=ACME")).json).toHaveLength(1);
    const [shown] = (await scm.call("GET", "/acme/v2/account?organizationId=7003")).json as unknown[];
    expect(shown).toMatchObject({ status: "Valid", contacts: "pki@example.test" });
  });

  test("several names and a wildcard, with domains that are validated already", async () => {
    await using scm = await testScm({ acmeChallenges: "prevalidated" });
    const acme = await client(scm, await account(scm));
    const chain = await enroll(acme, "b.example.test", ["b.example.test", "*.b.example.test"]);
    expect(new X509Certificate(chain).subjectAltName).toContain("DNS:*.b.example.test");
    await acme.revokeCertificate(chain, { reason: 4 });
    expect((await scm.control.certificates())[0]).toMatchObject({ status: "Revoked", reasonCode: 4 });
    await expect(acme.revokeCertificate(chain)).rejects.toThrow(/revoked already/);
  });

  test.each([
    ["without a binding", undefined, /must be bound/],
    ["with an unknown key id", { kid: "nobody", hmacKey: "AAAA" }, /not signed with the key/],
  ])("refuses an account %s", async (_, binding, words) => {
    await using scm = await testScm();
    await account(scm);
    await expect(enroll(await client(scm, binding), "a.example.test")).rejects.toThrow(words);
  });

  test("refuses a binding signed with another key", async () => {
    await using scm = await testScm();
    const { kid } = await account(scm);
    const acme = await client(scm, { kid, hmacKey: Buffer.alloc(32).toString("base64url") });
    await expect(enroll(acme, "a.example.test")).rejects.toThrow(/not signed with the key/);
  });

  test("refuses names outside of the account's domains", async () => {
    await using scm = await testScm();
    const acme = await client(scm, await account(scm));
    await expect(enroll(acme, "a.other.test")).rejects.toThrow(/may not order for a\.other\.test/);
    expect(await scm.control.certificates()).toEqual([]);
  });

  test("ends an order whose challenge is not found", async () => {
    await using scm = await testScm({ acmeChallenges: "refuse" });
    const acme = await client(scm, await account(scm));
    await expect(enroll(acme, "a.example.test")).rejects.toThrow(/not found where it should be|invalid/i);
  });

  test("takes a nonce once", async () => {
    await using scm = await testScm();
    const { url = "" } = scm.acmeServers[0] ?? {};
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const header = { alg: "ES256", nonce: "made-up", url: `${url}/new-account`, jwk: {} };
    const reply = await fetch(`${url}/new-account`, {
      method: "POST",
      headers: { "Content-Type": "application/jose+json" },
      body: JSON.stringify({ protected: part(header), payload: part({}), signature: "" }),
    });
    expect(reply.status).toBe(400);
    expect(reply.headers.get("replay-nonce")).toBeTruthy();
    expect(await reply.json()).toMatchObject({ type: "urn:ietf:params:acme:error:badNonce" });
  });

  test("no key of a binding stands in the log of requests", async () => {
    await using scm = await testScm();
    const binding = await account(scm);
    await enroll(await client(scm, binding), "a.example.test");
    expect(JSON.stringify(await scm.control.requests())).not.toContain(binding.hmacKey);
    expect(JSON.stringify(await scm.control.acmeAccounts())).not.toContain(binding.hmacKey);
  });
});
