import { describe, expect, it } from "vitest";
import { callerOf, enroll } from "../fake-scm/testing.ts";
import { HEADER } from "./support/configuration.ts";
import { type Stage, stage } from "./support/scm.ts";

const CLOCK = { SECTIGO_TEST_CLOCK: "2026-03-16T10:00:00Z" };
const CONFIGURATION = `${HEADER}
resource "sectigo_connector" "main" {
  name   = "main"
  import = { certificate_types = ["ssl"] }
}

resource "sectigo_profile" "people" {
  name              = "people"
  connector         = sectigo_connector.main.ref
  organization      = "Example Ltd"
  scm_profile       = "OV SSL 199"
  enrollment_method = "csr"
  allowed_names     = [".example.test"]
  key_types         = ["EC P-256"]
  term_days         = 90
  web_form          = { endpoint = "People" }
}

resource "sectigo_profile" "cluster" {
  name              = "cluster"
  connector         = sectigo_connector.main.ref
  organization      = "Example Ltd"
  scm_profile       = "OV SSL 199"
  enrollment_method = "acme"
  key_types         = ["RSA 3072"]
  acme              = { server = "OV ACME Server", domains = ["example.test"] }
}

data "sectigo_inventory" "outside" {
  connector = sectigo_connector.main.ref
  filter = {
    statuses          = ["Issued"]
    outside_limits_of = [sectigo_profile.people.ref, sectigo_profile.cluster.ref]
  }
}
`;

const colleague = ({ scm }: Stage) => {
  const { customerUri, username, password } = scm.credentials;
  return { call: callerOf(scm.apiUrl, { customerUri, login: username, password }) };
};

/** Certificates that came by the form and by an ACME client, within the limits and outside. */
async function ordered(set: Stage): Promise<void> {
  const order = async (name: string, term: number, requestedVia: string, more = {}) => {
    const sslId = await enroll(colleague(set), name, { term, ...more });
    await set.scm.control.act(sslId, "edit", { requestedVia });
  };
  await order("fine.example.test", 90, "Enrollment Form");
  await order("long.example.test", 199, "Enrollment Form");
  await order("example.test", 90, "Enrollment Form", { subjAltNames: "example.test" });
  await order("node1.example.test", 90, "ACME");
}

describe("data.sectigo_inventory", () => {
  it("S86 shows what people and ACME clients got outside the limits of their profiles", async () => {
    await using set = await stage(
      { "main.tf": CONFIGURATION },
      { now: Date.parse(CLOCK.SECTIGO_TEST_CLOCK) },
    );
    await ordered(set);
    await set.workspace.init();
    await set.workspace.must(["apply", "-auto-approve", "-no-color"], CLOCK);
    const found = (await set.workspace.state()).values("data.sectigo_inventory.outside");
    expect(found).toMatchObject({ total: 3, complete: true, warnings: [] });
    const rows = found.rows as readonly { readonly common_name: string; readonly outside_limits: unknown }[];
    expect(rows.map((row) => [row.common_name, row.outside_limits]).sort()).toEqual([
      ["example.test", ["allowed_names"]],
      ["long.example.test", ["term_days"]],
      ["node1.example.test", ["key_types"]],
    ]);
    expect((await set.workspace.run(["plan", "-detailed-exitcode", "-no-color"], CLOCK)).code).toBe(0);
  });

  it("S86 says how many it can't hold against the limits", async () => {
    const only = CONFIGURATION.replace(", sectigo_profile.cluster.ref", "").replace(/^ +statuses .*$/m, "");
    await using set = await stage(
      { "main.tf": only },
      { now: Date.parse(CLOCK.SECTIGO_TEST_CLOCK), issueDelayMs: 3_600_000 },
    );
    await enroll(colleague(set), "keyless.example.test", { term: 90 });
    await set.workspace.init();
    await set.workspace.must(["apply", "-auto-approve", "-no-color"], CLOCK);
    expect((await set.workspace.state()).values("data.sectigo_inventory.outside")).toMatchObject({
      total: 0,
      complete: false,
      warnings: [{ type: "ssl", missing: "1 rows that may break them" }],
    });
  });
});
