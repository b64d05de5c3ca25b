/** SCM answers an order with the id of a stranger's, and does not list ours yet: nothing says that the record is not ours. */
import { describe, expect, it } from "vitest";
import { callerOf, enrollBody } from "../../../../test/fake-scm/testing.ts";
import { type CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

type Told = Awaited<ReturnType<CertificateStage["apply"]>>;
const errors = (told: Told): readonly string[] =>
  told.filter(({ severity }) => severity === "error").map(({ summary, detail }) => `${summary} ${detail}`);
const REFUSAL = expect.stringMatching(/it is not the order of this resource.*\[state\.other_order\]/s);

/** Another administrator orders the same name with another key. */
async function othersOrder({ scm }: CertificateStage): Promise<number> {
  const { login, password } = scm.logins[1] as (typeof scm.logins)[number]; // the sample tenant has nine
  const call = callerOf(scm.apiUrl, { login, password, customerUri: scm.customerUri });
  const { status, text } = await call("POST", "/ssl/v1/enroll", enrollBody("shop.example.test"));
  expect(status).toBe(200);
  return Number(JSON.parse(text).sslId);
}

/** An order that was answered with the id of another's, both of which are issued meanwhile. */
async function misled(): Promise<{ readonly set: CertificateStage; readonly other: number }> {
  const set = await certificateStage({ issueDelayMs: 60_000 });
  const other = await othersOrder(set);
  const { client } = set.api;
  const { certificates } = client;
  const lying: typeof certificates = {
    ...certificates,
    enroll: async (...given) => ({ ...(await certificates.enroll(...given)), sslId: other }),
    // As a list that lags.
    list: (filter, options) => certificates.list({ ...filter, commonName: "nothing.example.test" }, options),
  };
  const misleading: typeof client = { ...client, certificates: lying, through: () => misleading };
  set.api = { ...set.api, client: misleading };
  expect(errors(await set.apply(shop({ on_pending: "return", revoke_on_destroy: true })))).toEqual([]);
  expect(set.values).toMatchObject({ ssl_id: other, certificate_pem: null });
  await set.pass(1);
  return { set, other };
}

describe("S15 the record of a stranger that an order was answered with", () => {
  it("is not published by a refresh", async () => {
    const { set, other } = await misled();
    await using _ = set;
    expect(errors(await set.refresh())).toEqual([REFUSAL]);
    expect(set.values).toMatchObject({ ssl_id: other, certificate_pem: null, serial_number: null });
  });

  it("is neither revoked nor forgotten by a destroy", async () => {
    const { set, other } = await misled();
    await using _ = set;
    const before = await set.scm.control.certificate(other);
    expect(errors(await set.apply(null))).toEqual([REFUSAL]);
    expect(set.state).not.toBeNull();
    expect(await set.scm.control.certificate(other)).toEqual(before);
    expect(before.status).toBe("Issued");
  });
});
