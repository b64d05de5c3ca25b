/** Whose a certificate is: bound to its account and to its claim, and let go where a state has never ordered it. */
import { describe, expect, it } from "vitest";
import {
  type CertificateStage,
  certificateStage,
  connection,
  shop,
} from "../../../../test/support/certificate-stage.ts";

const scope = { origin: { scope: "example/infra", runUrl: null } };

const EMPTY = { state: null, private: new Uint8Array() };

const text = (told: Awaited<ReturnType<CertificateStage["apply"]>>): string =>
  told.map(({ summary, detail }) => `${summary}\n${detail}`).join("\n");

describe("S79 another account", () => {
  it("is never asked about a certificate of this one, with ids that are the same there", async () => {
    await using set = await certificateStage();
    await using other = await certificateStage();
    await set.apply(shop());
    await other.apply(shop());
    expect(other.values.ssl_id).toBe(set.values.ssl_id);
    set.api = connection(other.scm);
    await other.scm.control.clearRequests();
    for (const told of [
      await set.refresh(),
      await set.apply(shop({ comments: "mine" })),
      await set.apply(null),
    ])
      expect(text(told)).toMatch(/it belongs to customer "cst01234".*\[config\.other_account\]/);
    expect(await other.scm.control.requests()).toEqual([]);
    expect((await other.scm.control.certificate(set.values.ssl_id ?? 0)).status).toBe("Issued");
  });

  it("is told after an import too", async () => {
    await using set = await certificateStage();
    await using other = await certificateStage();
    await set.apply(shop());
    await set.import(String(set.values.ssl_id));
    set.api = connection(other.scm);
    expect(text(await set.refresh())).toMatch(/config\.other_account/);
  });
});

describe("S90 what an empty state takes over", () => {
  it("is let go by its destroy, and the live state goes on as if nothing had been", async () => {
    await using set = await certificateStage({}, undefined, scope);
    await set.apply(shop());
    const live = { state: set.state, private: set.private };
    const before = (await set.record).comments;
    Object.assign(set, EMPTY);
    await set.apply(shop());
    const told = await set.apply(null);
    expect(text(told)).toMatch(/is let go, not revoked/);
    Object.assign(set, live);
    expect(await set.record).toMatchObject({ status: "Issued", comments: before });
    expect(await set.refresh()).toEqual([]);
    expect(set.state).toEqual(live.state);
    expect(await set.plan(shop())).toMatchObject({ planned: live.state, diagnostics: [] });
    await set.apply(null);
    expect((await set.scm.control.certificates()).map(({ status }) => status)).toEqual(["Revoked"]);
  });

  it("is this state's alone once its former holder is destroyed, as with create_before_destroy", async () => {
    await using set = await certificateStage({}, undefined, { ...scope, random: Math.random });
    await set.apply(shop());
    const deposed = { state: set.state, private: set.private };
    Object.assign(set, EMPTY);
    await set.apply(shop());
    const taken = { state: set.state, private: set.private };
    Object.assign(set, deposed);
    expect(text(await set.apply(null))).toMatch(/another resource has taken it over/);
    Object.assign(set, taken);
    await set.refresh();
    expect(text(await set.apply(null))).not.toMatch(/let go/);
    expect((await set.scm.control.certificates()).map(({ status }) => status)).toEqual(["Revoked"]);
  });

  it.each([
    ["that stays valid", {}],
    ["that SCM revokes with the replacement", { replaceRevokes: true }],
  ])("has no reissue of a certificate %s for another key, where -replace creates before it destroys", async (_what, strict) => {
    await using set = await certificateStage({ strict }, undefined, { ...scope, random: Math.random });
    const key = { algorithm: null, rsa_bits: null, ecdsa_curve: null };
    const wishes = shop({ csr_pem: null, private_key: key, revocation_reason: "key_compromise" });
    await set.apply(wishes);
    const deposed = { state: set.state, private: set.private };
    const { ssl_id, serial_number: leaked } = set.values;
    Object.assign(set, EMPTY);
    expect(text(await set.apply(wishes))).toMatch(/issued for a key that is not here/);
    expect(await set.orders()).toEqual(["enroll"]);
    expect(await set.scm.control.certificate(ssl_id ?? 0)).toMatchObject({ status: "Issued" });
    Object.assign(set, deposed);
    expect(set.values.serial_number).toBe(leaked);
    expect(text(await set.apply(null))).not.toContain("not revoked");
    expect(await set.scm.control.certificate(ssl_id ?? 0)).toMatchObject({ status: "Revoked" });
  });

  it("is revoked where the user says so in words, or once this state has ordered its successor", async () => {
    await using set = await certificateStage({}, undefined, scope);
    await set.apply(shop());
    Object.assign(set, EMPTY);
    await set.apply(shop({ revoke_on_destroy: true }));
    await set.apply(null);
    expect((await set.scm.control.certificates()).map(({ status }) => status)).toEqual(["Revoked"]);
  });
});

describe("a certificate that was taken over", () => {
  async function taken(): Promise<CertificateStage> {
    const set = await certificateStage({}, undefined, { ...scope, random: Math.random });
    await set.apply(shop());
    const mine = { state: set.state, private: set.private };
    Object.assign(set, EMPTY);
    await set.apply(shop());
    Object.assign(set, mine);
    await set.refresh();
    return set;
  }

  it("is told with whose it is, and left alone: state keeps its pair, nothing is ordered, nothing revoked", async () => {
    await using set = await taken();
    const { state } = set;
    const { ssl_id } = set.values;
    await set.scm.control.act(ssl_id ?? 0, "replace");
    await set.pass(1);
    await set.refresh();
    expect(set.state).toEqual(state);
    const { planned, diagnostics } = await set.plan(shop());
    expect(planned).toEqual(state);
    expect(text(diagnostics)).toMatch(/belongs to another configuration \(scope example\/infra\)/);
    const told = await set.apply(null);
    expect(text(told)).toMatch(/another resource has taken it over/);
    expect(await set.scm.control.certificate(ssl_id ?? 0)).toMatchObject({ status: "Issued" });
    expect(await set.orders()).toEqual(["enroll"]);
  });

  it("gives way to one of its own with an order_key", async () => {
    await using set = await taken();
    const { ssl_id } = set.values;
    await set.apply(shop({ order_key: "mine" }));
    expect(set.values.ssl_id).not.toBe(ssl_id);
    expect((await set.scm.control.certificate(ssl_id ?? 0)).status).toBe("Issued");
  });

  it("is neither replaced nor renewed by a state that has not looked since", async () => {
    await using set = await certificateStage({}, undefined, { ...scope, random: Math.random });
    await set.apply(shop());
    const mine = { state: set.state, private: set.private };
    Object.assign(set, EMPTY);
    await set.apply(shop());
    Object.assign(set, mine);
    const told = await set.apply(
      shop({ subject_alternative_names: ["shop.example.test", "new.shop.example.test"] }),
    );
    expect(text(told)).toMatch(/state\.taken_over/);
    expect(await set.orders()).toEqual(["enroll"]);
  });
});

describe("a record without our claim", () => {
  it("is revoked only while it has the serial number that state holds", async () => {
    await using set = await certificateStage({}, undefined, scope);
    await set.apply(shop());
    const sslId = set.values.ssl_id ?? 0;
    await set.scm.control.act(sslId, "edit", { comments: "tidied up" });
    const { state, private: data } = set;
    await set.scm.control.act(sslId, "replace");
    await set.pass(1);
    Object.assign(set, { state, private: data });
    expect(text(await set.apply(null))).toMatch(/does not bear this resource's claim/);
    expect((await set.scm.control.certificate(sslId)).status).toBe("Issued");
  });
});
