import { chmodSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { smallDisk } from "../support/small-disk.ts";
import type { Annotation } from "./support/runner.ts";
import { RULE, shopOf, stocked } from "./support/stocked.ts";

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

const VENDOR = [{ attribute: "vendor", operator: "equals", value: "Sectigo" }];

it("S82 refuses a condition on what only details tell, which would find nothing", async () => {
  await using job = await stocked();
  const views = {
    dear: { any_of: [{ conditions: VENDOR }] },
    cheap: { conditions: VENDOR, certificate_types: ["client"] },
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

it("S82 says which assignment rule needs details, and is not complete where its tags are asked for", async () => {
  await using job = await stocked([{ ...RULE, name: "Legacy", tags: ["legacy"], conditions: VENDOR }]);
  job.runner.write("views.json", JSON.stringify({ legacy: { tags: ["legacy"] } }));
  const inputs = { ...job.inputs, command: "inventory", rules: "rules.json", views: "views.json" };
  const all = await job.runner.run(inputs);
  expect([all.outputs.complete, all.annotations.map(({ message }) => message)]).toEqual([
    "true",
    [
      expect.stringMatching(
        /assignment rule "Legacy" can't be judged[\s\S]*vendor of type ssl in details only/,
      ),
    ],
  ]);
  const asked = await job.runner.run({ ...inputs, view: "legacy" });
  expect([asked.outputs.complete, asked.outputs.warnings]).toEqual([
    "false",
    expect.stringContaining('rule \\"Legacy\\" where details were not read'),
  ]);
});

it("S81 a row of 9 MB costs that row only, and text behind a NUL is found", async () => {
  await using job = await stocked();
  const records = await job.scm.control.certificates();
  const [long, other] = [records[0]?.sslId ?? 0, records[1]?.sslId ?? 0];
  await job.scm.control.act(long, "edit", { comments: "x".repeat(9_000_000) });
  await job.scm.control.act(other, "edit", { comments: "Front\0Behind" });
  job.runner.write("views.json", JSON.stringify({ behind: { text: "behind" } }));
  const inputs = { ...job.inputs, command: "inventory", views: "views.json", view: "behind" };
  const { code, outputs } = await job.runner.run(inputs);
  expect([code, outputs.total, outputs.complete]).toEqual([0, "1", "false"]);
  expect(JSON.parse(outputs.inventory ?? "")).toMatchObject([{ certificateId: other }]);
  expect(JSON.parse(outputs.warnings ?? "")).toEqual([
    { type: "ssl", missing: expect.any(String), why: expect.stringContaining(`certificate ${long} came`) },
  ]);
});

it("S81 reads a store on a read-only place with refresh: never, and says that an import needs another", async () => {
  await using job = await stocked();
  const place = join(job.runner.workspace, "kept");
  mkdirSync(place);
  // Permissions bind all but root, who may mount.
  using disk = process.getuid?.() === 0 ? smallDisk(20, place) : null;
  const run = (refresh: string) =>
    job.runner.run({ ...job.inputs, command: "inventory", store: "kept/inventory.sqlite", refresh });
  expect((await run("always")).outputs).toMatchObject({ total: "2", complete: "true" });
  if (disk === null) chmodSync(place, 0o555);
  else disk.freeze();
  await job.scm.control.clearRequests();
  const { code, outputs } = await run("never");
  expect([code, outputs.total, outputs.complete]).toEqual([0, "2", "true"]);
  expect(await job.scm.control.requests()).toEqual([]);
  expect(JSON.stringify((await run("always")).annotations)).toContain("store.read_only");
  if (disk === null) chmodSync(place, 0o755);
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

it("S82 goes by the names of rows for an administrator who may not list organizations", async () => {
  await using job = await stocked();
  const refused = {
    route: "GET /organization/v1",
    kind: "status",
    status: 400,
    code: -3,
    times: 99,
  } as const;
  await job.scm.control.plantFault(refused);
  job.runner.write(
    "views.json",
    JSON.stringify({ own: { organizations: ["Example Ltd"] }, typo: { organizations: ["Exmaple Ltd"] } }),
  );
  const inputs = { ...job.inputs, command: "inventory", views: "views.json", "require-complete": "true" };
  expect(await job.runner.run({ ...inputs, view: "own" })).toMatchObject({
    ...{ code: 0, outputs: { total: "2", complete: "true" } },
  });
  const typo = await job.runner.run({ ...inputs, view: "typo" });
  expect([typo.code, typo.outputs.complete, typo.annotations[0]?.message]).toEqual([
    ...[1, "false"],
    expect.stringMatching(/"Exmaple Ltd": no row[\s\S]*SCM lists no organizations and departments/),
  ]);
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
