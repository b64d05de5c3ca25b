import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import ICAL from "ical.js";
import parsePrometheus from "parse-prometheus-text-format";
import { describe, expect, it } from "vitest";
import { INVENTORY_ATTRIBUTES } from "../../core/domain/inventory-row.ts";
import { makeCsr } from "../fake-scm/testing.ts";
import { type Job, startJob } from "./support/job.ts";

const START = "2026-06-15T09:30:00Z";
const NOW = "2026-11-20T09:30:00Z";
/** The shop's certificate ends 199 days after START: 2026-12-31 is within 90 days of NOW. */
const SOON = { SECTIGO_TEST_CLOCK: NOW };

const HOSTILE = 'Ex"ample\\n;,\n=Ltd </script>';

const SCHEMA = JSON.parse(
  readFileSync(new URL("../../action/schemas/inventory-1.schema.json", import.meta.url), "utf8"),
) as { readonly $defs: { readonly certificate: { readonly properties: Readonly<Record<string, unknown>> } } };

const REPORTS = {
  command: "inventory",
  json: "out/inventory.json",
  openmetrics: "out/sectigo.prom",
  ical: "out/calendar/ends.ics",
};

/** A job with two certificates of an organization that a stranger has named, shortly before they end. */
async function stocked(): Promise<Job> {
  const job = await startJob({
    scm: { now: Date.parse(START) },
    environment: { SECTIGO_TEST_CLOCK: START },
    files: {
      "certs/shop.csr": makeCsr("shop.example.test").csr,
      "certs/api.csr": makeCsr("api.example.test").csr,
      "rules.json": JSON.stringify([
        {
          name: "all",
          conditions: [{ attribute: "certificate_id", operator: "is_set" }],
          owners: ["web@example.test"],
        },
      ]),
    },
  });
  await job.runner.run({ ...job.inputs, csr: "certs/*.csr" });
  const organization = (await job.scm.control.certificates())[0]?.orgId;
  await job.scm.control.renameOrganization(organization ?? 0, HOSTILE);
  await job.scm.control.setClock(NOW);
  return job;
}

/** OpenMetrics is stricter than what Prometheus reads. Source: OpenMetrics 1.0, ABNF and "Overall structure". */
function expectOpenMetrics(text: string): void {
  expect(text.endsWith("\n# EOF\n")).toBe(true);
  const lines = text.slice(0, -"# EOF\n".length).trimEnd().split("\n");
  const seen: string[] = [];
  const label = '[a-z_]+="(?:[^"\\\\\\n]|\\\\["\\\\n])*"';
  const sample = new RegExp(`^([a-z_]+)(\\{${label}(?:,${label})*\\})? -?\\d+(?:\\.\\d+)?$`);
  for (const line of lines) {
    const name = /^# (?:TYPE|UNIT|HELP) (\S+) /.exec(line)?.[1] ?? sample.exec(line)?.[1];
    expect(name, line).toBeDefined();
    if (seen.at(-1) !== name) {
      // Each family stands in one piece, its type first, its unit at the end of its name.
      expect(seen).not.toContain(name);
      expect(line).toBe(`# TYPE ${name} gauge`);
      seen.push(name ?? "");
    }
    const [, unit] = /^# UNIT \S+ (\S+)$/.exec(line) ?? [];
    if (unit !== undefined) expect(name?.endsWith(`_${unit}`)).toBe(true);
  }
  const samples = lines.filter((line) => !line.startsWith("#")).map((line) => line.replace(/ \S+$/, ""));
  expect(new Set(samples).size).toBe(samples.length);
}

describe("S85 what other tools read of an inventory", () => {
  it("OpenMetrics has days left, age of the import, completeness and counts, and a stranger's text stays a label", async () => {
    await using job = await stocked();
    const run = await job.runner.run({ ...job.inputs, ...REPORTS }, SOON);
    expect(run.code).toBe(0);
    const text = job.runner.read("out/sectigo.prom");
    expectOpenMetrics(text);
    const families = new Map(parsePrometheus(text).map((family) => [family.name, family.metrics]));
    const value = (name: string, at = 0): number => Number(families.get(name)?.[at]?.value);
    expect(value("sectigo_inventory_complete")).toBe(1);
    expect(value("sectigo_inventory_certificates")).toBe(2);
    expect(value("sectigo_inventory_import_age_seconds")).toBe(0);
    expect(value("sectigo_inventory_import_timestamp_seconds")).toBe(Date.parse(NOW) / 1000);
    expect(families.get("sectigo_inventory_ending_alone_certificates")).toMatchObject([
      { labels: { within_days: "7" }, value: "0" },
      { labels: { within_days: "30" }, value: "0" },
      { labels: { within_days: "90" }, value: "2" },
    ]);
    const left = families.get("sectigo_certificate_left_days") ?? [];
    expect(left.map(({ labels }) => labels?.common_name).sort()).toEqual([
      "api.example.test",
      "shop.example.test",
    ]);
    for (const { value: days, labels } of left) {
      expect(Number(days)).toBeGreaterThan(35);
      expect(Number(days)).toBeLessThan(45);
      expect(labels).toMatchObject({ successor: "false", organization: expect.stringContaining('Ex"ample') });
    }
    expect(text).not.toContain("web@example.test");
  });

  it("says in OpenMetrics that a part is missing, and how old the rest is", async () => {
    await using job = await stocked();
    const inputs = { ...job.inputs, ...REPORTS, store: "kept.sqlite" };
    await job.runner.run(inputs, SOON);
    await job.scm.control.plantFault({ route: "* *", kind: "status", status: 503, times: 999 });
    const later = "2026-11-21T09:30:00Z";
    await job.runner.run(inputs, { SECTIGO_TEST_CLOCK: later });
    const text = job.runner.read("out/sectigo.prom");
    expectOpenMetrics(text);
    expect(text).toContain("\nsectigo_inventory_complete 0\n");
    expect(text).toMatch(/\nsectigo_inventory_gaps [1-9]/);
    expect(text).toContain('\nsectigo_inventory_import_age_seconds{type="ssl"} 86400\n');
  });

  it("bounds the series by limit", async () => {
    await using job = await stocked();
    await job.runner.run({ ...job.inputs, ...REPORTS, limit: 1 }, SOON);
    const text = job.runner.read("out/sectigo.prom");
    expect(text.match(/^sectigo_certificate_left_days\{/gm)).toHaveLength(1);
    expect(text).toContain("\nsectigo_inventory_certificates 2\n");
  });

  it("iCalendar has ends and renewal days under ids that stay, and leaves out what has a successor", async () => {
    await using job = await stocked();
    await job.runner.run({ ...job.inputs, ...REPORTS }, SOON);
    const text = job.runner.read("out/calendar/ends.ics");
    expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const calendar = new ICAL.Component(ICAL.parse(text));
    const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
    expect(events.map(({ summary }) => summary).sort()).toEqual([
      "Renew api.example.test",
      "Renew shop.example.test",
      "api.example.test ends",
      "shop.example.test ends",
    ]);
    const end = events.find(({ summary }) => summary === "shop.example.test ends");
    const shop = (await job.scm.control.certificates()).find(
      ({ commonName }) => commonName === "shop.example.test",
    );
    expect(end?.uid).toMatch(new RegExp(`^end-ssl-${shop?.sslId}@`));
    expect(end?.startDate.isDate).toBe(true);
    expect(end?.description).toContain('Organization: Ex"ample\\n;,');
    const renewal = events.find(({ summary }) => summary === "Renew shop.example.test");
    const lead = (end?.startDate.toUnixTime() ?? 0) - (renewal?.startDate.toUnixTime() ?? 0);
    // A third of 199 days, between two whole days.
    expect([66, 67]).toContain(Math.round(lead / 86_400));
    await job.scm.control.renew(shop?.sslId ?? 0);
    await job.runner.run({ ...job.inputs, ...REPORTS }, SOON);
    expect(job.runner.read("out/calendar/ends.ics").replace(/\r\n /g, "")).not.toContain(String(end?.uid));
  });

  it("JSON holds against the published schema, which knows every attribute", async () => {
    await using job = await stocked();
    const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
    const strict = structuredClone(SCHEMA) as { $defs: { certificate: Record<string, unknown> } };
    strict.$defs.certificate.additionalProperties = false;
    const validate = ajv.compile(strict);
    for (const persons of ["false", "true"]) {
      await job.runner.run({ ...job.inputs, ...REPORTS, rules: "rules.json", "show-persons": persons }, SOON);
      const text = job.runner.read("out/inventory.json");
      const document = JSON.parse(text) as { readonly certificates: readonly unknown[] };
      expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
      expect(document).toMatchObject({ version: 1, complete: true, warnings: [], certificatesShown: 2 });
      expect(document.certificates).toMatchObject([{ hasSuccessor: false }, { hasSuccessor: false }]);
      expect(text.includes("web@example.test")).toBe(persons === "true");
    }
    expect(Object.keys(SCHEMA.$defs.certificate.properties)).toEqual(
      expect.arrayContaining(Object.keys(INVENTORY_ATTRIBUTES)),
    );
    expect(validate({})).toBe(false);
  });

  it("CSV is text for spreadsheets", async () => {
    await using job = await stocked();
    const organization = (await job.scm.control.certificates())[0]?.orgId ?? 0;
    for (const name of ["=1+1", "+1", "-1", "@SUM(A1)", "＝1"]) {
      await job.scm.control.renameOrganization(organization, name);
      const run = await job.runner.run({ ...job.inputs, command: "inventory" }, SOON);
      expect(run.outputs["inventory-csv"]).toContain(`,'${name},`);
    }
  });

  it.each([
    ["openmetrics", "~/sectigo.prom", "~"],
    ["json", "out/", "names a folder"],
    ["ical", "../ends.ics", "leads out of the workspace"],
  ])("refuses %s: %s", async (input, path, message) => {
    await using job = await startJob();
    const run = await job.runner.run({ ...job.inputs, command: "inventory", [input]: path });
    expect(run.code).toBe(2);
    expect(run.annotations[0]?.message).toContain(message);
  });
});
