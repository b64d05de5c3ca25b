import { expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { certificate } from "./support/configuration.ts";
import { stage } from "./support/scm.ts";

const LOOKUPS = `
data "sectigo_certificate" "by_id" {
  ssl_id = sectigo_certificate.shop.ssl_id
}

data "sectigo_certificate" "by_serial" {
  serial_number = sectigo_certificate.shop.serial_number
}

data "sectigo_domains" "all" {}

data "sectigo_custom_fields" "all" {}
`;

it("looks up what a certificate resource computes, domains with their validation, and custom fields", async () => {
  const { csr } = makeCsr("shop.example.test");
  const main = `${certificate({ custom_fields: '{ "Cost centre" = "4711" }' })}${LOOKUPS}`;
  await using set = await stage({ "main.tf": main, "shop.csr": csr });
  await set.workspace.init();
  await set.workspace.apply();
  const state = await set.workspace.state();
  const made = state.values("sectigo_certificate.shop");
  const names = [
    "ssl_id",
    "serial_number",
    "not_after",
    "issuer",
    "full_chain_pem",
    "fingerprint_sha256",
  ] as const;
  const computed = Object.fromEntries(names.map((name) => [name, made[name]]));
  expect(state.values("data.sectigo_certificate.by_id")).toMatchObject(computed);
  expect(state.values("data.sectigo_certificate.by_serial")).toMatchObject(computed);
  expect(state.values("data.sectigo_domains.all").domains).toContainEqual(
    expect.objectContaining({ name: "example.test", validation_status: "VALIDATED" }),
  );
  expect(state.values("data.sectigo_custom_fields.all").custom_fields).toContainEqual(
    expect.objectContaining({ name: "Cost centre", is_mandatory: true }),
  );
  expect((await set.workspace.plan()).code).toBe(0);
});
