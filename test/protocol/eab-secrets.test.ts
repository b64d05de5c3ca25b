/** S67: what SCM quotes of an ACME account's key for external account binding stands in no message, log or state. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FakeScm, startFakeScm } from "../fake-scm/server.ts";
import { PROGRAMS, Providers } from "./packaged-provider.ts";
import { type Outcome, ProviderCalls } from "./provider-calls.ts";
import type { Plain } from "./wire-objects.ts";

const PROFILE = "sectigo_profile";
const providers = new Providers();
let scm: FakeScm;
let held: Outcome;
let key = "";
const cluster = (more: Readonly<Record<string, Plain>> = {}) => ({
  ...{ name: "cluster", organization: "Example Labs", scm_profile: "OV SSL 199", enrollment_method: "acme" },
  connector: { host: new URL(scm.apiUrl).host, customer_uri: scm.credentials.customerUri },
  acme: { server: "OV ACME Server", domains: ["example.test"] },
  ...more,
});

/** A process that has seen no key. */
async function fresh() {
  const [program] = PROGRAMS;
  if (program === undefined) throw new Error("no package for this machine");
  const provider = await providers.start(program, { environment: { TF_LOG: "TRACE" } });
  const calls = await ProviderCalls.configured(provider, scm);
  return { calls, profile: calls.of(PROFILE), log: () => provider.plugin.stderr.join("\n") };
}

beforeAll(async () => {
  scm = await startFakeScm();
  const { calls, profile } = await fresh();
  held = await profile.apply(cluster());
  expect(held.errors).toEqual([]);
  const opened = await calls.open("sectigo_acme_credentials", {
    acme_account_id: Number(held.state?.acme_account_id),
  });
  key = String(opened.state?.eab_hmac_key);
  expect(key).toMatch(/^[\w-]{43}$/);
});
afterAll(async () => {
  await providers.endAll();
  await scm.close();
});

const ACCOUNT = "/acme/v2/account/{acmeAccountId}";
type Fresh = Awaited<ReturnType<typeof fresh>>;
const CASES: readonly (readonly [string, string, (set: Fresh) => Promise<Outcome>])[] = [
  ["a refresh", `GET ${ACCOUNT}`, ({ profile }) => profile.read(held)],
  ["a rename", `PUT ${ACCOUNT}`, ({ profile }) => profile.apply(cluster({ name: "other" }), held)],
  [
    "a change of domains",
    `POST ${ACCOUNT}/domain`,
    ({ profile }) =>
      profile.apply(
        cluster({ acme: { server: "OV ACME Server", domains: ["example.test", "labs.test"] } }),
        held,
      ),
  ],
  ["a destroy", `DELETE ${ACCOUNT}`, ({ profile }) => profile.destroy(held)],
  [
    "the credentials themselves",
    `GET ${ACCOUNT}`,
    ({ calls }) =>
      calls.open("sectigo_acme_credentials", { acme_account_id: Number(held.state?.acme_account_id) }),
  ],
  [
    "credentials for the state",
    `GET ${ACCOUNT}`,
    ({ profile }) => profile.apply(cluster({ eab_in_state: true }), held),
  ],
];

describe("S67 the key of an ACME account that SCM quotes when it refuses", () => {
  it.each(CASES)("is in no message, log or state: %s", async (_what, route, act) => {
    const set = await fresh();
    const description = `The account with key ${key} is locked`;
    await scm.control.plantFault({ route, kind: "status", status: 400, code: -9999, description, times: 9 });
    const { errors, warnings, state, private: data } = await act(set);
    await scm.control.clearFaults();
    const told = [...errors, ...warnings].join("\n");
    expect(told).toContain("The account with key (redacted) is locked");
    const kept = `${JSON.stringify(state)} ${Buffer.from(data).toString("latin1")}`;
    for (const text of [told, kept, set.log()]) expect(text).not.toContain(key);
  });
});
