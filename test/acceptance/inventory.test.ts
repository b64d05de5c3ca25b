import { describe, expect, it } from "vitest";
import { HEADER } from "./support/configuration.ts";
import { inventory } from "./support/inventory.ts";
import { type Stage, stage } from "./support/scm.ts";

const MARCH = { now: Date.parse("2026-03-16T10:00:00Z"), records: 300 };
const CLOCK = { SECTIGO_TEST_CLOCK: "2026-03-16T10:00:00Z" };
const SSL = { certificate_types: '["ssl"]' };

async function applied(set: Stage): Promise<void> {
  await set.workspace.init();
  await set.workspace.must(["apply", "-auto-approve", "-no-color"], CLOCK);
}

async function read(set: Stage, address: string) {
  return (await set.workspace.state()).values(address);
}

describe("data.sectigo_inventory", () => {
  it("S19 shows by a connector's ref just what the same filter shows", async () => {
    const wide = inventory({ ...SSL, include_expired: "true" }).replaceAll('"main"', '"wide"');
    const narrow = inventory({ ...SSL, include_expired: "true", organizations: '["Web"]' });
    const filtered = wide
      .replaceAll(".main.", ".wide.")
      .replace("ref\n", 'ref\n  filter = { organizations = ["Web"] }\n')
      .replaceAll('"all"', '"filtered"');
    await using set = await stage({ "main.tf": `${HEADER}${narrow}${filtered}` }, MARCH);
    await applied(set);
    const byRef = await read(set, "data.sectigo_inventory.all");
    const byFilter = await read(set, "data.sectigo_inventory.filtered");
    expect(Number(byRef.total)).toBeGreaterThan(0);
    expect(byFilter).toMatchObject({ rows: byRef.rows, total: byRef.total, counts: byRef.counts });
    expect((await set.workspace.run(["plan", "-detailed-exitcode", "-no-color"], CLOCK)).code).toBe(0);
  });

  it("S30 writes nothing to SCM, and asks again only when it is due", async () => {
    await using set = await stage({ "main.tf": `${HEADER}${inventory({})}` }, MARCH);
    await applied(set);
    const asked = await set.scm.control.requests();
    const reads = asked.filter(({ method, path }) => method !== "POST" || path.includes("/report/"));
    expect(reads).toEqual(asked);
    await set.scm.control.clearRequests();
    await set.workspace.must(["plan", "-no-color"], CLOCK);
    expect(await set.scm.control.requests()).toEqual([]);
    await set.workspace.must(["plan", "-no-color"], { SECTIGO_TEST_CLOCK: "2026-03-16T16:01:00Z" });
    expect((await set.scm.control.requests()).length).toBeGreaterThan(0);
  });

  it("S29 answers live by one report, and leaves no store behind", async () => {
    const live = {
      refresh: '"live"',
      store: '"none"',
      filter: '{ expires_within_days = 60, statuses = ["Issued"] }',
    };
    await using set = await stage({ "main.tf": `${HEADER}${inventory(SSL, live)}` }, MARCH);
    await applied(set);
    const { rows, total } = await read(set, "data.sectigo_inventory.all");
    expect(rows).toHaveLength(Number(total));
    const paths = (await set.scm.control.requests()).map(({ path }) => path);
    expect(paths.filter((path) => path.includes("/report/"))).toHaveLength(1);
    expect(() => set.workspace.read(".cache/terraform-provider-sectigo/inventory.sqlite")).toThrow(/ENOENT/);
  });

  it("resolves names as a connector does, with departments only when told", async () => {
    const with_ = (filter: string): string => inventory({ ...SSL, include_expired: "true" }, { filter });
    await using set = await stage({ "main.tf": HEADER }, MARCH);
    await set.workspace.init();
    const totalOf = async (filter: string): Promise<number> => {
      set.workspace.write("main.tf", `${HEADER}${with_(filter)}`);
      await set.workspace.must(["apply", "-auto-approve", "-no-color"], CLOCK);
      return Number((await read(set, "data.sectigo_inventory.all")).total);
    };
    const own = await totalOf('{ organizations = ["Example Ltd"] }');
    const web = await totalOf('{ organizations = ["Example Ltd/Web"] }');
    expect(web).toBe(await totalOf('{ organizations = ["Web"] }'));
    const all = await totalOf('{ organizations = ["Example Ltd"], include_departments = true }');
    expect([own > 0, web > 0, all > own + web]).toEqual([true, true, true]);
  });

  it("keeps its store for the user alone, and persons out of rows unless asked", async () => {
    await using set = await stage({ "main.tf": `${HEADER}${inventory(SSL)}` }, MARCH);
    await applied(set);
    const { rows } = await read(set, "data.sectigo_inventory.all");
    expect(JSON.stringify(rows)).not.toContain("@example.test");
    const { stdout } = await set.workspace.shell(
      "stat -c %a .cache/terraform-provider-sectigo .cache/terraform-provider-sectigo/inventory.sqlite",
    );
    expect(stdout.trim().split("\n")).toEqual(["700", "600"]);
  });
});

describe("an inventory that can't be read", () => {
  it.each<[string, Readonly<Record<string, string>>, readonly RegExp[]]>([
    ["a folder in place of the store", { store: '"."' }, [/store/i]],
    ["a store below a file", { store: '"main.tf/store.sqlite"' }, [/main\.tf\/store\.sqlite/]],
    ["somebody else's file", { store: '"main.tf"' }, [/main\.tf/, /SECTIGO_INVENTORY_STORE/]],
    ["no store without live", { store: '"none"' }, [/refresh = "live"/]],
    ["live without bounds", { refresh: '"live"' }, [/bound/, /expires_within_days/]],
    [
      "an unknown attribute",
      { filter: '{ conditions = [{ attribute = "nam", operator = "is_set" }] }' },
      [/"nam"/],
    ],
    [
      "an unknown organization",
      { filter: '{ organizations = ["Exmple Ltd"] }' },
      [/"Exmple Ltd"/, /"Example Ltd"/],
    ],
    ["an unknown business unit", { filter: '{ business_units = ["Retal"] }' }, [/"Retal"/, /near: "Retail"/]],
    ["an unknown SCM profile", { filter: '{ scm_profiles = ["OV SSL"] }' }, [/no SCM profile "OV SSL"/]],
    [
      "a condition that takes a call each",
      { filter: '{ conditions = [{ attribute = "signature_algorithm", operator = "is_set" }] }' },
      [/signature_algorithm takes a call/, /details = true/],
    ],
    ["an unknown sort", { sort: '{ by = "nam" }' }, [/sort\.by/, /common_name/]],
    ["an unknown refresh", { refresh: '"sometimes"' }, [/"due", "always", "never", "live"/]],
  ])("says why and what to do: %s", async (_name, parts, says) => {
    await using set = await stage({ "main.tf": `${HEADER}${inventory(SSL, parts)}` });
    await set.workspace.init();
    const { code, stdout, stderr } = await set.workspace.run(["apply", "-auto-approve", "-no-color"], CLOCK);
    expect(code).toBe(1);
    const text = `${stdout}${stderr}`.replace(/[│\s]+/g, " ");
    for (const said of says) expect(text).toMatch(said);
    expect(text).not.toMatch(/\bbug\./);
  });
});
