/** SCM answers an order with the id of a stranger's, and does not list ours yet: nothing says that the record is not ours. */
import { describe, expect, it } from "vitest";
import { callerOf, enrollBody } from "../../../../test/fake-scm/testing.ts";
import { type CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";
import { Decimal } from "../../../framework/decimal.ts";

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
async function misled(
  choices: Parameters<typeof certificateStage>[0] = { issueDelayMs: 60_000 },
  login: string | null = null,
): Promise<{ readonly set: CertificateStage; readonly other: number }> {
  const set = await certificateStage(choices, undefined, { login });
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

describe("S15 a stranger's request that is pending when it should be destroyed", () => {
  const warnings = (told: Told): readonly string[] => told.map(({ summary }) => summary);

  it.each([
    ["Requested", { autoApprove: false }],
    ["Applied", { issueDelayMs: 600 * 86_400_000 }],
  ])("is left alone where its requester shows that, while it is %s", async (status, choices) => {
    const { set, other } = await misled(choices, "svc-certs");
    await using _ = set;
    const before = await set.scm.control.certificate(other);
    expect(before.status).toBe(status);
    expect(warnings(await set.apply(null))).toContainEqual(
      expect.stringMatching(/it is not this resource's$/),
    );
    expect(set.state).toBeNull();
    expect(await set.scm.control.certificate(other)).toEqual(before);
  });

  it("is refused where no login tells who we are", async () => {
    const { set, other } = await misled({ autoApprove: false });
    await using _ = set;
    const before = await set.scm.control.certificate(other);
    expect(errors(await set.apply(null))).toEqual([expect.stringMatching(/\[state\.order_unproved\]/)]);
    expect(set.state).not.toBeNull();
    expect(await set.scm.control.certificate(other)).toEqual(before);
  });

  it("is left alone as a successor too, and the certificate that state holds is revoked", async () => {
    await using set = await certificateStage({}, undefined, { login: "svc-certs" });
    await set.apply(shop());
    const { ssl_id } = set.values;
    const other = await othersOrder(set);
    await set.scm.control.act(other, "status", { status: "Requested" });
    const before = await set.scm.control.certificate(other);
    const pending = { ssl_id: Decimal.from(other), since: "2026-03-16T10:00:00Z" };
    set.state = { ...set.state, pending };
    expect(warnings(await set.apply(null))).toContainEqual(
      expect.stringMatching(/it is not this resource's$/),
    );
    expect(await set.scm.control.certificate(other)).toEqual(before);
    expect((await set.scm.control.certificate(ssl_id ?? 0)).status).toBe("Revoked");
  });
});

/** Certificates of SCM's with some calls changed. */
function misleadBy(
  set: CertificateStage,
  change: (honest: CertificateStage["api"]["client"]["certificates"]) => Partial<typeof honest>,
): void {
  const { client } = set.api;
  const { certificates } = client;
  const misleading: typeof client = {
    ...client,
    certificates: { ...certificates, ...change(certificates) },
    through: () => misleading,
  };
  set.api = { ...set.api, client: misleading };
}

describe("S15 a renewal that is answered with the id of a stranger's record of the same name", () => {
  it("writes nothing on that record, and goes on with its own successor", async () => {
    const wishes = shop({ term_days: 90 });
    await using set = await certificateStage();
    await set.apply(wishes);
    const { ssl_id } = set.values;
    const other = await othersOrder(set);
    await set.pass(64);
    const before = await set.scm.control.certificate(other);
    misleadBy(set, (honest) => ({
      renew: async (...given) => ({ ...(await honest.renew(...given)), sslId: other }),
    }));
    expect(errors(await set.apply(wishes))).toEqual([]);
    expect(set.values).toMatchObject({ status: "Issued", pending: null });
    expect([ssl_id, other]).not.toContain(set.values.ssl_id);
    expect(await set.scm.control.certificate(other)).toEqual(before);
  });

  it.each([
    ["one look, then a later apply", "return"],
    ["the wait until issue", "wait"],
  ])("writes nothing on one that is pending, whose key does not show: %s", async (_how, on_pending) => {
    const wishes = shop({ term_days: 90, on_pending });
    await using set = await certificateStage({ issueDelayMs: 60_000 }, undefined, { login: "svc-certs" });
    await set.apply(wishes);
    await set.pass(70);
    await set.refresh();
    const other = await othersOrder(set);
    const before = await set.scm.control.certificate(other);
    misleadBy(set, (honest) => ({
      renew: async (...given) => ({ ...(await honest.renew(...given)), sslId: other }),
    }));
    expect(errors(await set.apply(wishes))).toEqual([]);
    const now = await set.scm.control.certificate(other);
    expect([now.comments, now.externalRequester]).toEqual([before.comments, before.externalRequester]);
    expect(await set.orders()).toEqual(["enroll", "enroll", "renewById"]);
    await set.pass(1);
    await set.refresh();
    await set.apply(wishes);
    expect(set.values).toMatchObject({ status: "Issued", pending: null, key_matches: true });
    expect(set.values.ssl_id).not.toBe(other);
    expect(await set.orders()).toEqual(["enroll", "enroll", "renewById"]);
  });
});

describe("S15 an answer that is older than the claim of a state that took its order over", () => {
  async function takenOver(): Promise<{ readonly set: CertificateStage; readonly old: string | null }> {
    const set = await certificateStage();
    const wishes = shop({ revoke_on_destroy: true });
    await set.apply(wishes);
    const { comments } = await set.api.client.certificates.get(set.values.ssl_id ?? 0);
    // The stage draws the same claim each time.
    const old = comments?.replace(/claim \w+/, "claim bbbbbbbb") ?? null;
    set.state = null;
    set.private = new Uint8Array();
    await set.apply(wishes);
    return { set, old };
  }

  it("leaves no certificate alive at a destroy", async () => {
    const { set, old } = await takenOver();
    await using _ = set;
    const { ssl_id } = set.values;
    let isOld = true;
    misleadBy(set, (honest) => ({
      get: async (...given) => {
        const details = await honest.get(...given);
        const told = isOld ? { ...details, comments: old } : details;
        isOld = false;
        return told;
      },
    }));
    expect(errors(await set.apply(null))).toEqual([]);
    expect((await set.scm.control.certificate(ssl_id ?? 0)).status).toBe("Revoked");
  });

  it("is not written back with other comments", async () => {
    const { set, old } = await takenOver();
    await using _ = set;
    const { ssl_id } = set.values;
    const before = await set.scm.control.certificate(ssl_id ?? 0);
    const wishes = shop({ revoke_on_destroy: true, comments: "changed" });
    misleadBy(set, (honest) => ({
      get: async (...given) => ({ ...(await honest.get(...given)), comments: old }),
    }));
    expect(errors(await set.apply(wishes))).toEqual([
      expect.stringMatching(/belongs to another configuration/),
    ]);
    expect(await set.scm.control.certificate(ssl_id ?? 0)).toEqual(before);
  });
});
