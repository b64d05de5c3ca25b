import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { type Job, startJob } from "./support/job.ts";
import type { Annotation } from "./support/runner.ts";

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

describe("an inventory of which a part is missing", () => {
  const fault = {
    route: "POST /report/v1/device-certificates",
    kind: "status",
    status: 503,
    times: 99,
  } as const;

  it("says so in its outputs, and fails only when a whole one is required", async () => {
    await using job = await stocked();
    const inputs = { ...job.inputs, command: "inventory" };
    const whole = await job.runner.run({ ...inputs, "require-complete": "true" });
    expect(whole).toMatchObject({ code: 0, outputs: { complete: "true", warnings: "[]", total: "2" } });
    await job.scm.control.plantFault(fault);
    const run = await job.runner.run(inputs);
    expect(run).toMatchObject({ code: 0, outputs: { complete: "false", total: "2", "imported-at": "" } });
    expect(JSON.parse(run.outputs.warnings ?? "")).toMatchObject([
      {
        type: "device",
        missing: expect.stringContaining("organization"),
        why: expect.stringContaining("503"),
      },
    ]);
    expect(JSON.parse(run.outputs["imported-at-by-type"] ?? "")).toEqual({
      ssl: "2026-06-15T09:30:00.000Z",
      client: "2026-06-15T09:30:00.000Z",
    });
    const gated = await job.runner.run({ ...inputs, "require-complete": "true" });
    expect(gated).toMatchObject({ code: 1, outputs: { complete: "false", total: "2" } });
    expect(gated.outputs["error-code"]).toBe("state.inventory_incomplete");
    expect(gated.outputs.reason).toMatch(/^The inventory is not complete: device/);
  });

  it("writes its outputs also when SCM answers nothing", async () => {
    await using job = await stocked();
    await job.scm.control.plantFault({ route: "* *", kind: "status", status: 503, times: 999 });
    const run = await job.runner.run({ ...job.inputs, command: "inventory" });
    expect(run).toMatchObject({ code: 1, outputs: { complete: "false", total: "0" } });
  });
});

it("alarms on what ends soon and has no successor", async () => {
  await using job = await stocked();
  await job.scm.control.setClock("2026-06-25T09:30:00Z");
  const { sslId } = await shopOf(job);
  await job.scm.control.renew(sslId);
  await job.scm.control.setClock("2026-06-26T09:30:00Z");
  const run = await job.runner.run(
    { ...job.inputs, command: "inventory", "expires-within-days": 192 },
    { SECTIGO_TEST_CLOCK: "2026-06-26T09:30:00Z" },
  );
  expect(run.outputs).toMatchObject({ expiring: "2", "expiring-without-successor": "1" });
  expect(run.summary).toContain("`api.example.test`");
  expect(run.summary).not.toContain("`shop.example.test`");
});

it("S83 shows at once what steps with the same store have ordered and revoked", async () => {
  await using job = await stocked();
  const kept = { ...job.inputs, store: "inventory.sqlite" };
  const inventory = () => job.runner.run({ ...kept, command: "inventory", refresh: "due" });
  // A store that no import has made is none that could be due.
  await job.runner.run({ ...kept, csr: "certs/*.csr" });
  expect(() => job.runner.read("inventory.sqlite")).toThrow("ENOENT");
  expect((await inventory()).outputs.total).toBe("2");
  job.runner.write("more/web.csr", makeCsr("web.example.test").csr);
  await job.runner.run({ ...kept, csr: "more/*.csr" });
  expect((await inventory()).outputs.total).toBe("3");
  const { sslId } = await shopOf(job);
  await job.runner.run({ ...kept, command: "revoke", "ssl-id": String(sslId), reason: "superseded" });
  const { byStatus } = JSON.parse((await inventory()).outputs.counts ?? "");
  expect(byStatus).toEqual({ Issued: 2, Revoked: 1 });
  await job.scm.control.clearRequests();
  await inventory();
  expect((await job.scm.control.requests()).filter(({ path }) => path.includes("/report/"))).toEqual([]);
});

it("S82 refuses a condition on what only details tell, which would find nothing", async () => {
  await using job = await stocked();
  const vendor = [{ attribute: "vendor", operator: "equals", value: "Sectigo" }];
  const views = {
    dear: { any_of: [{ conditions: vendor }] },
    cheap: { conditions: vendor, certificate_types: ["client"] },
  };
  job.runner.write("views.json", JSON.stringify(views));
  const inputs = { ...job.inputs, command: "inventory", views: "views.json" };
  const dear = await job.runner.run({ ...inputs, view: "dear" });
  expect([dear.code, dear.outputs["error-code"], dear.annotations[0]?.message]).toEqual([
    ...[2, "config.details"],
    expect.stringMatching(
      /a condition on vendor takes a call for each certificate of type ssl[\s\S]*details = true/,
    ),
  ]);
  expect((await job.runner.run({ ...inputs, view: "cheap" })).outputs.complete).toBe("true");
});

it("S86 tells what changed since the run before, where a store is kept", async () => {
  await using job = await stocked();
  const inputs = {
    ...job.inputs,
    command: "inventory",
    store: "kept/inventory.sqlite",
    "output-directory": "out",
  };
  const first = await job.runner.run(inputs);
  expect(first.outputs).toMatchObject({ changes: "[]", "changes-added": "0" });
  const { sslId } = await shopOf(job);
  await job.scm.control.revoke(sslId, 4);
  const second = await job.runner.run(inputs);
  expect(second.outputs).toMatchObject({
    "changes-added": "0",
    "changes-removed": "0",
    "changes-changed": "1",
  });
  const [change] = JSON.parse(job.runner.read("out/changes.json"));
  expect(change).toMatchObject({ kind: "changed", type: "ssl", certificateId: sslId });
  expect(change.fields).toContainEqual({ attribute: "status", before: "Issued", after: "Revoked" });
  const at = async (SECTIGO_TEST_CLOCK: string) => {
    await job.scm.control.setClock(SECTIGO_TEST_CLOCK);
    const { outputs } = await job.runner.run(inputs, { SECTIGO_TEST_CLOCK });
    return JSON.parse(outputs.changes ?? "");
  };
  await at("2026-12-10T09:30:00Z");
  const api = (await job.scm.control.certificates()).find((one) => one.commonName === "api.example.test");
  await job.scm.control.renew(api?.sslId ?? 0);
  expect(await at("2026-12-11T09:30:00Z")).toContainEqual(
    expect.objectContaining({
      certificateId: api?.sslId,
      fields: [{ attribute: "has_successor", before: "false", after: "true" }],
    }),
  );
});

it("S86 shows a view by name, written or ready, and refuses a member that there is not", async () => {
  await using job = await stocked();
  const inputs = { ...job.inputs, command: "inventory", views: "views.json" };
  const shops = { conditions: [{ attribute: "common_name", operator: "matches", value: "^shop" }] };
  const either = { any_of: [shops, { text: "nowhere" }], unique: true };
  job.runner.write("views.json", JSON.stringify({ either }));
  const run = await job.runner.run({ ...inputs, view: "either" });
  expect(run).toMatchObject({ code: 0, outputs: { total: "1", complete: "true" } });
  expect(run.outputs.inventory).toContain("shop.example.test");
  const ready = await job.runner.run({ ...inputs, views: "", view: "weak_keys" });
  expect(ready.outputs).toMatchObject({ total: "0" });
  job.runner.write("views.json", JSON.stringify({ either, typo: { txt: "shop" } }));
  const refused = await job.runner.run({ ...inputs, view: "typo" });
  expect(refused.code).toBe(2);
  expect(refused.annotations[0]?.message).toContain('has a member "txt"');
  // Faults stand at their lines, also one that only SCM's names tell.
  job.runner.write("views.json", '{\n  "a": {\n    "any_of": [\n      { "txt": "shop" }\n    ]\n  }\n}');
  const place = async (view: string) => (await job.runner.run({ ...inputs, view })).annotations.map(placeOf);
  expect(await place("a")).toEqual(["views.json:4"]);
  job.runner.write(
    "views.json",
    '{\n  "a": { "text": "shop" },\n  "b": {\n    "organizations": ["Nowhere"]\n  }\n}',
  );
  expect(await place("b")).toEqual(["views.json:3"]);
  job.runner.write("views.json", '{\n  "a": { "text": "shop" },\n  "a": {}\n}');
  expect(await place("a")).toEqual(["views.json:3"]);
});

const placeOf = ({ file, line }: Annotation): string => `${file}:${line}`;

it("S86 shows by a view what is outside the limits of profiles, and refuses words that there are not", async () => {
  await using job = await stocked();
  const { orgId } = await shopOf(job);
  const web = { organization_id: orgId, allowed_names: ["shop.example.test"] };
  const views = {
    outside: { outside_limits_of: [web] },
    inside: { any_of: [{ outside_limits_of: [web] }] },
    typo: { outside_limits_of: [{ organisation_id: orgId }] },
  };
  const inputs = { ...job.inputs, command: "inventory", views: "views.json" };
  job.runner.write("views.json", JSON.stringify({ outside: views.outside }));
  const run = await job.runner.run({ ...inputs, view: "outside" });
  expect(run).toMatchObject({ code: 0, outputs: { total: "1", complete: "true" } });
  expect(run.outputs.inventory).toContain("api.example.test");
  for (const name of ["inside", "typo"] as const) {
    job.runner.write("views.json", JSON.stringify({ [name]: views[name] }));
    const refused = await job.runner.run({ ...inputs, view: name });
    expect([name, refused.code, refused.annotations[0]?.message]).toEqual([
      name,
      2,
      expect.stringContaining("outside_limits_of"),
    ]);
  }
});

it("S86 looks up the names of a view as all filters do: departments by path, near names, an unknown one is an error", async () => {
  await using job = await stocked();
  const inputs = { ...job.inputs, command: "inventory", views: "views.json", store: "inventory.sqlite" };
  const { orgId } = await shopOf(job);
  const views = {
    whole: { organizations: ["Example Ltd"], include_departments: true },
    profile: { any_of: [{ certificate_types: ["ssl"], scm_profiles: ["OV SSL 199"] }] },
    path: { organizations: ["Example Ltd/Web"] },
    named: { conditions: [{ attribute: "organization_name", operator: "matches", value: "^Renamed" }] },
    typo: { any_of: [{ organizations: ["Exmaple Ltd"] }] },
  };
  job.runner.write("views.json", JSON.stringify(views));
  const run = (view: string, more: object = {}) => job.runner.run({ ...inputs, view, ...more });
  expect((await run("whole")).outputs).toMatchObject({ total: "2" });
  expect((await run("profile")).outputs).toMatchObject({ total: "2" });
  expect((await run("path")).outputs).toMatchObject({ total: "0", complete: "true" });
  const refused = await run("typo");
  expect([refused.code, refused.annotations[0]?.message]).toEqual([
    2,
    expect.stringMatching(/no organization or department "Exmaple Ltd"[\s\S]*"Example Ltd"/),
  ]);
  const outage = { route: "GET /organization/v1", kind: "status", status: 503, times: 99 } as const;
  await job.scm.control.plantFault(outage);
  const kept = await run("whole");
  expect(kept.outputs).toMatchObject({ total: "2", complete: "false" });
  expect(JSON.parse(kept.outputs.warnings ?? "")).toEqual([
    {
      type: null,
      missing: expect.stringContaining("renamings of organizations and departments since 2026-06-15T"),
      why: expect.stringContaining("503"),
    },
  ]);
  await job.scm.control.clearFaults();
  await job.scm.control.renameOrganization(orgId, "Renamed Ltd");
  expect((await run("whole")).annotations[0]?.message).toContain(
    'no organization or department "Example Ltd"',
  );
  await job.scm.control.clearRequests();
  // What rows show is what a condition means, though no import has read them again.
  expect((await run("named", { refresh: "never" })).outputs).toMatchObject({ total: "2", complete: "true" });
  expect((await run("whole", { refresh: "never" })).code).toBe(2);
  expect(await job.scm.control.requests()).toEqual([]);
});

it("S86 gives the documented policy rules as tags", async () => {
  await using job = await stocked();
  job.runner.write("policies.json", readFileSync("examples/policy-rules/rules.json", "utf8"));
  const run = await job.runner.run({ ...job.inputs, command: "inventory", rules: "policies.json" });
  expect(run.code).toBe(0);
  const tags = JSON.parse(run.outputs.inventory ?? "[]").map(({ tags: given }: { tags: unknown }) => given);
  // Names below .test are internal.
  expect(tags).toEqual([["internal-name"], ["internal-name"]]);
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
