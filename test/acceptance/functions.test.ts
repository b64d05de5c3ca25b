import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { certificate, HEADER } from "./support/configuration.ts";
import { type Stage, stage } from "./support/scm.ts";

async function outputs({ workspace }: Stage): Promise<Record<string, { readonly value: unknown }>> {
  return JSON.parse((await workspace.must(["output", "-json"])).stdout);
}

describe("functions of the provider", () => {
  it("read a request and the certificate that comes of it", async () => {
    const { csr } = makeCsr("shop.example.test");
    const calls = `
locals {
  read = provider::sectigo::parse_certificate(sectigo_certificate.shop.certificate_pem)
}

output "certificate" { value = local.read }
output "csr" { value = provider::sectigo::parse_csr(file("shop.csr")) }
output "by_share" { value = provider::sectigo::renewal_window(local.read.not_before, local.read.not_after, { window_share = "1/2" }) }
output "by_days" { value = provider::sectigo::renewal_window("2026-03-16T00:00:00Z", "2026-10-01T23:59:59Z", { window_days = 30 }) }
output "by_default" { value = provider::sectigo::renewal_window("2026-03-16T00:00:00Z", "2026-10-01T23:59:59Z", {}) }
`;
    await using set = await stage({ "main.tf": `${certificate()}${calls}`, "shop.csr": csr });
    await set.workspace.init();
    await set.workspace.apply();
    const state = (await set.workspace.state()).values("sectigo_certificate.shop");
    const { serial_number, not_before, not_after, issuer, fingerprint_sha256 } = state;
    const found = await outputs(set);
    expect(found.certificate?.value).toMatchObject({
      ...{ serial_number, not_before, not_after, issuer, fingerprint_sha256 },
      common_name: "shop.example.test",
    });
    const request = found.csr?.value;
    expect(request).toMatchObject({ common_name: "shop.example.test", is_signature_valid: true });
    expect(found.certificate?.value).toMatchObject({
      public_key_sha256: Object(request).public_key_sha256,
      key_type: Object(request).key_type,
    });
    expect(found.by_days?.value).toEqual({
      opens_at: "2026-09-01T23:59:59Z",
      hard_deadline: "2026-09-24T23:59:59Z",
      closes_at: "2026-10-01T23:59:59Z",
    });
    expect(found.by_default?.value).toMatchObject({ opens_at: "2026-07-27T07:59:59Z" });
    expect(found.by_share?.value).toMatchObject({ closes_at: not_after });
    expect((await set.workspace.plan()).code).toBe(0);
  });

  it("work without an account, and say which argument is wrong", async () => {
    const wrong = `
output "window" { value = provider::sectigo::renewal_window("2026-03-16T00:00:00Z", "2026-10-01T23:59:59Z", { window = 30 }) }
output "csr" { value = provider::sectigo::parse_csr("shop.csr") }
`;
    await using set = await stage({ "main.tf": `${HEADER}${wrong}` });
    await set.workspace.init();
    const { code, stderr } = await set.workspace.run(["plan", "-no-color"], { SECTIGO_PASSWORD: "" });
    const text = stderr.replace(/[\s│]+/g, " ");
    expect(code).toBe(1);
    expect(text).toContain(
      'Invalid value for "renewal" parameter: "window" is not part of it; allowed are window_share, window_days, hard_deadline_days.',
    );
    expect(text).toContain('Invalid value for "pem" parameter: Read a certificate request (CSR)');
    expect(await set.scm.control.requests()).toEqual([]);
  });
});
