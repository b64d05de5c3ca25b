import { describe, expect, it } from "vitest";
import type { Library } from "../../../test/support/library.ts";
import { book, bookAttributes, bookIdentity } from "../../../test/support/library-provider.ts";
import { BOOK, serve, told } from "../../../test/support/library-service.ts";
import { Decimal } from "../../framework/decimal.ts";
import type { Move } from "../../framework/move-state.ts";
import type { Provider as ProviderDeclaration } from "../../framework/provider.ts";
import type { RawState } from "../../framework/raw-state.ts";
import { objectFrom } from "../wire.ts";

const n = (source: number) => Decimal.from(source);
const bytes = (text: string) => new TextEncoder().encode(text);

describe("state from disk", () => {
  const upgrade = (json: string, version = 0n, own: Partial<ProviderDeclaration<Library>> = {}) =>
    serve(own).ask("upgradeResourceState", { ...BOOK, version, rawState: { json: bytes(json) } });

  it("gets null for what is missing, loses what is surplus, and keeps every digit", async () => {
    const answer = await upgrade(
      '{"isbn":"1","price":12345678901234567890.5,"gone":[1],"pin_wo":"left over"}',
    );
    expect(told(answer)).toEqual([]);
    const state = objectFrom(bookAttributes, answer.upgradedState);
    expect(state).toMatchObject({ isbn: "1", title: null, pin_wo: null });
    expect(String(state?.price)).toBe("12345678901234567890.5");
    expect(Object.keys(state ?? {})).toHaveLength(Object.keys(bookAttributes).length);
  });

  it("is brought up from an older version", async () => {
    const answer = await upgrade('{"isbn":"1","name":"Emma"}', 0n, { resources: [book({}, { version: 1 })] });
    expect(objectFrom(bookAttributes, answer.upgradedState)).toMatchObject({ isbn: "1", title: "Emma" });
  });

  it("is refused in words where another provider wrote it, whatever its version", async () => {
    const { spec, ...rest } = book();
    const foreign = (raw: RawState) => (raw.isbn === undefined ? "A shop wrote it." : null);
    const own = { resources: [{ ...rest, spec: { ...spec, foreign } }] };
    for (const version of [0n, 9n]) {
      const answer = await upgrade("{}", version, own);
      expect(answer.diagnostics).toMatchObject([
        { summary: "State of another provider", detail: "A shop wrote it." },
      ]);
      expect(answer.upgradedState).toBeUndefined();
    }
    expect(told(await upgrade('{"isbn":"1"}', 0n, own))).toEqual([]);
  });

  it.each([
    ["a version without a way from it", "{}", 9n, "State version not supported"],
    ["state that does not fit", '{"title":1}', 0n, "Stored state not readable"],
    ["state that is not an object", "[]", 0n, "Stored state not readable"],
    ["state that is no JSON", "{", 0n, "Stored state not readable"],
    ["state of Terraform 0.11", "", 0n, "State format not supported"],
  ])("names the trouble with %s", async (_name, json, version, summary) => {
    const answer = await upgrade(json, version);
    expect(told(answer)).toEqual([`error: ${summary}`]);
    expect(answer.upgradedState).toBeUndefined();
  });

  it("names the attribute that does not fit", async () => {
    expect((await upgrade('{"shelf":{"room":[]}}')).diagnostics[0]?.detail).toMatch(
      /shelf\.room: "string" was expected, a list is stored/,
    );
  });

  it("is made from an id by an import, with its type", async () => {
    const answer = await serve().ask("importResourceState", { ...BOOK, id: "12" });
    expect(answer.importedResources).toMatchObject([{ typeName: "library_book" }]);
    expect(objectFrom(bookAttributes, answer.importedResources[0]?.state)).toMatchObject({
      copy_id: n(12),
      isbn: null,
    });
    const failed = await serve().ask("importResourceState", { ...BOOK, id: "x" });
    expect([told(failed), failed.importedResources]).toEqual([["error: Library failed"], []]);
  });
});

describe("an object of another type", () => {
  const move = (source: object, own: Partial<ProviderDeclaration<Library>> = {}) =>
    serve(own).ask("moveResourceState", {
      sourceProviderAddress: "registry.terraform.io/shops/shop",
      sourceTypeName: "shop_leaflet",
      sourceSchemaVersion: 2n,
      sourceState: { json: bytes('{"number":7,"name":"Sale","paper":"thin"}') },
      sourcePrivate: bytes("theirs"),
      targetTypeName: "library_book",
      ...source,
    });

  it.each(["registry.terraform.io", "registry.opentofu.org"])("is taken over from %s", async (host) => {
    const answer = await move({ sourceProviderAddress: `${host}/shops/shop` });
    expect(told(answer)).toEqual([]);
    const state = objectFrom(bookAttributes, answer.targetState);
    expect(state).toMatchObject({ copy_id: n(7), title: "Sale", pin_wo: null });
    expect(objectFrom(bookIdentity, answer.targetIdentity?.identityData)).toEqual({
      copy_id: n(7),
      isbn: null,
    });
    expect(answer.targetPrivate).toHaveLength(0);
  });

  it("brings its private data only where that is ours", async () => {
    const { spec, ...rest } = book();
    const [leaflet] = spec.moves ?? [];
    const moves = leaflet === undefined ? [] : [{ ...leaflet, keepsPrivate: true as const }];
    const answer = await move({}, { resources: [{ ...rest, spec: { ...spec, moves } }] });
    expect(answer.targetPrivate).toEqual(bytes("theirs"));
  });

  it("tries the moves from that source in turn, and says the words of one that refuses", async () => {
    const { spec, ...rest } = book();
    const [leaflet] = spec.moves ?? [];
    if (leaflet === undefined) throw new Error("the book has a move");
    const moving = (...moves: readonly Move[]) => ({ resources: [{ ...rest, spec: { ...spec, moves } }] });
    const { provider, type, schemaVersion } = leaflet;
    const notThis = { provider, type, schemaVersion, state: () => null };
    const never = { provider, type, schemaVersion, refuse: () => "Bring it to the desk." };
    expect(told(await move({}, moving(notThis, leaflet)))).toEqual([]);
    const refused = await move({}, moving(notThis, never));
    expect(refused.diagnostics).toMatchObject([
      { summary: "Move not supported", detail: "Bring it to the desk." },
    ]);
    expect(refused.targetState).toBeUndefined();
  });

  it("brings no write-only value into state", async () => {
    const { spec, ...rest } = book();
    const moves = (spec.moves ?? []).map((each) => ({
      ...each,
      state: () => ({ copy_id: 7, pin_wo: "1234" }),
    }));
    const answer = await move({}, { resources: [{ ...rest, spec: { ...spec, moves: moves as never } }] });
    expect(objectFrom(bookAttributes, answer.targetState)).toMatchObject({ copy_id: n(7), pin_wo: null });
  });

  it.each([
    ["of another provider", { sourceProviderAddress: "registry.terraform.io/shops/store" }],
    ["of another type", { sourceTypeName: "shop_poster" }],
    ["of another schema version", { sourceSchemaVersion: 1n }],
    ["that the move declines", { sourceState: { json: bytes('{"name":"Sale"}') } }],
  ])("is refused when it is one %s", async (_name, source) => {
    const answer = await move(source);
    expect([told(answer), answer.targetState]).toEqual([["error: Move not supported"], undefined]);
  });

  it.each([
    ["does not fit", '{"number":"x"}', "Stored state not readable"],
    ["is not JSON", "{", "Stored state not readable"],
    ["is of Terraform 0.11", "", "State format not supported"],
  ])("is refused when its state %s", async (_name, json, summary) => {
    const answer = await move({ sourceState: { json: bytes(json) } });
    expect([told(answer), answer.targetState]).toEqual([[`error: ${summary}`], undefined]);
  });
});
