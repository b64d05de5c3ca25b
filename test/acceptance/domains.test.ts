import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { type DnsRecord, startDnsServer } from "../support/dns-server.ts";
import { HEADER } from "./support/configuration.ts";
import { type Stage, stage } from "./support/scm.ts";

const START = "2026-03-16T10:00:00Z";
const LATER = "2026-08-20T10:00:00Z";

/** The record is published by a script, as a DNS provider's resource would do it. */
const CONFIGURATION = `${HEADER}
resource "sectigo_domain" "shop" {
  name        = "shop.test"
  delegations = [{ organization_id = 7003, certificate_types = ["SSL"] }]
}

resource "sectigo_domain_validation" "shop" {
  domain = sectigo_domain.shop.name
  method = "cname"
}

resource "terraform_data" "record" {
  triggers_replace = sectigo_domain_validation.shop.record
  provisioner "local-exec" {
    command = "printf '%s' '\${jsonencode(sectigo_domain_validation.shop.record)}' > record.json"
  }
}

resource "sectigo_domain_validated" "shop" {
  domain     = sectigo_domain_validation.shop.domain
  validation = sectigo_domain_validation.shop.ref
  depends_on = [terraform_data.record]
}

resource "sectigo_certificate" "shop" {
  organization_id = 7003
  scm_profile_id  = 3312
  csr_pem         = file("shop.csr")
  validation      = sectigo_domain_validated.shop.ref
  renewal         = { window_days = 10 }
}
`;

const APPLY = ["apply", "-auto-approve", "-no-color"];

function recordIn(folder: string): readonly DnsRecord[] {
  const file = join(folder, "record.json");
  // Written by the configuration from an attribute that the provider declares.
  return existsSync(file) ? [JSON.parse(readFileSync(file, "utf8")) as DnsRecord] : [];
}

async function expectEmptyPlan({ workspace }: Stage, environment: Record<string, string>): Promise<void> {
  const { code, stdout, stderr } = await workspace.run(
    ["plan", "-detailed-exitcode", "-no-color"],
    environment,
  );
  expect({ code, said: `${stdout}${stderr}` }).toMatchObject({ code: 0 });
}

describe("S87 domains as code", () => {
  it("one apply makes, publishes, validates and orders; the renewal of the proof changes no certificate", async () => {
    let folder = "";
    await using dns = await startDnsServer(() => recordIn(folder));
    await using set = await stage(
      { "main.tf": CONFIGURATION, "shop.csr": makeCsr("www.shop.test").csr },
      { now: Date.parse(START), dnsServer: dns.address },
    );
    const { workspace, scm } = set;
    folder = workspace.folder;
    const environment = { SECTIGO_TEST_CLOCK: START };
    await workspace.init();
    await workspace.must(APPLY, environment);
    expect(await scm.control.certificates()).toMatchObject([
      { status: "Issued", commonName: "www.shop.test" },
    ]);
    await expectEmptyPlan(set, environment);

    await scm.control.setClock(LATER);
    const later = { SECTIGO_TEST_CLOCK: LATER };
    const plan = await workspace.must(["plan", "-no-color", "-out=renewal.tfplan"], later);
    expect(plan.stdout).toMatch(/1 to add, 2 to change, 1 to destroy/);
    expect(plan.stdout).not.toMatch(/sectigo_certificate\.shop will/);
    await workspace.must([...APPLY, "renewal.tfplan"], later);
    expect(workspace.read("record.json")).not.toBe("");
    await expectEmptyPlan(set, later);
    expect(await scm.control.certificates()).toHaveLength(1);
    const expires = await workspace.must(["state", "show", "-no-color", "sectigo_domain_validated.shop"]);
    expect(expires.stdout).toMatch(/expires += "2027-03-06"/);
    await workspace.must(["destroy", "-auto-approve", "-no-color"], later);
  });
});
