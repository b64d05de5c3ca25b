import { describe, expect, it } from "vitest";
import { startJob } from "./support/job.ts";
import { RULE, START, shopOf, stocked, writes } from "./support/stocked.ts";

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
    ["what is no list", { rules: [] }, /is not a list/],
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

  it("annotates faults of the rules at their lines of the file, whatever brackets stand in the texts before", async () => {
    await using job = await stocked([]);
    const first = { ...RULE, tags: ["{[", '"}'] };
    const given = (second: string) =>
      `[\n  ${JSON.stringify(first)},\n\n  {\n    "name": "second",\n${second}\n  }\n]\n`;
    const run = (second: string) => {
      job.runner.write("rules.json", given(second));
      return job.runner.run({ ...job.inputs, command: "import", rules: "rules.json" });
    };
    const at = (line: number, message: unknown) =>
      expect.objectContaining({ severity: "error", file: "rules.json", line, message }) as unknown;
    const typo = await run('    "match": "all",\n    "owner": []');
    expect([typo.code, typo.annotations]).toEqual([2, [at(7, expect.stringMatching(/"second".*"owner"/))]]);
    const torn = await run('    "match": "all"\n    "owners": []');
    expect([torn.code, torn.annotations]).toEqual([2, [at(7, expect.stringContaining("not valid JSON"))]]);
    // What only core can judge: all at once, each at its own line.
    const condition = '{ "attribute": "common_nmae", "operator": "equals", "value": "x" }';
    const wrong = await run(
      `    "conditions": [\n      ${condition}\n    ],\n    "owners": [\n      "ops"\n    ]`,
    );
    expect([wrong.code, wrong.annotations]).toEqual([
      2,
      [
        at(7, expect.stringMatching(/conditions\.0\.attribute.*common_nmae[\s\S]*Correct the rule/)),
        at(9, expect.stringMatching(/"second": owners: an owner is a mail address/)),
      ],
    ]);
    expect(wrong.outputs["error-code"]).toBe("config.rule");
    expect(await job.scm.control.requests()).toEqual([]);
  });

  it("S23 a type that may not be read is a warning, and the others arrive", async () => {
    await using job = await stocked();
    for (const route of ["POST /report/v1/device-certificates", "GET /device/v1"])
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
    const counts = JSON.parse(run.outputs.counts ?? "");
    expect(counts).toMatchObject({ byTag: { web: 1 }, byScmProfile: { "OV SSL 199": 2 } });
    expect(counts).toMatchObject({ byBusinessUnit: { unknown: 2 } });
    expect([counts.byRequester, counts.byOwner]).toEqual([undefined, undefined]);
    const shown = await job.runner.run({ ...inputs, "show-persons": "true" });
    expect(shown.outputs.inventory).toContain("web@example.test");
    expect(JSON.parse(shown.outputs.counts ?? "").byOwner).toEqual({ "web@example.test": 1 });
    expect(await writes(job)).toBe(0);
  });

  it("S91 leaves out the person whom a client certificate is for, in JSON, CSV, table and diagram, unless asked", async () => {
    await using job = await startJob({ scm: { now: Date.parse(START), records: 40 } });
    const inputs = {
      ...job.inputs,
      command: "inventory",
      "expires-within-days": 3650,
      "output-directory": "out",
    };
    const environment = { SECTIGO_TEST_CLOCK: START };
    const clients = async (given: Readonly<Record<string, string>>) => {
      const run = await job.runner.run({ ...inputs, ...given }, environment);
      expect(run.code).toBe(0);
      const rows = JSON.parse(run.outputs.inventory ?? "") as Readonly<Record<string, unknown>>[];
      const ours = rows.filter(({ type }) => type === "client");
      expect(ours.length).toBeGreaterThan(0);
      return {
        ours,
        text: `${JSON.stringify(run.outputs)}${run.summary}${job.runner.read("out/inventory.csv")}`,
      };
    };
    const shown = await clients({ "show-persons": "true" });
    const names = shown.ours.map(({ commonName }) => String(commonName));
    const hidden = await clients({});
    for (const name of names) {
      expect(shown.text).toContain(name);
      expect(hidden.text).not.toContain(name);
    }
    for (const row of hidden.ours) expect(row).not.toHaveProperty("subject");
    expect(hidden.text).not.toMatch(/[\w.]+@[\w.]+/);
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

/** Rules that reach every certificate. */
const EVERYONE = {
  ...RULE,
  conditions: [{ attribute: "certificate_id", operator: "is_set" }],
  custom_attributes: {},
};
const APPLY = { command: "import", rules: "rules.json", "write-back": "apply" };

describe("write-back", () => {
  it("S11 plans and writes nothing for records of other business units", async () => {
    await using job = await stocked([EVERYONE]);
    const { sslId } = await shopOf(job);
    await job.scm.control.act(sslId, "move", { orgId: 7108 });
    const units = {
      ...{ "business-unit": "Retail", "business-units": "Retail" },
      "business-units-by-organization": "7003=Retail\n7108=Labs",
    };
    const run = await job.runner.run({ ...job.inputs, ...APPLY, ...units });
    expect(run.outputs).toMatchObject({ "to-write": "1", written: "1" });
    expect((await shopOf(job)).externalRequester ?? "").not.toContain("web@example.test");
    expect(`${run.log}${run.summary}`).not.toContain(String(sslId));
  });

  it("writes nothing to a record that has moved to another unit since the import", async () => {
    await using job = await stocked([EVERYONE]);
    const { sslId } = await shopOf(job);
    const units = {
      ...{ "business-unit": "Retail", "business-units": "Retail" },
      "business-units-by-organization": "7003=Retail\n7108=Labs",
    };
    // After the report was read, before its record is: the move happens in SCM's pages.
    await job.scm.control.plantFault({ route: `GET /ssl/v1/${sslId}`, kind: "slow", delayMs: 1_500 });
    const running = job.runner.run({ ...job.inputs, ...APPLY, ...units });
    const reports = async () =>
      (await job.scm.control.requests()).filter(({ path }) => path.includes("/report/v1/device")).length;
    while ((await reports()) === 0) await new Promise((resolve) => setImmediate(resolve));
    await job.scm.control.act(sslId, "move", { orgId: 7108 });
    const run = await running;
    expect(run.outputs.written).toBe("1");
    expect((await shopOf(job)).externalRequester ?? "").not.toContain("web@example.test");
  });

  it("leaves alone what is revoked, and what another CA issued, unless told otherwise", async () => {
    await using job = await stocked([EVERYONE]);
    await job.scm.control.revoke((await shopOf(job)).sslId, 4);
    const valid = await job.runner.run({ ...job.inputs, ...APPLY, "write-back": "dry-run" });
    expect(valid.outputs["to-write"]).toBe("1");
    const all = await job.runner.run({ ...job.inputs, ...APPLY, "write-back": "dry-run", "write-to": "all" });
    expect(all.outputs["to-write"]).toBe("2");
  });

  it("is refused as a whole beyond max-writes, and says so in a dry run", async () => {
    await using job = await stocked([EVERYONE]);
    const dry = await job.runner.run({ ...job.inputs, ...APPLY, "write-back": "dry-run", "max-writes": 1 });
    expect(dry).toMatchObject({ code: 0, outputs: { "to-write": "2" } });
    expect(dry.annotations[0]?.message).toContain("2 records would be written, 1 are allowed");
    expect(dry.outputs).toMatchObject({ reason: "", "error-code": "" });
    const run = await job.runner.run({ ...job.inputs, ...APPLY, "max-writes": 1 });
    expect(run).toMatchObject({ code: 1, outputs: { "to-write": "2", written: "0" } });
    expect(run.outputs).toMatchObject({
      "error-code": "config.max_writes",
      reason: "2 records would be written, 1 are allowed in one run",
    });
    expect(await writes(job)).toBe(0);
  });

  it("shows in a dry run each value and the rule it comes from", async () => {
    await using job = await stocked();
    const dry = { ...job.inputs, ...APPLY, "write-back": "dry-run" };
    const run = await job.runner.run(dry);
    expect(run.summary).toMatch(/`shop\.example\.test` \| `Cost centre` \| `4711` \| `shops`/);
    expect(run.summary).toMatch(/external requester \| an owner \| `shops`/);
    const shown = await job.runner.run({ ...dry, "show-persons": "true" });
    expect(shown.summary).toContain("external requester | `web@example.test` | `shops`");
  });

  it("has what it wrote in the store at once: the next run reads no record", async () => {
    await using job = await stocked();
    const inputs = { ...job.inputs, ...APPLY, store: "kept/inventory.sqlite" };
    expect((await job.runner.run(inputs)).outputs.written).toBe("1");
    await job.scm.control.clearRequests();
    expect((await job.runner.run(inputs)).outputs["to-write"]).toBe("0");
    const read = (await job.scm.control.requests()).filter(({ path }) => /\/ssl\/v1\/\d+$/.test(path));
    expect(read).toEqual([]);
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
