import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { certificate } from "./support/configuration.ts";
import { type Stage, stage } from "./support/scm.ts";
import { findTerraform, isOpenTofu } from "./support/terraform.ts";

const ADDRESS = "sectigo_certificate.shop";
const START = "2026-03-16T10:00:00Z";
const OPEN = "2026-05-20T10:00:00Z";
const HARD = "2026-06-10T10:00:00Z";
const QUARTER = { term_days: "90" };
/** Unknown in a plan that makes it anew, and the same again afterwards. */
const NOTE = `
resource "terraform_data" "note" {
  input            = "web tier"
  triggers_replace = file("trigger")
}
`;
const NOTED = { ...QUARTER, comments: "terraform_data.note.output" };

/** A certificate of ninety days, issued at the start. */
async function shop(configuration: string): Promise<Stage> {
  const files = { "main.tf": configuration, "shop.csr": makeCsr("shop.example.test").csr, trigger: "one" };
  const set = await stage(files, { now: new Date(START).getTime() });
  await set.workspace.init();
  await must(set, START, ["apply", "-auto-approve", "-no-color"]);
  return set;
}

async function at(set: Stage, instant: string, args: readonly string[]) {
  await set.scm.control.setClock(instant);
  return set.workspace.run(args, { SECTIGO_TEST_CLOCK: instant });
}

async function must(set: Stage, instant: string, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await at(set, instant, args);
  expect({ code, text: `${stdout}${stderr}` }).toMatchObject({ code: 0 });
  return stdout.replace(/\s+/g, " ");
}

/** Whether the core gives what a plan kept to the apply (Terraform 1.16 and newer, `store_planned_private`). */
function handsPlansOn(): boolean {
  const { stdout } = spawnSync(findTerraform(), ["version"], { encoding: "utf8" });
  const [, minor = "0"] = /^\w+ v1\.(\d+)/m.exec(stdout) ?? [];
  return !isOpenTofu() && Number(minor) >= 16;
}

const save = (set: Stage, instant: string) => must(set, instant, ["plan", "-out=saved.tfplan", "-no-color"]);
const apply = (set: Stage, instant: string) => must(set, instant, ["apply", "-no-color", "saved.tfplan"]);
const plan = (set: Stage, instant: string) => at(set, instant, ["plan", "-detailed-exitcode", "-no-color"]);

async function idOf(set: Stage): Promise<unknown> {
  return (await set.workspace.state()).values(ADDRESS).ssl_id;
}

describe("S52 a saved plan, applied when the time is another", () => {
  it("renews as planned when it is applied within the hard deadline", async () => {
    await using set = await shop(certificate(QUARTER));
    const before = await idOf(set);
    await save(set, OPEN);
    await apply(set, HARD);
    expect(await idOf(set)).not.toBe(before);
    expect((await plan(set, HARD)).code).toBe(0);
    expect(await set.scm.control.certificates()).toHaveLength(2);
  });

  it.each([
    ["while the window is open", OPEN, OPEN],
    ["before the window opens", START, OPEN],
    ["before the hard deadline", OPEN, HARD],
  ])("renews what an argument left open that comes out unchanged, planned %s", async (_name, planned, applied) => {
    await using set = await shop(`${certificate(NOTED)}${NOTE}`);
    const before = await idOf(set);
    set.workspace.write("trigger", "two");
    const text = await save(set, planned);
    if (planned === OPEN) expect(text).toMatch(/are due, and may be renewed by this apply/);
    await apply(set, applied);
    if (handsPlansOn() && planned === START) {
      // The apply decides by the instant of the plan that people have seen, and nothing was due then.
      expect(await idOf(set)).toBe(before);
      await save(set, applied);
      await apply(set, applied);
    }
    expect(await idOf(set)).not.toBe(before);
    expect((await plan(set, applied)).code).toBe(0);
    expect(await set.scm.control.certificates()).toHaveLength(2);
  });

  it("makes the other change first when an open argument comes out changed, and renews by the next plan", async () => {
    await using set = await shop(`${certificate(NOTED)}${NOTE}`);
    const before = await idOf(set);
    set.workspace.write("trigger", "two");
    set.workspace.write("main.tf", `${certificate(NOTED)}${NOTE}`.replace("web tier", "api tier"));
    await save(set, OPEN);
    await apply(set, OPEN);
    expect(await idOf(set)).toBe(before);
    expect((await set.workspace.state()).values(ADDRESS).comments).toBe("api tier");
    await save(set, OPEN);
    await apply(set, OPEN);
    expect(await idOf(set)).not.toBe(before);
    expect((await plan(set, OPEN)).code).toBe(0);
  });

  it("lets an open argument touch nothing else where renewal is off", async () => {
    await using set = await shop(`${certificate({ ...NOTED, renewal: "{ enabled = false }" })}${NOTE}`);
    set.workspace.write("trigger", "two");
    expect(await save(set, OPEN)).not.toMatch(/certificate_pem += /);
    await apply(set, HARD);
    expect((await plan(set, HARD)).code).toBe(0);
    expect(await set.scm.control.certificates()).toHaveLength(1);
  });

  it("enrolls anew for another request when the certificate has expired since", async () => {
    await using set = await shop(certificate(QUARTER));
    const before = await idOf(set);
    set.workspace.write("shop.csr", makeCsr("shop.example.test").csr);
    await save(set, OPEN);
    await apply(set, "2026-07-01T10:00:00Z");
    expect(await idOf(set)).not.toBe(before);
    expect((await plan(set, "2026-07-01T10:00:00Z")).code).toBe(0);
  });

  it("is refused with the date when what it orders is no longer allowed", async () => {
    await using set = await shop(certificate({ term_days: "199" }));
    set.workspace.write("main.tf", certificate({ term_days: "199", order_key: '"again"' }));
    await save(set, "2026-09-20T10:00:00Z");
    const applied = await at(set, "2027-03-16T10:00:00Z", ["apply", "-no-color", "saved.tfplan"]);
    expect(applied.code).toBe(1);
    expect(applied.stderr.replace(/\s+/g, " ")).toMatch(/199 days is more than the 100 days.*2027-03-15/);
    expect(await set.scm.control.certificates()).toHaveLength(1);
  });

  it("orders nothing when the hard deadline passed beside another change; the next plan heals it, as words of an apply that fails say", async () => {
    await using set = await shop(certificate(QUARTER));
    const before = await idOf(set);
    set.workspace.write("main.tf", certificate({ ...QUARTER, comments: '"changed"' }));
    expect(await save(set, OPEN)).toMatch(/will be renewed by the next apply/);
    const applied = await at(set, HARD, ["apply", "-no-color", "saved.tfplan"]);
    const said = `${applied.stdout}${applied.stderr}`.replace(/[\s│]+/g, " ");
    expect(applied.code).toBe(handsPlansOn() ? 0 : 1);
    if (!handsPlansOn()) {
      expect(said).toMatch(/inconsistent final plan/);
      expect(said).toMatch(/its hard deadline has passed.*plan again/i);
    }
    expect(await set.scm.control.certificates()).toHaveLength(1);
    await save(set, HARD);
    await apply(set, HARD);
    expect(await idOf(set)).not.toBe(before);
    expect((await set.workspace.state()).values(ADDRESS).comments).toBe("changed");
    expect((await plan(set, HARD)).code).toBe(0);
  });
});
