import { describe, expect, it } from "vitest";
import { renewalWindow } from "../../../core/index.ts";
import { issue, makeChain, makeCsr, makeKeys } from "../../../test/support/certificates.ts";
import { callFunction } from "../../framework/call-function.ts";
import type { ProviderFunction } from "../../framework/function.ts";
import { isRecord, type Value } from "../../framework/value.ts";
import { explain } from "../explain.ts";
import { parseCertificate } from "./parse-certificate.ts";
import { parseCsr } from "./parse-csr.ts";
import { renewalWindowFunction } from "./renewal-window.ts";

async function call(called: ProviderFunction, ...given: readonly Value[]) {
  const output = await callFunction(called, given, (thrown) => explain(thrown, null));
  return "problem" in output ? output.problem : output.result;
}

const keys = await makeKeys("P-384");

describe("S58 parse_certificate", () => {
  it("answers what the certificate says", async () => {
    const names = [
      { type: "dns", value: "WWW.shop.test" },
      { type: "ip", value: "10.0.0.1" },
      { type: "dns", value: "10.0.0.1" },
    ] as const;
    const [leaf] = await makeChain({ keys, names: [...names], serialNumber: "0a77" });
    expect(await call(parseCertificate, leaf.pem)).toMatchObject({
      subject: "O=Example Ltd,CN=shop.example.test",
      common_name: "shop.example.test",
      issuer: "C=GB,O=Test CA Ltd,CN=Test OV CA",
      serial_number: "0A77",
      not_before: "2026-03-16T00:00:00Z",
      not_after: "2026-10-01T23:59:59Z",
      subject_alternative_names: ["10.0.0.1", "www.shop.test"],
      key_type: "EC P-384",
      is_ca: false,
    });
  });

  it("has the key's digest that a request with the same key has", async () => {
    const certificate = await call(parseCertificate, (await issue({ subject: "CN=a", keys })).pem);
    const csr = await call(parseCsr, (await makeCsr({ keys })).pem);
    const digest = (value: unknown) =>
      isRecord(value as Value) ? Reflect.get(Object(value), "public_key_sha256") : null;
    expect(digest(certificate)).toMatch(/^[0-9a-f]{64}$/);
    expect(digest(certificate)).toBe(digest(csr));
  });

  it("points at the argument when it is something else", async () => {
    const { pem } = await makeCsr();
    expect(await call(parseCertificate, pem)).toEqual({
      text: expect.stringContaining('found a PEM block "CERTIFICATE REQUEST" [pki.pem_wrong_label]'),
      argument: 0,
    });
    expect(await call(parseCertificate, "shop.pem")).toMatchObject({ argument: 0 });
  });
});

describe("parse_csr", () => {
  it("answers what the request asks for", async () => {
    const { pem } = await makeCsr({ subject: "CN=shop.test, C=GB", algorithm: "RSA-2048" });
    expect(await call(parseCsr, pem)).toMatchObject({
      subject: "C=GB,CN=shop.test",
      common_name: "shop.test",
      subject_alternative_names: [],
      key_type: "RSA 2048",
      signature_hash: "sha256",
      is_signature_valid: true,
    });
  });

  it("says when the signature is not the key's", async () => {
    const { der } = await makeCsr({ subject: "CN=shop.test" });
    const changed = Buffer.from(der.toString("latin1").replace("shop.test", "bank.test"), "latin1");
    const pem = `-----BEGIN CERTIFICATE REQUEST-----\n${changed.toString("base64")}\n-----END CERTIFICATE REQUEST-----\n`;
    expect(await call(parseCsr, pem)).toMatchObject({ common_name: "bank.test", is_signature_valid: false });
  });

  it("quotes nothing of a private key that was given by mistake", async () => {
    const pem = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0IG9mIHRoZSBzaG9w\n-----END PRIVATE KEY-----\n";
    const problem = JSON.stringify(await call(parseCsr, pem));
    expect(problem).toContain("pki.private_key_unexpected");
    expect(problem).not.toContain("c2VjcmV0");
  });
});

describe("S52 renewal_window", () => {
  const FROM = "2026-03-16T00:00:00Z";
  const TO = "2026-10-01T23:59:59Z"; // 200 days
  const window = (wishes: Record<string, string | null>, from = FROM, to = TO) =>
    call(renewalWindowFunction, from, to, wishes);

  it.each([
    [{}, "2026-07-27T07:59:59Z"],
    [{ window_share: "1/4" }, "2026-08-12T23:59:59Z"],
    [{ window_share: "25%", window_days: null }, "2026-08-12T23:59:59Z"],
    [{ window_days: "30" }, "2026-09-01T23:59:59Z"],
    [{ window_days: "365" }, "2026-05-21T15:59:59Z"],
  ])("opens by %o at %s, to the second", async (wishes, opensAt) => {
    expect(await window(wishes)).toEqual({
      opens_at: opensAt,
      hard_deadline: "2026-09-24T23:59:59Z",
      closes_at: TO,
    });
  });

  it("takes the hard deadline and other zones", async () => {
    expect(await window({ hard_deadline_days: "2" }, "2026-03-16T02:00:00+02:00")).toMatchObject({
      opens_at: "2026-07-27T07:59:59Z",
      hard_deadline: "2026-09-29T23:59:59Z",
    });
  });

  it("says what a certificate's renewal follows", async () => {
    const ofCore = renewalWindow(
      { notBefore: new Date(FROM), notAfter: new Date(TO) },
      { window: { share: 1 / 4 } },
    );
    const answered = await window({ window_share: "1/4" });
    expect(answered).toMatchObject({ opens_at: ofCore.opensAt.toISOString().replace(".000Z", "Z") });
  });

  it.each([
    [
      { window: "30" },
      '"window" is not part of it; allowed are window_share, window_days, hard_deadline_days',
    ],
    [
      { window_share: "1/3", window_days: "30" },
      "window_share and window_days exclude each other; give one of them",
    ],
    [
      { window_share: "1" },
      'window_share must be a share between 0 and 1, such as "1/3" or "0.25"; "1" is given',
    ],
    [{ window_days: "0" }, 'window_days must be a whole number from 1 on; "0" is given'],
    [{ window_days: "1.5" }, 'window_days must be a whole number from 1 on; "1.5" is given'],
    [{ hard_deadline_days: "-1" }, 'hard_deadline_days must be a whole number from 0 on; "-1" is given'],
  ])("refuses %o", async (wishes, text) => {
    expect(await window(wishes)).toEqual({ text, argument: 2 });
  });

  it.each([
    "2026-03-16",
    "2026-02-31T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "16 March 2026",
    "",
  ])("refuses the instant %j", async (from) => {
    const text = `an instant such as "2026-03-16T00:00:00Z" is required, "${from}" is given`;
    expect(await window({}, from)).toEqual({ text, argument: 0 });
  });

  it("refuses an end before its start", async () => {
    expect(await window({}, TO, FROM)).toEqual({ text: `${FROM} is before ${TO}`, argument: 1 });
  });
});
