/**
 * Certificate and private key in one state belong together, however slow the CA is and whoever else works in SCM.
 */
import { describe, expect, it } from "vitest";
import { readCertificatePem, readPrivateKey, sameKey } from "../../../../core/index.ts";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import { CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

const NO_SUBJECT = {
  organizational_unit: null,
  organization: null,
  locality: null,
  state: null,
  country: null,
};

const subject = { common_name: "shop.example.test", ...NO_SUBJECT };

const made = (size: number | null = null) =>
  shop({
    csr_pem: null,
    private_key: { algorithm: size === null ? null : "RSA", rsa_bits: size, ecdsa_curve: null },
    subject,
  });

/** Half of what the CA takes. */
const IMPATIENT = { create: "30s", update: "30s", delete: null, read: null };

function isPair({ values }: CertificateStage): boolean | null {
  const { certificate_pem: pem, private_key_pem: key } = values;
  if (pem === null || key === null) return null;
  return sameKey(readCertificatePem(pem).publicKey, readPrivateKey(key).publicKey);
}

describe("S75 certificate and key in one state", () => {
  it.each([
    "refresh",
    "apply",
  ])("change together when the CA takes longer than the apply, by a %s", async (by) => {
    await using stage = await certificateStage({ issueDelayMs: 60_000 });
    await stage.apply(made());
    const { serial_number, private_key_pem } = stage.values;
    const wishes = { ...made(3072), timeouts: IMPATIENT };
    await stage.apply({
      ...made(3072),
      timeouts: { create: "30s", update: "30s", delete: null, read: null },
    });
    expect(stage.values).toMatchObject({ serial_number, private_key_pem });
    expect(isPair(stage)).toBe(true);
    await stage.pass(2);
    if (by === "refresh") await stage.refresh();
    else await stage.apply(wishes);
    expect(stage.values.serial_number).not.toBe(serial_number);
    expect(isPair(stage)).toBe(true);
    await stage.refresh();
    expect((await stage.plan(wishes)).planned).toEqual(stage.state);
    expect(await stage.orders()).toHaveLength(2);
  });

  it("stay as they are when an administrator replaces the certificate in SCM, and the next apply replaces it again", async () => {
    await using stage = await certificateStage();
    await stage.apply(made());
    const before = stage.state;
    await stage.scm.control.act(stage.values.ssl_id ?? 0, "replace");
    await stage.refresh();
    expect(stage.state).toEqual(before);
    await stage.apply(made());
    expect(isPair(stage)).toBe(true);
    await stage.refresh();
    expect((await stage.plan(made())).planned).toEqual(stage.state);
    expect(await stage.orders()).toEqual(["enroll", "replace"]);
  });

  it("say whether they match for a request, and false while another one is on its way", async () => {
    await using stage = await certificateStage({ issueDelayMs: 60_000 });
    await stage.apply(shop());
    expect(stage.values.key_matches).toBe(true);
    const other = { ...shop({ csr_pem: makeCsr("shop.example.test").csr }), timeouts: IMPATIENT };
    await stage.apply(other);
    expect(stage.values.key_matches).toBe(false);
    await stage.pass(1);
    await stage.refresh();
    expect(stage.values.key_matches).toBe(true);
    expect((await stage.plan(other)).planned).toEqual(stage.state);
  });

  it("say that they match once a refresh publishes a successor for another request", async () => {
    await using stage = await certificateStage({ issueDelayMs: 60_000 });
    await stage.apply(shop());
    const other = shop({
      csr_pem: makeCsr("shop.example.test").csr,
      organization_id: 7019,
      custom_fields: null,
    });
    await stage.apply({ ...other, timeouts: IMPATIENT });
    expect(stage.values).toMatchObject({ key_matches: false, pending: { ssl_id: expect.any(Number) } });
    await stage.pass(1);
    await stage.refresh();
    expect(stage.values).toMatchObject({ key_matches: true, pending: null });
  });

  it("do not change hands between two workspaces of one scope", async () => {
    const choices = { origin: { scope: "shop", runUrl: null } };
    await using stage = await certificateStage({}, undefined, choices);
    const other = new CertificateStage(stage.scm, undefined, { ...choices, random: () => 0.5 });
    other.api = stage.api;
    await stage.apply(made());
    const before = stage.state;
    const refused = await other.apply(made());
    expect(refused.map(({ summary }) => summary).join()).toMatch(/state\.order_exists/);
    expect(other.state).toBeNull();
    expect(await stage.refresh()).toEqual([]);
    expect(stage.state).toEqual(before);
    await other.apply({ ...made(), order_key: "mine" });
    expect(isPair(stage)).toBe(true);
    expect(isPair(other)).toBe(true);
    expect(stage.values.ssl_id).not.toBe(other.values.ssl_id);
  });

  it("go with a request that is pending to the resource that takes it over, and the one that lost it says who has it", async () => {
    const choices = { origin: { scope: "shop", runUrl: null }, login: "svc-certs" };
    await using stage = await certificateStage({ issueDelayMs: 60_000 }, undefined, choices);
    const other = new CertificateStage(stage.scm, undefined, { ...choices, random: () => 0.5 });
    other.api = stage.api;
    await stage.apply({ ...made(), on_pending: "return" });
    await other.apply(made());
    expect(other.values.ssl_id).toBe(stage.values.ssl_id);
    expect(isPair(other)).toBe(true);
    for (let night = 0; night < 2; night += 1) {
      await stage.refresh();
      expect(stage.values.certificate_pem).toBeNull();
      const { diagnostics } = await stage.plan(made());
      expect(diagnostics.map(({ summary }) => summary).join()).toMatch(/belongs to another configuration/);
      expect(await other.refresh()).toEqual([]);
      expect((await other.plan(made())).planned).toEqual(other.state);
    }
    await stage.apply({ ...made(), order_key: "mine" });
    expect(isPair(stage)).toBe(true);
    expect(stage.values.ssl_id).not.toBe(other.values.ssl_id);
  });

  it("change together for a write-only key, by the apply after the one that was too short", async () => {
    await using stage = await certificateStage({ issueDelayMs: 60_000 });
    const key = () =>
      makeCsr("shop.example.test").privateKey.export({ format: "pem", type: "pkcs8" }).toString();
    const withKey = (version: number, pem: string) =>
      shop({
        csr_pem: null,
        private_key_wo: pem,
        private_key_wo_version: version,
        subject,
        timeouts: IMPATIENT,
      });
    await stage.apply({ ...withKey(1, key()), timeouts: null });
    const { serial_number } = stage.values;
    expect(stage.values.key_matches).toBe(true);
    const next = key();
    await stage.apply(withKey(2, next));
    expect(stage.values).toMatchObject({ serial_number, key_matches: false });
    await stage.pass(1);
    await stage.refresh();
    await stage.apply(withKey(2, next));
    expect(stage.values.key_matches).toBe(true);
    const pem = stage.values.certificate_pem ?? "";
    expect(sameKey(readCertificatePem(pem).publicKey, readPrivateKey(next).publicKey)).toBe(true);
    expect(await stage.orders()).toHaveLength(2);
  });
});
