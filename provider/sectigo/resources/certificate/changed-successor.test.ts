/**
 * A change of a certificate beside a renewal that no state holds: a run that ended early has paid for it, so the change is made
 * to the successor and not to the one before.
 */
import { describe, expect, it } from "vitest";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import { type CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

const QUARTER = shop({ term_days: 90 });
const OTHER = shop({ term_days: 90, csr_pem: makeCsr("shop.example.test").csr });
const MADE = {
  csr_pem: null,
  private_key: { algorithm: null, rsa_bits: null, ecdsa_curve: null },
};

type Choices = NonNullable<Parameters<typeof certificateStage>[0]>;

/** Enrolled, and renewed by a run that ended before Terraform wrote its state. */
async function renewedInVain(choices: Choices = {}): Promise<CertificateStage> {
  const set = await certificateStage(choices, undefined, { origin: { scope: "shop", runUrl: null } });
  await set.apply(QUARTER);
  await set.pass(64);
  await set.refresh();
  await crash(set, QUARTER);
  return set;
}

async function crash(set: CertificateStage, wishes: typeof QUARTER): Promise<void> {
  const { state, private: data } = set;
  await set.apply(wishes);
  Object.assign(set, { state, private: data });
  await set.refresh();
}

const errors = (told: Awaited<ReturnType<CertificateStage["apply"]>>) =>
  told.filter(({ severity }) => severity === "error").map(({ summary }) => summary);
const serving = ({ ssl_id, certificate_pem, status }: CertificateStage["values"]) => ({
  ...{ ssl_id, certificate_pem, status },
});
const youngest = async ({ scm }: CertificateStage) =>
  Math.max(...(await scm.control.certificates()).map(({ sslId }) => sslId));

describe("S15 a change beside a renewal that an interrupted run has paid for", () => {
  it.each([
    ["another request", OTHER, {}],
    ["other names", shop({ term_days: 90, subject_alternative_names: ["api.shop.example.test"] }), {}],
    ["a key made here", shop({ term_days: 90, ...MADE, subject: { ...subject() } }), {}],
    ["another request, where the record says late that it was renewed", OTHER, { renewedLagMs: 9e8 }],
  ])("reissues the successor for %s, and keeps the one before listed", async (_what, wishes, choices) => {
    await using set = await renewedInVain(choices);
    const { ssl_id } = set.values;
    const successor = await youngest(set);
    expect(errors(await set.apply(wishes))).toEqual([]);
    expect(set.values).toMatchObject({ ssl_id: successor, status: "Issued", pending: null });
    expect(set.values).toMatchObject({ key_matches: true, superseded: [{ ssl_id: successor }, { ssl_id }] });
    expect(await set.orders()).toEqual(["enroll", "renewById", "replace"]);
    await set.refresh();
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });

  it("lists the certificate that the successor had before it was reissued, and revokes it by its number", async () => {
    await using set = await renewedInVain();
    const successor = await youngest(set);
    const { serialNumber } = await set.scm.control.certificate(successor);
    await set.apply(OTHER);
    const { superseded } = set.values;
    expect(superseded).toHaveLength(2);
    expect(superseded).toContainEqual({
      ssl_id: successor,
      serial_number: serialNumber?.replaceAll(":", ""),
      not_after: expect.stringMatching(/^2026-/),
    });
    // One renewal later its id is that of two certificates that gave way.
    await set.apply({ ...OTHER, revoke_superseded: true });
    await set.pass(140);
    await set.refresh();
    await set.apply({ ...OTHER, revoke_superseded: true });
    expect(set.values.superseded).toBeNull();
    const revoked = (await set.calls("POST")).filter((path) => path.includes("/revoke/serial/"));
    expect(revoked).toHaveLength(2);
  });

  it("says in the plan that the successor is looked for", async () => {
    await using set = await renewedInVain();
    const { diagnostics } = await set.plan(OTHER);
    expect(diagnostics.map(({ detail }) => detail).join()).toMatch(/its successor is reissued instead/);
  });

  it("waits for the successor that is not issued yet, with its id in the error", async () => {
    await using set = await renewedInVain({ issueDelayMs: 3_600_000 });
    const successor = await youngest(set);
    const before = set.values;
    expect(errors(await set.apply(OTHER))).toEqual([
      expect.stringMatching(`as ${successor}, which is still`),
    ]);
    expect(set.values).toEqual(before);
    await set.pass(1);
    await set.refresh();
    expect(errors(await set.apply(OTHER))).toEqual([]);
    expect(set.values).toMatchObject({ ...serving(before), pending: { ssl_id: successor } });
    await set.pass(1);
    await set.refresh();
    expect(set.values).toMatchObject({
      ssl_id: successor,
      status: "Issued",
      key_matches: true,
      pending: null,
    });
    expect(await set.orders()).toEqual(["enroll", "renewById", "replace"]);
  });

  it.each([
    ["the user's", OTHER, ["enroll", "renewById", "replace"]],
    ["made here", shop({ term_days: 90, ...MADE, subject: { ...subject() } }), null],
  ])("goes on from the successor when the next run ends early too, where the key is %s", async (_what, wishes, orders) => {
    await using set = await renewedInVain();
    const successor = await youngest(set);
    await crash(set, wishes);
    expect(errors(await set.apply(wishes))).toEqual([]);
    expect(set.values).toMatchObject({ ssl_id: successor, status: "Issued", key_matches: true });
    expect(await set.scm.control.certificates()).toHaveLength(2);
    if (orders !== null) expect(await set.orders()).toEqual(orders);
    await set.refresh();
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });

  it("enrolls no other one for another organization before the successor is taken over", async () => {
    await using set = await renewedInVain();
    const successor = await youngest(set);
    const moved = shop({ term_days: 90, organization_id: 7019 });
    expect(errors(await set.apply(moved))).toEqual([expect.stringMatching(`it was renewed as ${successor}`)]);
    await set.apply(QUARTER);
    expect(set.values).toMatchObject({ ssl_id: successor });
    expect(errors(await set.apply(moved))).toEqual([]);
    expect(set.values.superseded).toMatchObject([{}, { ssl_id: successor }]);
    expect(await set.orders()).toEqual(["enroll", "renewById", "enroll"]);
  });

  it("reissues the one that is held where the renewal is another's, for another key", async () => {
    await using set = await certificateStage();
    await set.apply(QUARTER);
    const { ssl_id } = set.values;
    await set.scm.control.renew(ssl_id ?? 0);
    await set.refresh();
    expect(errors(await set.apply(OTHER))).toEqual([]);
    expect(set.values).toMatchObject({ ssl_id, key_matches: true });
    expect(await set.orders()).toEqual(["enroll", "replace"]);
  });
});

function subject() {
  return {
    ...{ common_name: "shop.example.test", organization: null, organizational_unit: null },
    ...{ locality: null, state: null, country: null },
  };
}
