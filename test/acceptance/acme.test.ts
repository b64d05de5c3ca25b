import { X509Certificate } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Client, crypto } from "acme-client";
import { describe, expect, it } from "vitest";
import { budget } from "../support/budget.ts";
import { type AcmeClient, dehydrated, lego } from "./support/acme-clients.ts";
import { connectorOf, methodStage } from "./support/methods.ts";
import type { Stage } from "./support/scm.ts";
import { expectNowhere } from "./support/secrets.ts";

interface Credentials {
  readonly directory_url: string;
  readonly eab_key_id: string;
  readonly eab_hmac_key: string;
}

async function apply(set: Stage): Promise<void> {
  await set.workspace.init();
  await set.workspace.must(["apply", "-auto-approve", "-no-color"], connectorOf(set));
}

/** What the example's provisioner delivered, in a folder that the search for secrets leaves out. */
function delivered({ workspace }: Stage): Credentials {
  const file = join(workspace.folder, "delivered", "acme.json");
  expect(statSync(file).mode & 0o077).toBe(0);
  // Written by the example from three attributes that the provider declares as text.
  return JSON.parse(readFileSync(file, "utf8")) as Credentials;
}

/** What certbot and the like do, with what they were given. */
async function enroll(credentials: Credentials, name: string): Promise<string> {
  return order(await bind(credentials), name);
}

async function bind({ directory_url, eab_key_id, eab_hmac_key }: Credentials): Promise<Client> {
  return new Client({
    directoryUrl: directory_url,
    accountKey: await crypto.createPrivateEcdsaKey(),
    externalAccountBinding: { kid: eab_key_id, hmacKey: eab_hmac_key },
    backoffMin: 1,
    backoffMax: 1,
  });
}

async function order(client: Client, name: string): Promise<string> {
  const request = { commonName: name, altNames: [name] };
  const [, csr] = await crypto.createCsr(request, await crypto.createPrivateEcdsaKey());
  return client.auto({
    ...{ csr, email: "pki@example.test", termsOfServiceAgreed: true, skipChallengeVerification: true },
    challengeCreateFn: async () => undefined,
    challengeRemoveFn: async () => undefined,
  });
}

/** Debian's programs, which `npm run test:long` installs; acme-client stands for them in every run. */
const PROGRAMS: readonly AcmeClient[] = budget({ usual: [], full: [lego, dehydrated] });

describe("S50 acme", () => {
  it.each(
    PROGRAMS,
  )("$name enrolls, renews and revokes with the credentials that the profile gives", async (program) => {
    await using set = await methodStage("acme");
    await apply(set);
    const { directory_url, eab_key_id, eab_hmac_key } = delivered(set);
    const name = "node3.example.test";
    const account = { directoryUrl: directory_url, keyId: eab_key_id, hmacKey: eab_hmac_key };
    const client = program.open({ ...account, name, folder: join(set.workspace.folder, "delivered") });
    const first = new X509Certificate(await client.enroll());
    const second = new X509Certificate(await client.renew());
    expect([first.subjectAltName, second.subjectAltName]).toEqual([`DNS:${name}`, `DNS:${name}`]);
    expect(second.serialNumber).not.toBe(first.serialNumber);
    await client.revoke();
    const records = await set.scm.control.certificates();
    expect(records.map(({ status, requestedVia }) => [status, requestedVia])).toEqual([
      ["Issued", "ACME"],
      ["Revoked", "ACME"],
    ]);
  });

  it("an ACME client enrolls with the credentials that the profile gives, which stand nowhere", async () => {
    await using set = await methodStage("acme");
    await apply(set);
    const credentials = delivered(set);
    const chain = await enroll(credentials, "node1.example.test");
    expect(new X509Certificate(chain).subjectAltName).toBe("DNS:node1.example.test");
    expect(await set.scm.control.certificates()).toMatchObject([{ requestedVia: "ACME", orgId: 7003 }]);
    await expect(enroll(credentials, "node1.other.test")).rejects.toThrow(/may not order/);
    const second = ["plan", "-detailed-exitcode", "-no-color"];
    expect((await set.workspace.run(second, connectorOf(set))).code).toBe(0);
    expectNowhere(set.workspace, {
      "the key of the binding": credentials.eab_hmac_key,
      "the key id of the binding": credentials.eab_key_id,
    });
  });

  it("a bound client renews and revokes, and what it has shows in SCM", async () => {
    await using set = await methodStage("acme");
    await apply(set);
    const client = await bind(delivered(set));
    const first = await order(client, "node2.example.test");
    const second = await order(client, "node2.example.test");
    expect(new X509Certificate(second).serialNumber).not.toBe(new X509Certificate(first).serialNumber);
    await client.revokeCertificate(first, { reason: 4 });
    const records = await set.scm.control.certificates();
    expect(records.map(({ status, requestedVia }) => [status, requestedVia])).toEqual([
      ["Revoked", "ACME"],
      ["Issued", "ACME"],
    ]);
    const bound = await set.workspace.run(["plan", "-destroy", "-no-color"], connectorOf(set));
    expect(bound.stdout).toMatch(/ACME account \d+ is deleted, and with it the bindings of 1 client/);
  });

  it("finds domains that were changed in SCM, heals them, and takes the account away", async () => {
    await using set = await methodStage("acme");
    await apply(set);
    const [account] = await set.scm.control.acmeAccounts();
    await set.scm.control.changeAcmeAccount(account?.id ?? 0, { domains: [] });
    const drift = ["plan", "-refresh-only", "-detailed-exitcode", "-no-color"];
    const found = await set.workspace.run(drift, connectorOf(set));
    expect([found.code, found.stdout]).toEqual([2, expect.stringMatching(/domain example\.test is missing/)]);
    await set.workspace.must(["apply", "-auto-approve", "-no-color"], connectorOf(set));
    expect(await set.scm.control.acmeAccounts()).toMatchObject([
      { id: account?.id, domains: ["example.test"] },
    ]);
    await set.workspace.must(["destroy", "-auto-approve", "-no-color"], connectorOf(set));
    expect(await set.scm.control.acmeAccounts()).toEqual([]);
  });
});
