import { expect, it } from "vitest";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import { CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";
import { countCalls } from "../../../../test/support/count-calls.ts";
import { validateCertificate } from "./judge-arguments.ts";
import { orderChanges } from "./order-changes.ts";

it("a request is parsed once in two plans, an apply and a refresh", async () => {
  await using set = await certificateStage();
  const { csr } = makeCsr("once.example.test");
  const calls = await countCalls("core/pki/csr.ts", async () => {
    expect(await set.apply(shop({ csr_pem: csr, subject_alternative_names: ["once.example.test"] }))).toEqual(
      [],
    );
    await set.refresh();
  });
  expect(calls.get("readText")).toBe(1);
});

it("a request is not parsed in the plan of a certificate that was issued for it", async () => {
  await using set = await certificateStage();
  const { csr } = makeCsr("kept.example.test");
  await set.apply(shop({ csr_pem: csr, subject_alternative_names: ["kept.example.test"] }));
  // A text that this process has not read yet, as every text is to a new one.
  const kept = `${csr}\n`;
  set.state = { ...set.state, csr_pem: kept };
  const calls = await countCalls("core/pki/csr.ts", async () => {
    await set.refresh();
    const config = { ...set.values, csr_pem: kept, private_key_wo: null };
    expect(validateCertificate(config)).toEqual([]);
  });
  expect(calls.get("readText") ?? 0).toBe(0);
  const broken = { ...set.values, csr_pem: kept.replace("BEGIN", "BEGUN"), private_key_wo: null };
  expect(validateCertificate(broken)).toHaveLength(1);
});

it("a certificate is parsed once when it is issued, beside issuers that are known", async () => {
  await using set = await certificateStage();
  await set.apply(shop());
  const other = new CertificateStage(set.scm);
  const { csr } = makeCsr("other.example.test");
  const calls = await countCalls("core/pki/certificate.ts", async () => {
    const wishes = shop({ csr_pem: csr, subject_alternative_names: ["other.example.test"] });
    expect(await other.apply(wishes)).toEqual([]);
    await other.refresh();
  });
  expect(calls.get("readFields")).toBe(1);
  await other.api.client.close();
});

it("a plan of a certificate whose request and names stay reads neither it nor the request's signature", async () => {
  await using set = await certificateStage();
  const { csr } = makeCsr("unread.example.test");
  const wishes = shop({ csr_pem: csr, subject_alternative_names: ["unread.example.test"] });
  await set.apply(wishes);
  const unread = (): never => {
    throw new Error("the certificate was read");
  };
  const comparison = {
    prior: set.values,
    leaf: unread,
    madeCsr: null,
    isKeyForeign: false,
    writeOnlyKey: null,
  };
  const planned = { ...set.values };
  expect(orderChanges({ ...comparison, planned })).toEqual([]);
  const others = { ...planned, subject_alternative_names: ["other.example.test"] };
  expect(() => orderChanges({ ...comparison, planned: others })).toThrow("the certificate was read");
  const calls = await countCalls("core/pki/signed-data.ts", async () => {
    const given = { ...others, csr_pem: makeCsr("other.example.test").csr, private_key_wo: null };
    expect(validateCertificate(given)).toEqual([]);
  });
  expect(calls.get("isSignedBy") ?? 0).toBe(0);
});
