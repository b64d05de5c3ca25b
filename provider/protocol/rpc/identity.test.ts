import { describe, expect, it } from "vitest";
import {
  book,
  bookAttributes,
  bookIdentity,
  bookState,
  bookTree,
} from "../../../test/support/library-provider.ts";
import { BOOK, CONFIG, dv, STATE, serve, told, withBook } from "../../../test/support/library-service.ts";
import { proposedNew } from "../../../test/support/terraform-core.ts";
import { Decimal } from "../../framework/decimal.ts";
import { UNKNOWN, type ValueRecord } from "../../framework/value.ts";
import type { ResourceIdentityData } from "../gen/tfplugin6_pb.js";
import { objectFrom } from "../wire.ts";

const n = (source: number) => Decimal.from(source);
const bytes = (text: string) => new TextEncoder().encode(text);
const IDENTITY = { copy_id: n(7), isbn: "1" };
const data = (identity: ValueRecord | null) => ({ identityData: dv(identity, bookIdentity) });
const heard = (identity: ResourceIdentityData | undefined) =>
  identity && objectFrom(bookIdentity, identity.identityData);

const plan = (prior: ValueRecord | null, config: ValueRecord | null) => ({
  ...BOOK,
  config: dv(config),
  priorState: dv(prior),
  proposedNewState: dv(config && proposedNew(bookAttributes, prior, config)),
});
const planned = bookTree({ ...STATE, copy_id: UNKNOWN, checked: UNKNOWN });
const creating = { ...BOOK, config: dv(CONFIG), priorState: dv(null), plannedState: dv(planned) };

describe("identity", () => {
  it("is described apart from the schema, for resources that have one", async () => {
    const { spec, ...rest } = book();
    const { identity: _, ...others } = spec;
    const { ask } = serve({ resources: [book(), { ...rest, name: "film", spec: others }] });
    const { identitySchemas } = await ask("getResourceIdentitySchemas", {});
    expect(Object.keys(identitySchemas)).toEqual(["library_book"]);
    expect(identitySchemas.library_book).toMatchObject({
      version: 0n,
      identityAttributes: [
        { name: "copy_id", type: bytes('"number"'), requiredForImport: true, optionalForImport: false },
        { name: "isbn", type: bytes('"string"'), requiredForImport: false, optionalForImport: true },
      ],
    });
  });

  it("comes with create, stays through read, plan and update, and goes with delete", async () => {
    const ask = await withBook({});
    expect((await ask("planResourceChange", plan(null, CONFIG))).plannedIdentity).toBeUndefined();
    expect(heard((await ask("applyResourceChange", creating)).newIdentity)).toEqual(IDENTITY);
    const read = await ask("readResource", {
      ...BOOK,
      currentState: dv(STATE),
      currentIdentity: data(IDENTITY),
    });
    expect([told(read), heard(read.newIdentity)]).toEqual([[], IDENTITY]);
    const wished = { ...CONFIG, title: "Persuasion" };
    const replan = await ask("planResourceChange", { ...plan(STATE, wished), priorIdentity: data(IDENTITY) });
    expect(heard(replan.plannedIdentity)).toEqual(IDENTITY);
    const updated = await ask("applyResourceChange", {
      ...{ ...BOOK, config: dv(wished), priorState: dv(STATE) },
      ...(replan.plannedState && { plannedState: replan.plannedState }),
      plannedIdentity: data(IDENTITY),
    });
    expect([told(updated), heard(updated.newIdentity)]).toEqual([[], IDENTITY]);
    const destroying = { ...plan(STATE, null), priorIdentity: data(IDENTITY) };
    expect((await ask("planResourceChange", destroying)).plannedIdentity).toBeUndefined();
    const gone = await ask("applyResourceChange", { ...BOOK, priorState: dv(STATE), plannedState: dv(null) });
    expect([told(gone), gone.newIdentity]).toEqual([[], undefined]);
  });

  it("is given to objects that older clients stored without one", async () => {
    const ask = await withBook({});
    expect(heard((await ask("readResource", { ...BOOK, currentState: dv(STATE) })).newIdentity)).toEqual(
      IDENTITY,
    );
    const replan = await ask("planResourceChange", plan(STATE, { ...CONFIG, title: "Persuasion" }));
    expect(heard(replan.plannedIdentity)).toEqual(IDENTITY);
    const unset = { ...BOOK, currentState: dv(STATE), currentIdentity: data(null) };
    expect(heard((await ask("readResource", unset)).newIdentity)).toEqual(IDENTITY);
  });

  it("does not change: another object under the same address is an error, and the state stays", async () => {
    const ask = await withBook({ read: async ({ state }) => ({ ...state, copy_id: 8 }) });
    const read = await ask("readResource", {
      ...BOOK,
      currentState: dv(STATE),
      currentIdentity: data(IDENTITY),
    });
    expect([told(read), heard(read.newIdentity)]).toEqual([["error: Identity changed"], IDENTITY]);
    expect(objectFrom(bookAttributes, read.newState)).toEqual(STATE);
  });

  it("survives a failure", async () => {
    const failing = await withBook({
      read: async () => {
        throw new Error("closed today");
      },
      create: async ({ config, checkpoint }) => {
        checkpoint(bookState(config));
        throw new Error("no shelf");
      },
    });
    const current = { ...BOOK, currentState: dv(STATE), currentIdentity: data(IDENTITY) };
    expect(heard((await failing("readResource", current)).newIdentity)).toEqual(IDENTITY);
    expect(heard((await serve().ask("readResource", current)).newIdentity)).toEqual(IDENTITY);
    const created = await failing("applyResourceChange", creating);
    expect([told(created), heard(created.newIdentity)]).toEqual([["error: Library failed"], IDENTITY]);
  });

  it("imports: by identity, and by id with the identity as far as the id tells", async () => {
    const { ask } = serve();
    const identity = data({ copy_id: n(7), isbn: null });
    const byIdentity = await ask("importResourceState", { ...BOOK, identity });
    const byId = await ask("importResourceState", { ...BOOK, id: "7" });
    for (const answer of [byIdentity, byId]) {
      const [imported] = answer.importedResources;
      expect(told(answer)).toEqual([]);
      expect(objectFrom(bookAttributes, imported?.state)).toMatchObject({ copy_id: n(7), title: null });
      expect(heard(imported?.identity)).toEqual({ copy_id: n(7), isbn: null });
    }
    const incomplete = await ask("importResourceState", {
      ...BOOK,
      identity: data({ copy_id: null, isbn: "1" }),
    });
    expect([told(incomplete), incomplete.importedResources]).toEqual([
      ["error: Missing required argument"],
      [],
    ]);
  });

  it("is brought up from an older version", async () => {
    const { spec, ...rest } = book();
    const identity = spec.identity && {
      ...spec.identity,
      version: 1,
      upgrades: { 0: ({ number, ...others }: ValueRecord) => ({ ...others, copy_id: number ?? null }) },
    };
    // The cast stands for a release whose declaration was written so.
    const upgraded = { ...rest, spec: { ...spec, ...(identity && { identity }) } } as ReturnType<typeof book>;
    const { ask } = serve({ resources: [upgraded] });
    const upgrade = (version: bigint, json: string) =>
      ask("upgradeResourceIdentity", { ...BOOK, version, rawIdentity: { json: bytes(json) } });
    expect(heard((await upgrade(0n, '{"number":7}')).upgradedIdentity)).toEqual({
      copy_id: n(7),
      isbn: null,
    });
    const same = await upgrade(1n, '{"copy_id":7,"isbn":"1"}');
    expect([told(same), heard(same.upgradedIdentity)]).toEqual([[], IDENTITY]);
    const newer = await upgrade(2n, "{}");
    expect([told(newer), newer.upgradedIdentity]).toEqual([
      ["error: State version not supported"],
      undefined,
    ]);
    expect(told(await upgrade(1n, '{"copy_id":[]}'))).toEqual(["error: Stored state not readable"]);
  });

  it("is not supported by every resource", async () => {
    const { spec, ...rest } = book();
    const { identity: _, ...others } = spec;
    const { ask, configured } = serve({ resources: [{ ...rest, spec: others }] });
    const rawIdentity = { json: bytes("{}") };
    expect(told(await ask("upgradeResourceIdentity", { ...BOOK, rawIdentity }))).toEqual([
      "error: Identity not supported",
    ]);
    expect((await ask("getResourceIdentitySchemas", {})).identitySchemas).toEqual({});
    const read = await (await configured())("readResource", { ...BOOK, currentState: dv(STATE) });
    expect(read.newIdentity).toBeUndefined();
  });
});
