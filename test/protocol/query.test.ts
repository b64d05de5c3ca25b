import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { AccountStage } from "./account-stage.ts";
import type { Listed } from "./provider-calls.ts";
import type { Plain } from "./wire-objects.ts";

const idsOf = (events: readonly Listed[]) =>
  events.flatMap(({ identity }) => (identity ? [(identity as { ssl_id: number }).ssl_id] : []));
const saidBy = (events: readonly Listed[]) => events.flatMap(({ diagnostics }) => diagnostics);

/** `terraform query`, by a client of the test's own, since Terraform 1.14 need not be here. */
describe('S89 list "sectigo_certificate"', () => {
  it("finds what is issued, by rising id, under names of people, and asks SCM in bulk", async () => {
    await using query = await AccountStage.of({ records: 60 });
    const events = await query.calls.list({});
    expect(saidBy(events)).toEqual([]);
    expect(idsOf(events).map(Number)).toEqual(await query.issued());
    for (const { displayName } of events) expect(displayName).toMatch(/^\S+ \(.+, until \d{4}-\d\d-\d\d\)$/);
    const asked = await query.asked();
    expect(asked.filter((each) => each.includes("/ssl/v1/{id}"))).toEqual([]);
    expect(idsOf(await query.calls.list({ refresh: "never" }))).toHaveLength(events.length);
    expect(await query.asked()).toEqual([]);
  });

  it("says before the first one how many more match than the limit lets through", async () => {
    await using query = await AccountStage.of({ records: 60 });
    const all = await query.issued();
    const events = await query.calls.list({}, { limit: 7 });
    expect(events[0]).toMatchObject({
      identity: undefined,
      diagnostics: [`2: ${all.length} certificates match, and the first 7 are listed`],
    });
    expect(idsOf(events).map(Number)).toEqual(all.slice(0, 7));
  });

  it("leaves out what is held, and tells what was ordered as code from the rest", async () => {
    await using query = await AccountStage.of({ records: 30 });
    const ordered = await query.calls.apply({
      ...{ organization_id: 7003, scm_profile_id: 3312, csr_pem: makeCsr("shop.example.test").csr },
    });
    const ours = Number(ordered.state?.ssl_id);
    const all = await query.issued();
    expect(all).toContain(ours);
    const others = all.filter((id) => id !== ours);
    const list = async (config: Readonly<Record<string, Plain>>) =>
      idsOf(await query.calls.list({ refresh: "always", ...config })).map(Number);
    expect(await list({ except_ids: [ours] })).toEqual(others);
    expect(await list({ ordered_as_code: true })).toEqual([ours]);
    expect(await list({ ordered_as_code: false })).toEqual(others);
  });

  it("gives the object that an import of it gives, which plans empty and orders nothing", async () => {
    await using query = await AccountStage.of({ records: 12 });
    const events = await query.calls.list({}, { objects: true });
    expect(saidBy(events)).toEqual([]);
    const ids = idsOf(events).map(Number);
    expect(ids).toEqual(await query.issued());
    for (const { object, identity } of events) {
      const { ssl_id } = identity as { ssl_id: number };
      const read = await query.calls.read(query.calls.imported(ssl_id, null));
      expect(object).toEqual(read.state);
      // What Terraform generates: each argument that has a value.
      const given = object as Readonly<Record<string, Plain>>;
      const names = ["organization_id", "scm_profile_id", "subject_alternative_names"];
      const generated = Object.fromEntries(names.map((name) => [name, given[name] ?? null]));
      const planned = await query.calls.plan(generated, read);
      expect(planned).toMatchObject({ state: read.state, errors: [] });
    }
    // A second list finds the same ones; no resource holds them, so none is held twice.
    expect(saidBy(await query.calls.list({}, { objects: true }))).toEqual([]);
    const paths = (await query.asked()).filter((each) => /POST|PUT|DELETE/.test(each));
    expect(paths.filter((each) => !each.startsWith("POST /report"))).toEqual([]);
  });

  it("leaves out with a warning the one that can't be read, and names it", async () => {
    await using query = await AccountStage.of({ records: 12 });
    await query.calls.list({});
    const all = await query.issued();
    await query.scm.control.plantFault({
      route: "GET /ssl/v1/{sslId}",
      kind: "status",
      status: 404,
      code: -7,
    });
    const events = await query.calls.list({}, { objects: true });
    expect(idsOf(events)).toHaveLength(all.length - 1);
    expect(saidBy(events)).toEqual([expect.stringMatching(/^2: \S+ \(.*\) is left out: it can't be read$/)]);
  });

  it.each([
    ["a lost sign-in", { kind: "status", status: 401, code: -16 }],
    ["an outage", { kind: "status", status: 503 }],
    ["a limit of rate", { kind: "status", status: 429 }],
    ["a lost connection", { kind: "reset-before" }],
    ["a portal in SCM's place", { kind: "html", status: 200 }],
    ["a filter of addresses on the way", { kind: "status", status: 403 }],
  ] as const)("ends with one error, the last, at %s", async (_, fault) => {
    await using query = await AccountStage.of({ records: 12 }, { request_timeout: "2s" });
    await query.calls.list({});
    await query.scm.control.plantFault({ route: "GET /ssl/v1/{sslId}", times: 1_000, after: 3, ...fault });
    const events = await query.calls.list({}, { objects: true });
    expect(saidBy(events)).toEqual([expect.stringMatching(/^1: /)]);
    expect(events.at(-1)?.identity).toBeUndefined();
  });

  it("refuses a store that was never filled", async () => {
    await using query = await AccountStage.of({ records: 12 });
    expect(saidBy(await query.calls.list({ refresh: "never" }))).toEqual([
      "1: List certificates: what is asked for was never imported to its end [config.never_imported]",
    ]);
  });

  it("shows nothing where this run is for a business unit, and no connector says whose they are", async () => {
    await using query = await AccountStage.of({ records: 12 }, { business_units: ["shop"] });
    expect(saidBy(await query.calls.list({}))).toEqual([
      expect.stringMatching(/^1: List certificates: it belongs to no business unit/),
    ]);
  });
});
