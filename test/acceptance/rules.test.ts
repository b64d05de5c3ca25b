import { describe, expect, it } from "vitest";
import { HEADER } from "./support/configuration.ts";
import { type Stage, stage } from "./support/scm.ts";

const MARCH = { now: Date.parse("2026-03-16T10:00:00Z"), records: 40 };

const RULES = `
resource "sectigo_assignment_rule" "odd" {
  name  = "Odd"
  match = "any"
  conditions = [
    { attribute = "common_name", operator = "matches", value = "[13579]\\\\." },
    { attribute = "key_strength", operator = "less_than", value = 112 },
  ]
  groups = [{
    conditions = [
      { attribute = "organization_name", operator = "equals", values = ["Web", "Plant IT"] },
      { attribute = "expires", operator = "at_least", value = "2026-03-16" },
    ]
  }]
  tags              = ["odd", "shared"]
  owners            = ["Odd@example.test"]
  custom_attributes = { Team = "Odd" }
}

resource "sectigo_assignment_rule" "all" {
  name              = "All"
  conditions        = [{ attribute = "certificate_id", operator = "is_set" }]
  tags              = ["shared"]
  owners            = ["all@example.test"]
}
`;

const RULE_LIST = "[sectigo_assignment_rule.odd.ref, sectigo_assignment_rule.all.ref]";

function connector(name: string): string {
  return `
resource "sectigo_connector" "${name}" {
  name = "${name}"
  import = {
    certificate_types = ["ssl"]
    include_expired   = true
    assignment_rules  = ${RULE_LIST}
  }
}

data "sectigo_inventory" "${name}" {
  connector = sectigo_connector.${name}.ref
}
`;
}

interface Row {
  readonly tags: readonly string[];
  readonly owners: readonly string[];
  readonly custom_attributes: Readonly<Record<string, string>>;
}

async function output<T>({ workspace }: Stage, name: string): Promise<T> {
  // What a test asks for, its configuration gives.
  return JSON.parse((await workspace.must(["output", "-json", name])).stdout) as T;
}

describe("assignment rules", () => {
  it("S35 S37 give the same by each connector that shares them, and by match_rules", async () => {
    const outputs = `
output "one" { value = data.sectigo_inventory.one.rows }
output "two" { value = data.sectigo_inventory.two.rows }
output "matched" {
  value = [for row in data.sectigo_inventory.one.rows : provider::sectigo::match_rules(${RULE_LIST}, row)]
}
`;
    const main = `${HEADER}${RULES}${connector("one")}${connector("two")}${outputs}`;
    await using set = await stage({ "main.tf": main }, MARCH);
    await set.workspace.init();
    await set.workspace.apply();
    const rows = await output<readonly Row[]>(set, "one");
    expect(await output(set, "two")).toEqual(rows);
    const labels = ({ tags, owners, custom_attributes }: Row) => ({ tags, owners, custom_attributes });
    expect((await output<readonly Row[]>(set, "matched")).map(labels)).toEqual(rows.map(labels));
    const odd = rows.filter(({ tags }) => tags.includes("odd"));
    expect([odd.length > 0, odd.length < rows.length]).toEqual([true, true]);
    expect(odd[0]).toMatchObject({
      owners: ["all@example.test", "odd@example.test"],
      custom_attributes: { Team: "Odd" },
    });
    expect((await set.workspace.plan()).code).toBe(0);
  });

  it("apply again to all rows when they change, without another import", async () => {
    const counted = 'output "tags" { value = distinct(flatten(data.sectigo_inventory.one.rows[*].tags)) }';
    const main = `${HEADER}${RULES}${connector("one")}${counted}`;
    await using set = await stage({ "main.tf": main }, MARCH);
    await set.workspace.init();
    await set.workspace.apply();
    expect([...(await output<string[]>(set, "tags"))].sort()).toEqual(["odd", "shared"]);
    await set.scm.control.clearRequests();
    set.workspace.write("main.tf", main.replaceAll('"shared"', '"common"'));
    await set.workspace.apply();
    expect([...(await output<string[]>(set, "tags"))].sort()).toEqual(["common", "odd"]);
    expect((await set.scm.control.requests()).filter(({ path }) => path.includes("/report/"))).toEqual([]);
  });

  it("need no call, and are renamed in place", async () => {
    await using set = await stage({ "main.tf": `${HEADER}${RULES}` });
    await set.workspace.init();
    await set.workspace.apply();
    set.workspace.write("main.tf", `${HEADER}${RULES}`.replace('"Odd"', '"Other"'));
    expect((await set.workspace.plan()).stdout).toMatch(/0 to add, 1 to change, 0 to destroy/);
    await set.workspace.apply();
    await set.workspace.must(["destroy", "-auto-approve", "-no-color"]);
    expect(await set.scm.control.requests()).toEqual([]);
  });
});

describe("a rule that can't be", () => {
  const rule = (condition: string) =>
    `${HEADER}\nresource "sectigo_assignment_rule" "wrong" {\n  name = "Wrong"\n  tags = ["x"]\n  conditions = [{ ${condition} }]\n}\n`;

  it.each<[string, string, readonly RegExp[]]>([
    ["an unknown attribute", 'attribute = "comon_name", operator = "is_set"', [/comon_name/, /common_name/]],
    ["an unknown operator", 'attribute = "issuer", operator = "equal", value = "a"', [/"equal"/, /equals/]],
    [
      "an invalid regular expression",
      'attribute = "issuer", operator = "matches", value = "(a"',
      [/missing closing/],
    ],
    [
      "a pattern that can be eternal",
      'attribute = "issuer", operator = "matches", value = "(?=a)(a+)+$"',
      [/look-around/],
    ],
    [
      "a date that is none",
      'attribute = "expires", operator = "at_most", value = "tomorrow"',
      [/2026-05-21/, /tomorrow/],
    ],
  ])("is refused by validate: %s", async (_name, condition, says) => {
    await using set = await stage({ "main.tf": rule(condition) });
    await set.workspace.init();
    const { code, stdout, stderr } = await set.workspace.run(["validate", "-no-color"]);
    expect(code).toBe(1);
    const text = `${stdout}${stderr}`.replace(/[│\s]+/g, " ");
    for (const said of says) expect(text).toMatch(said);
    expect(text).not.toMatch(/\bat .*\.(ts|js):\d/);
  });
});
