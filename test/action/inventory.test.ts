import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { type Job, startJob } from "./support/job.ts";

const START = "2026-06-15T09:30:00Z";

const RULE = {
  name: "shops",
  match: "any",
  conditions: [{ attribute: "common_name", operator: "starts_with", value: "shop" }],
  tags: ["web"],
  owners: ["web@example.test"],
  custom_attributes: { "Cost centre": "4711" },
};

/** A job with a handful of certificates, and a file of rules. */
async function stocked(rules: unknown = [RULE]): Promise<Job> {
  const job = await startJob({
    scm: { now: Date.parse(START) },
    environment: { SECTIGO_TEST_CLOCK: START },
    files: {
      "certs/shop.csr": makeCsr("shop.example.test").csr,
      "certs/api.csr": makeCsr("api.example.test").csr,
      "rules.json": JSON.stringify(rules),
    },
  });
  await job.runner.run({ ...job.inputs, csr: "certs/*.csr", "custom-fields": "Go-live=2026-07-01" });
  await job.scm.control.clearRequests();
  return job;
}

async function writes(job: Job): Promise<number> {
  return (await job.scm.control.requests()).filter(({ method }) => method === "PUT").length;
}

async function shopOf(job: Job) {
  const found = (await job.scm.control.certificates()).find(
    ({ commonName }) => commonName === "shop.example.test",
  );
  if (found === undefined) throw new Error("the shop's certificate is not there");
  return found;
}

describe("command: import", () => {
  it("S30 S36 is a dry run unless it is told otherwise", async () => {
    await using job = await stocked();
    const run = await job.runner.run({ ...job.inputs, command: "import", rules: "rules.json" });
    expect(run).toMatchObject({ code: 0, outputs: { "to-write": "1", written: "0" } });
    expect(run.summary).toContain("This is a dry run");
    expect(run.summary).not.toContain("web@example.test");
    expect(await writes(job)).toBe(0);
  });

  it("S36 writes owners and fields beside what is there, the whole list of fields, and nothing the second time", async () => {
    await using job = await stocked();
    await job.scm.control.act((await shopOf(job)).sslId, "edit", { externalRequester: "jo@example.test" });
    const inputs = { ...job.inputs, command: "import", rules: "rules.json", "write-back": "apply" };
    expect(await job.runner.run(inputs)).toMatchObject({ code: 0, outputs: { written: "1" } });
    const body = (await job.scm.control.requests()).find(({ method }) => method === "PUT")?.body;
    expect(JSON.stringify(body)).toContain("Go-live");
    expect(await shopOf(job)).toMatchObject({ externalRequester: "jo@example.test,web@example.test" });
    expect((await shopOf(job)).customFields).toEqual(
      expect.arrayContaining([
        { name: "Go-live", value: "2026-07-01" },
        { name: "Cost centre", value: "4711" },
      ]),
    );
    await job.scm.control.clearRequests();
    expect(await job.runner.run(inputs)).toMatchObject({ code: 0, outputs: { "to-write": "0" } });
    expect(await writes(job)).toBe(0);
  });

  it("S36 refuses field names that SCM does not have before the first write, and says what is near", async () => {
    await using job = await stocked([{ ...RULE, custom_attributes: { "Cost center": "4711" } }]);
    const run = await job.runner.run({
      ...job.inputs,
      command: "import",
      rules: "rules.json",
      "write-back": "apply",
    });
    expect(run.code).toBe(2);
    expect(run.annotations[0]?.message).toMatch(/"Cost center".*Near are "Cost centre"/s);
    expect(await writes(job)).toBe(0);
  });

  it.each([
    ["a mistyped member", [{ ...RULE, owner: ["x@example.test"] }], /"owner"; known are/],
    ["what is no list", { rules: [] }, /is no list/],
    [
      "an attribute that there is not",
      [{ ...RULE, conditions: [{ attribute: "common_nmae", operator: "equals", value: "x" }] }],
      /common_nmae/,
    ],
  ])("refuses rules with %s", async (_name, rules, message) => {
    await using job = await stocked(rules);
    const run = await job.runner.run({ ...job.inputs, command: "import", rules: "rules.json" });
    expect(run.code).toBe(2);
    expect(run.annotations[0]?.message).toMatch(message);
  });

  it("S23 a type that may not be read is a warning, and the others arrive", async () => {
    await using job = await stocked();
    for (const route of ["POST /report/v1/devices", "GET /device/v1"])
      await job.scm.control.plantFault({ route, kind: "status", status: 400, code: -3, times: 9 });
    const run = await job.runner.run({ ...job.inputs, command: "import" });
    expect(run.code).toBe(0);
    expect(run.annotations).toContainEqual(
      expect.objectContaining({ severity: "warning", message: expect.stringContaining("device") }),
    );
  });
});

describe("command: inventory", () => {
  it("S61 S67 shows counts and what ends soon, as table, diagram, JSON and CSV, without persons", async () => {
    await using job = await stocked();
    const inputs = {
      ...job.inputs,
      command: "inventory",
      "expires-within-days": 365,
      rules: "rules.json",
      "output-directory": "out",
    };
    const run = await job.runner.run(inputs);
    expect(run).toMatchObject({ code: 0, outputs: { total: "2", expiring: "2" } });
    expect(run.summary).toContain("```mermaid\ntimeline\n");
    expect(run.summary).toContain("`shop.example.test`");
    expect(run.outputs["inventory-csv"]).toContain("shop.example.test");
    expect(run.outputs.inventory).not.toContain("web@example.test");
    expect(JSON.parse(job.runner.read("out/inventory.json"))).toHaveLength(2);
    const shown = await job.runner.run({ ...inputs, "show-persons": "true" });
    expect(shown.outputs.inventory).toContain("web@example.test");
    expect(await writes(job)).toBe(0);
  });

  it("S11 shows rows of allowed business units only, which the workflow can't widen", async () => {
    await using job = await stocked();
    const inputs = {
      ...job.inputs,
      command: "inventory",
      "business-unit": "Retail",
      "business-units": "Retail, Finance",
    };
    const all = await job.runner.run(inputs, { SECTIGO_BUSINESS_UNITS: "Retail" });
    expect(all.outputs.total).toBe("2");
    const none = await job.runner.run(inputs, { SECTIGO_BUSINESS_UNITS: "Finance" });
    expect(none.outputs.total).toBe("0");
  });
});

describe("the guard of business units", () => {
  it.each([
    ["another unit", { "business-unit": "Retail" }],
    ["no unit at all", {}],
  ])("S11 refuses %s before any call", async (_name, given) => {
    await using job = await stocked();
    const run = await job.runner.run(
      { ...job.inputs, ...given, csr: "certs/shop.csr" },
      { SECTIGO_BUSINESS_UNITS: "Finance" },
    );
    expect(run.code).toBe(2);
    expect(run.annotations[0]?.message).toContain("Finance");
    expect(await job.scm.control.requests()).toEqual([]);
  });
});
