import { createPublicKey, X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { generatePrivateKey, privateKeyPem } from "../../../../core/index.ts";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import { certificateStage, shop } from "../../../../test/support/certificate-stage.ts";
import { objectType } from "../../../framework/attribute.ts";
import { fromRawJson } from "../../../protocol/raw-json.ts";
import { certificateResource } from "../certificate.ts";

const MADE = { csr_pem: null, subject: { ...emptySubject(), common_name: "shop.example.test" } };
const RSA = { algorithm: null, rsa_bits: null, ecdsa_curve: null };

function emptySubject() {
  return {
    ...{ common_name: null, organization: null, organizational_unit: null },
    ...{ locality: null, state: null, country: null },
  };
}

function isKeyOf(pem: string | null, certificate: string | null): boolean {
  const known = createPublicKey(pem ?? "").export({ type: "spki", format: "der" });
  return new X509Certificate(certificate ?? "").publicKey
    .export({ type: "spki", format: "der" })
    .equals(known);
}

describe("exchanging a certificate that lives", () => {
  it.each([
    ["another request", shop({ csr_pem: makeCsr("shop.example.test").csr }), "replace"],
    ["another name", shop({ subject_alternative_names: ["api.example.test"] }), "replace"],
    ["another organization", shop({ organization_id: 7019 }), "enroll"],
    ["another order_key", shop({ order_key: "second" }), "enroll"],
  ])("S54 orders once for %s, and never revokes the one before", async (_what, wishes, order) => {
    await using set = await certificateStage();
    await set.apply(shop());
    const { ssl_id, serial_number, not_after } = set.values;
    await set.apply(wishes);
    expect(set.values).toMatchObject({ status: "Issued", pending: null });
    expect(set.values.serial_number).not.toBe(serial_number);
    expect(set.values.superseded).toEqual([{ ssl_id, serial_number, not_after }]);
    expect(await set.orders()).toEqual(["enroll", order]);
    expect((await set.calls("POST")).join()).not.toContain("revoke");
    await set.refresh();
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });

  it.each([
    ["replaceStaysIssued"],
    ["replaceRevokes"],
  ] as const)("waits for the new one where SCM behaves as %s", async (name) => {
    await using set = await certificateStage({ issueDelayMs: 20_000, strict: { [name]: true } });
    await set.apply(shop());
    const { serial_number } = set.values;
    const wishes = shop({ subject_alternative_names: ["api.example.test"] });
    await set.apply(wishes);
    expect(set.values.serial_number).not.toBe(serial_number);
    await set.refresh();
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });

  it("S15 replaces once when the answer is lost", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    await set.scm.control.plantFault({ route: "POST /ssl/v1/replace/{id}", kind: "reset-after" });
    await set.apply(shop({ subject_alternative_names: ["api.example.test"] }));
    expect(await set.orders()).toEqual(["enroll", "replace"]);
    expect(set.values.status).toBe("Issued");
  });

  it("holds the old values while the new organization's certificate waits, and switches at a refresh", async () => {
    const timeouts = { create: null, read: null, update: "5s", delete: null };
    await using set = await certificateStage({ issueDelayMs: 0 });
    await set.apply(shop());
    const { certificate_pem } = set.values;
    const csr_pem = makeCsr("stuck.example.test").csr;
    const moved = shop({ organization_id: 7019, csr_pem, timeouts });
    await set.apply(moved);
    expect(set.values).toMatchObject({ certificate_pem, pending: { ssl_id: expect.any(Number) } });
    await set.refresh();
    const { diagnostics } = await set.plan(moved);
    expect(diagnostics[0]).toMatchObject({
      summary: "Successors are not issued yet",
      detail: expect.stringMatching(
        new RegExp(`^Certificate .*: it is succeeded by ${set.values.pending?.ssl_id}`),
      ),
    });
    await set.scm.control.act(set.values.pending?.ssl_id ?? 0, "issue");
    await set.refresh();
    expect(set.values.pending).toBeNull();
    expect((await set.plan(moved)).planned).toEqual(set.state);
    expect(await set.orders()).toEqual(["enroll", "enroll"]);
  });
});

describe("keys made here", () => {
  it("keeps a key in state only by choice, and the certificate is for it", async () => {
    await using set = await certificateStage();
    const wishes = shop({ ...MADE, private_key: RSA });
    expect(await set.apply(wishes)).toEqual([]);
    expect(isKeyOf(set.values.private_key_pem, set.values.certificate_pem)).toBe(true);
    await set.refresh();
    expect((await set.plan(wishes)).planned).toEqual(set.state);
    const before = set.values.private_key_pem;
    const other = shop({ ...MADE, private_key: { ...RSA, algorithm: "ECDSA", ecdsa_curve: "P256" } });
    await set.apply(other);
    expect(set.values.private_key_pem).not.toBe(before);
    expect(isKeyOf(set.values.private_key_pem, set.values.certificate_pem)).toBe(true);
    expect(await set.orders()).toEqual(["enroll", "replace"]);
  });

  it("keeps the key through a change of names and a renewal", async () => {
    await using set = await certificateStage();
    const wishes = shop({ ...MADE, private_key: RSA, term_days: 90 });
    await set.apply(wishes);
    const { private_key_pem } = set.values;
    const more = { ...wishes, subject_alternative_names: ["api.example.test"] };
    await set.apply(more);
    await set.pass(64);
    await set.apply(more);
    expect(await set.orders()).toEqual(["enroll", "replace", "renewById"]);
    expect(set.values.private_key_pem).toBe(private_key_pem);
    expect(isKeyOf(private_key_pem, set.values.certificate_pem)).toBe(true);
  });

  it("S58 signs with a write-only key, stores none of it, and looks at it only when its version is raised", async () => {
    await using set = await certificateStage();
    const [first, second] = await Promise.all(
      [0, 1].map(async () => privateKeyPem(await generatePrivateKey({ algorithm: "RSA", bits: 2048 }))),
    );
    const wishes = (key = "", version = 1) =>
      shop({ ...MADE, private_key_wo: key, private_key_wo_version: version });
    expect(await set.apply(wishes(first))).toEqual([]);
    expect(isKeyOf(first ?? "", set.values.certificate_pem)).toBe(true);
    expect((await set.plan(wishes(second))).planned).toEqual(set.state);
    const [refusal] = (await set.plan({ ...wishes(second), subject_alternative_names: [] })).diagnostics;
    expect(refusal?.detail).toMatch(/Raise private_key_wo_version/);
    await set.apply(wishes(second, 2));
    expect(isKeyOf(second ?? "", set.values.certificate_pem)).toBe(true);
    expect(await set.orders()).toEqual(["enroll", "replace"]);
    const kept = `${JSON.stringify(set.values)}${Buffer.from(set.private).toString()}`;
    expect(kept).not.toContain("PRIVATE KEY");
  });

  it("S58 refuses a write-only key that is not the imported certificate's, and records one that is", async () => {
    await using set = await certificateStage();
    const key = privateKeyPem(await generatePrivateKey({ algorithm: "RSA", bits: 2048 }));
    await set.apply(shop({ ...MADE, private_key_wo: key, private_key_wo_version: 1 }));
    await set.import(String(set.values.ssl_id));
    const other = privateKeyPem(await generatePrivateKey({ algorithm: "RSA", bits: 2048 }));
    const generated = { ...set.generated, subject: null };
    const [refusal] = (await set.plan({ ...generated, private_key_wo: other, private_key_wo_version: 1 }))
      .diagnostics;
    expect(refusal?.summary).toMatch(/private_key_wo: it is not the certificate's key/);
    await set.scm.control.clearRequests();
    expect(await set.apply({ ...generated, private_key_wo: key, private_key_wo_version: 1 })).toEqual([]);
    expect(await set.scm.control.requests()).toEqual([]);
  });

  it("S49 takes over an order that is pending and whose key was lost, and heals it by a replacement under the same id", async () => {
    const scope = { origin: { scope: "example/infra:prod", runUrl: null }, login: "svc-certs" };
    await using set = await certificateStage({ issueDelayMs: 60_000 }, undefined, scope);
    const wishes = shop({ ...MADE, private_key: RSA });
    await set.apply({ ...wishes, on_pending: "return" });
    const { ssl_id } = set.values;
    // What a killed run leaves: an order in SCM, and nothing here.
    set.state = null;
    set.private = new Uint8Array();
    const told = await set.apply(wishes);
    expect(told.map(({ summary }) => summary)).toEqual([expect.stringMatching(/is taken over$/)]);
    expect(set.values.ssl_id).toBe(ssl_id);
    expect(isKeyOf(set.values.private_key_pem, set.values.certificate_pem)).toBe(true);
    expect(await set.orders()).toEqual(["enroll", "replace"]);
  });

  it("S90 leaves an order that is issued for another key, and orders none beside it unless asked to", async () => {
    const scope = { origin: { scope: "example/infra:prod", runUrl: null } };
    await using set = await certificateStage({}, undefined, scope);
    const wishes = shop({ ...MADE, private_key: RSA });
    await set.apply(wishes);
    const { ssl_id } = set.values;
    const before = await set.record;
    set.state = null;
    set.private = new Uint8Array();
    const [told, ...more] = await set.apply(wishes);
    expect(more).toEqual([]);
    expect(`${told?.severity}: ${told?.summary}`).toMatch(
      new RegExp(`^error: .*SCM holds this order already: ${ssl_id} \\(Issued\\)`),
    );
    expect(told?.detail).toMatch(/issued for a key that is not here.*revoke it in SCM.*order_key/s);
    expect(await set.scm.control.certificate(ssl_id ?? 0)).toEqual(before);
    await set.apply({ ...wishes, order_key: "second" });
    expect(isKeyOf(set.values.private_key_pem, set.values.certificate_pem)).toBe(true);
    expect(await set.orders()).toEqual(["enroll", "enroll"]);
  });

  it.each([
    ["by the default's own name", { algorithm: "RSA", rsa_bits: 2048, ecdsa_curve: null }],
    [
      "as an older state, of which Terraform takes out size and curve",
      { algorithm: "RSA", size: 2048, curve: null },
    ],
  ])("are not made anew where their kind is only said otherwise: %s", async (_what, kind) => {
    await using set = await certificateStage();
    const wished = { algorithm: "RSA", rsa_bits: 2048, ecdsa_curve: null };
    await set.apply(shop({ ...MADE, private_key: { algorithm: null, rsa_bits: null, ecdsa_curve: null } }));
    const { private_key_pem } = set.values;
    const type = objectType(certificateResource.spec.attributes);
    const written = JSON.parse(JSON.stringify({ ...set.values, private_key: kind }));
    set.state = fromRawJson(type, written) as typeof set.state; // an object's value is a record
    expect(await set.refresh()).toEqual([]);
    await set.apply(shop({ ...MADE, private_key: wished }));
    expect(set.values).toMatchObject({ private_key_pem, private_key: wished });
    expect(await set.orders()).toEqual(["enroll"]);
    expect((await set.plan(shop({ ...MADE, private_key: wished }))).planned).toEqual(set.state);
  });
});
