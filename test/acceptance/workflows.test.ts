import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { startProxy } from "../support/proxies.ts";
import { certificate, HEADER } from "./support/configuration.ts";
import { inventory } from "./support/inventory.ts";
import { type Stage, stage } from "./support/scm.ts";
import { providerBehind } from "./support/sensors.ts";
import { runWorkflow } from "./support/workflow.ts";

const START = "2026-03-16T10:00:00Z";
const ADDRESS = "sectigo_certificate.shop";

async function shop(
  parts: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, string>> = {},
): Promise<Stage> {
  const files = { "main.tf": certificate(parts), "shop.csr": makeCsr("shop.example.test").csr, ...more };
  const set = await stage(files, { now: Date.parse(START), records: 40 });
  await set.workspace.init();
  await set.workspace.must(["apply", "-auto-approve", "-no-color"], at(START));
  return set;
}

const at = (instant: string) => ({ SECTIGO_TEST_CLOCK: instant });

async function drift(set: Stage, instant = START) {
  await set.scm.control.setClock(instant);
  return runWorkflow(set.workspace, "drift.yml", at(instant));
}

async function sslId({ workspace }: Stage): Promise<number> {
  return Number((await workspace.state()).values(ADDRESS).ssl_id);
}

const calm = { code: 0, summary: "No certificate changed outside Terraform.\n", commands: [] };

describe("examples/workflows/drift.yml", () => {
  it("S30 S63 writes nothing and says 0 while nothing changed: at once, after an import, an outage of a sensor, and time", async () => {
    await using first = await startProxy();
    await using second = await startProxy();
    const more = {
      "provider.tf": providerBehind([first, second]),
      "inventory.tf": inventory({ certificate_types: '["ssl"]' }).replace(HEADER, ""),
    };
    await using set = await shop({ term_days: "90" }, more);
    expect(await drift(set)).toMatchObject(calm);
    await set.scm.control.revoke((await set.scm.control.certificates())[0]?.sslId ?? 0);
    await set.scm.control.clearRequests();
    expect(await drift(set, "2026-03-17T10:00:00Z")).toMatchObject(calm);
    const isReport = ({ path }: { readonly path: string }): boolean => path.includes("/report/v1/");
    expect((await set.scm.control.requests()).some(isReport)).toBe(true);
    await first.kill();
    expect(await drift(set, "2026-03-17T10:00:00Z")).toMatchObject(calm);
    expect(await drift(set, "2026-06-10T10:00:00Z")).toMatchObject(calm);
    expect(await drift(set, "2026-12-01T10:00:00Z")).toMatchObject(calm);
    const asked = await set.scm.control.requests();
    expect(asked.filter((request) => request.method !== "GET" && !isReport(request))).toEqual([]);
  });

  it("S63 says 2 and sums up what changed when a certificate was revoked outside", async () => {
    await using set = await shop();
    await set.scm.control.revoke(await sslId(set), 4);
    const { code, failed, summary, commands } = await drift(set);
    expect({ code, failed, commands }).toEqual({ code: 2, failed: "Summarise", commands: [] });
    const [head, blank, ...shown] = summary.split("\n");
    expect([head, blank]).toEqual(["Certificates changed outside Terraform:", ""]);
    expect(shown.join("\n")).toMatch(/sectigo_certificate\.shop.*has changed/);
    expect(shown.join("\n")).toMatch(/"Issued" -> "Revoked"/);
    expect(shown.join("\n")).not.toContain("Refreshing state");
  });

  it("S63 tells drift from data sources, which are read in each run, and counts an output that changed", async () => {
    const more = {
      "data.tf": 'data "sectigo_organizations" "all" {}\n',
      "outputs.tf": `output "status" {\n  value = ${ADDRESS}.status\n}\n`,
    };
    await using set = await shop({}, more);
    expect(await drift(set)).toMatchObject(calm);
    await set.scm.control.revoke(await sslId(set), 4);
    const { code, summary } = await drift(set);
    expect(code).toBe(2);
    expect(summary.replace(/\s+/g, " ")).toMatch(/Changes to Outputs: .*status/);
  });

  it("S63 S67 keeps hostile text of SCM in its place: no command is obeyed, no Markdown leaves the summary", async () => {
    await using set = await shop({ comments: '"ours"' });
    const hostile = [
      "ours",
      "::set-output name=code::0",
      "##[error]gone",
      "::add-mask::shop",
      "```",
      "<script>alert(1)</script>",
      "\r# heading\r\n[link](https://evil.test) @everyone",
    ].join("\n");
    await set.scm.control.act(await sslId(set), "edit", { comments: hostile });
    const { code, summary, commands, said } = await drift(set);
    expect({ code, commands }).toEqual({ code: 2, commands: [] });
    expect(said).toContain("::set-output name=code::0");
    const [, , ...shown] = summary.split(/\r\n|\r|\n/);
    expect(shown.join("\n")).toContain("add-mask");
    expect(shown.filter((line) => !/^( {4}|$)/.test(line))).toEqual([]);
  });

  it("S63 says 1, and why, when SCM can't be reached: an outage is not drift", async () => {
    await using set = await shop();
    await set.scm.control.plantFault({ route: "* *", kind: "status", status: 503, times: 1_000 });
    const { code, summary } = await drift(set);
    expect(code).toBe(1);
    expect(summary).toMatch(/^The look for drift failed:\n\n {4}/);
    expect(summary.replace(/[\s│]+/g, " ")).toContain("HTTP 503");
    await set.scm.control.clearFaults();
    expect(await drift(set)).toMatchObject(calm);
  });
});

describe("examples/workflows/renewal.yml", () => {
  const QUARTER = { term_days: "90" };
  const DUE = "2026-05-20T10:00:00Z";

  async function renewal(set: Stage, instant: string) {
    await set.scm.control.setClock(instant);
    return runWorkflow(set.workspace, "renewal.yml", at(instant));
  }

  it("S52 renews what is due, once, and nothing before", async () => {
    await using set = await shop(QUARTER);
    const before = await sslId(set);
    expect(await renewal(set, START)).toMatchObject({ code: 0, commands: [] });
    expect(await sslId(set)).toBe(before);
    const due = await renewal(set, DUE);
    expect(due).toMatchObject({ code: 0, commands: [] });
    expect(due.said).toContain(`Renewals: ${ADDRESS}`);
    const after = await sslId(set);
    expect(after).not.toBe(before);
    expect(await renewal(set, DUE)).toMatchObject({ code: 0 });
    expect(await sslId(set)).toBe(after);
  });

  it.each<[string, Readonly<Record<string, string>>, string, (set: Stage) => Promise<unknown>]>([
    ["a comment", { ...QUARTER, comments: '"changed"' }, START, async () => undefined],
    [
      "another name",
      { ...QUARTER, subject_alternative_names: '["www.shop.example.test"]' },
      START,
      async () => undefined,
    ],
    [
      "a new enrollment after a revocation",
      QUARTER,
      START,
      async (set) => set.scm.control.revoke(await sslId(set), 4),
    ],
    [
      "a change beside a renewal",
      { ...QUARTER, comments: '"changed"' },
      "2026-06-12T10:00:00Z",
      async () => undefined,
    ],
  ])("leaves anything else to a person: %s", async (_name, parts, instant, before) => {
    await using set = await shop(QUARTER);
    await before(set);
    set.workspace.write("main.tf", certificate(parts));
    await set.scm.control.clearRequests();
    const { code, failed, said } = await renewal(set, instant);
    expect({ code, failed }).toEqual({ code: 1, failed: "Accept renewals only" });
    expect(said).toContain(`Not a renewal, so nothing is applied: ${ADDRESS}.`);
    const asked = await set.scm.control.requests();
    expect(asked.filter(({ method }) => method !== "GET")).toEqual([]);
  });

  it("leaves a destroyed certificate to a person", async () => {
    await using set = await shop(QUARTER);
    set.workspace.write("main.tf", HEADER);
    expect(await renewal(set, START)).toMatchObject({ code: 1, failed: "Accept renewals only" });
    expect((await set.scm.control.certificate(await sslId(set))).status).toBe("Issued");
  });
});
