import {
  create,
  type DescMethodUnary,
  fromBinary,
  type MessageInitShape,
  type MessageShape,
  toBinary,
} from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import {
  type BookHandlers,
  book,
  bookAttributes,
  bookTree,
  catalogue,
  type Library,
  library,
  silentLog,
} from "../../test/support/library-provider.ts";
import { proposedNew } from "../../test/support/terraform-core.ts";
import type { Attributes } from "../framework/attribute.ts";
import { checkApplied } from "../framework/check/check-applied.ts";
import { Decimal } from "../framework/decimal.ts";
import type { Provider as ProviderDeclaration } from "../framework/provider.ts";
import { ProviderServer } from "../framework/server.ts";
import { UNKNOWN, type ValueRecord } from "../framework/value.ts";
import { Diagnostic_Severity, Provider } from "./gen/tfplugin6_pb.js";
import { providerHandlers } from "./service.ts";
import { objectFrom, objectTo } from "./wire.ts";

type Methods = typeof Provider.method;
/** A message whose type is known only by the name of its call. */
type Message = Record<string, unknown>;
type Served = keyof ReturnType<typeof providerHandlers>;

const n = (source: number) => Decimal.from(source);
const bytes = (text: string) => new TextEncoder().encode(text);
const never = new AbortController().signal;
const dv = (value: ValueRecord | null, attributes: Attributes = bookAttributes) =>
  objectTo(attributes, value);
const settings = library().attributes;
const TYPE = { typeName: "library_book" };

/** A provider behind its service: requests and answers go through their bytes, as they do on the wire. */
function serve(own: Partial<ProviderDeclaration<Library>> = {}) {
  const server = new ProviderServer(library(own), silentLog);
  const handlers = providerHandlers(server, silentLog);
  const ask = async <M extends Served>(
    name: M,
    request: MessageInitShape<Methods[M]["input"]>,
  ): Promise<MessageShape<Methods[M]["output"]>> => {
    const method: DescMethodUnary = Provider.method[name];
    const heard = fromBinary(method.input, toBinary(method.input, create(method.input, request as Message)));
    const answer = await handlers[name](heard as never, { signal: never });
    const said = toBinary(method.output, create(method.output, answer as Message));
    return fromBinary(method.output, said) as MessageShape<Methods[M]["output"]>;
  };
  const configured = async () => {
    await ask("configureProvider", { terraformVersion: "1.11.4", config: dv({ town: "Bath" }, settings) });
    return ask;
  };
  return { ask, configured, server };
}

const withBook = (handlers: Partial<BookHandlers>) => serve({ resources: [book(handlers)] }).configured();
const told = (answer: { diagnostics: readonly { severity: number; summary: string }[] }) =>
  answer.diagnostics.map(
    ({ severity, summary }) => `${severity === Diagnostic_Severity.ERROR ? "error" : "warning"}: ${summary}`,
  );

const CONFIG = bookTree({ isbn: "1", title: "Emma", pin_wo: "1234" });
const STATE = bookTree({
  isbn: "1",
  title: "Emma",
  pages: n(100),
  slot: "A1",
  copy_id: n(7),
  checked: "today",
});

describe("schema", () => {
  it("is answered without a configuration, with what we can do", async () => {
    const answer = await serve().ask("getProviderSchema", {});
    expect(answer.provider?.block?.attributes.map(({ name }) => name)).toEqual(["town"]);
    expect(Object.keys(answer.resourceSchemas)).toEqual(["library_book"]);
    expect(Object.keys(answer.dataSourceSchemas)).toEqual(["library_catalogue"]);
    expect(answer.serverCapabilities).toMatchObject({
      planDestroy: true,
      getProviderSchemaOptional: true,
      moveResourceState: true,
    });
    // Terraform panics at a schema without a block.
    for (const schema of [
      answer.provider,
      ...Object.values(answer.resourceSchemas),
      ...Object.values(answer.dataSourceSchemas),
    ])
      expect(schema?.block).toBeDefined();
  });

  it("is the same every time, byte for byte", async () => {
    const bytesOf = async () => {
      const { output } = Provider.method.getProviderSchema;
      return toBinary(output, await serve().ask("getProviderSchema", {}));
    };
    expect(await bytesOf()).toEqual(await bytesOf());
  });

  it("is summed up in the metadata", async () => {
    const answer = await serve().ask("getMetadata", {});
    expect(answer.resources).toMatchObject([{ typeName: "library_book" }]);
    expect(answer.dataSources).toMatchObject([{ typeName: "library_catalogue" }]);
    expect((await serve().ask("getFunctions", {})).functions).toEqual({});
  });
});

describe("validating", () => {
  const validate = (config: ValueRecord, writeOnlyAttributesAllowed = true) =>
    serve().ask("validateResourceConfig", {
      ...TYPE,
      config: dv(bookTree(config)),
      clientCapabilities: { writeOnlyAttributesAllowed },
    });

  it("runs without a configuration and passes over what is unknown", async () => {
    expect(told(await validate({ isbn: UNKNOWN, title: UNKNOWN, shelf: UNKNOWN }))).toEqual([]);
    expect(told(await validate({ isbn: null }))).toEqual(["error: Missing required argument"]);
  });

  it("refuses write-only values for clients that would store them", async () => {
    expect(told(await validate({ isbn: "1", pin_wo: "a" }))).toEqual([]);
    expect(told(await validate({ isbn: "1", pin_wo: "a" }, false))).toEqual([
      "error: Write-only argument not supported",
    ]);
    const silent = await serve().ask("validateResourceConfig", { ...TYPE, config: dv(CONFIG) });
    expect(told(silent)).toEqual(["error: Write-only argument not supported"]);
  });

  it("asks the rules across attributes once every single one is fine, defaults filled in", async () => {
    const seen: unknown[] = [];
    const ask = await withBook({
      validate: (config) => {
        seen.push(config.pages);
        throw new Error("rules fell over");
      },
    });
    const request = (pages: ValueRecord[string]) => ({ ...TYPE, config: dv(bookTree({ isbn: "1", pages })) });
    expect(told(await ask("validateResourceConfig", request(n(0))))).toEqual([
      "error: Invalid value for pages",
    ]);
    expect(told(await ask("validateResourceConfig", request(null)))).toEqual(["error: Library failed"]);
    expect(seen).toEqual([100]);
  });

  it("judges settings and data sources too", async () => {
    const { ask } = serve();
    expect(told(await ask("validateProviderConfig", { config: dv({ town: null }, settings) }))).toEqual([
      "error: Missing required argument",
    ]);
    const config = dv({ word: null, limit: null, isbns: null }, catalogue.spec.attributes);
    expect(told(await ask("validateDataResourceConfig", { typeName: "library_catalogue", config }))).toEqual([
      "error: Missing required argument",
    ]);
  });

  it("says which types there are when it is asked for another", async () => {
    const { ask } = serve();
    const config = dv(CONFIG);
    expect(told(await ask("validateResourceConfig", { typeName: "library_film", config }))).toEqual([
      "error: Unknown resource type",
    ]);
    expect(told(await ask("validateDataResourceConfig", { typeName: "library_film", config }))).toEqual([
      "error: Unknown data source",
    ]);
    expect(told(await ask("planResourceChange", { typeName: "library_film" }))).toEqual([
      "error: Unknown resource type",
    ]);
    expect(told(await ask("importResourceState", { typeName: "library_film" }))).toEqual([
      "error: Unknown resource type",
    ]);
    expect(told(await ask("upgradeResourceState", { typeName: "library_film" }))).toEqual([
      "error: Unknown resource type",
    ]);
    expect(told(await ask("readDataSource", { typeName: "library_film" }))).toEqual([
      "error: Unknown data source",
    ]);
  });
});

describe("the life of a resource", () => {
  it("is planned, created, read, planned without a change, updated and deleted", async () => {
    const ask = await withBook({});
    const plan = async (config: ValueRecord | null, prior: ValueRecord | null) => {
      const answer = await ask("planResourceChange", {
        ...TYPE,
        config: dv(config),
        priorState: dv(prior),
        proposedNewState: dv(config && proposedNew(bookAttributes, prior, config)),
      });
      expect(told(answer)).toEqual([]);
      return objectFrom(bookAttributes, answer.plannedState);
    };
    const apply = async (
      config: ValueRecord | null,
      prior: ValueRecord | null,
      planned: ValueRecord | null,
    ) => {
      const answer = await ask("applyResourceChange", {
        ...TYPE,
        config: dv(config),
        priorState: dv(prior),
        plannedState: dv(planned),
      });
      expect(told(answer)).toEqual([]);
      const state = objectFrom(bookAttributes, answer.newState);
      if (planned !== null && state !== null)
        expect(checkApplied(bookAttributes, planned, state)).toEqual([]);
      return state;
    };
    const created = await apply(CONFIG, null, await plan(CONFIG, null));
    expect(created).toMatchObject({ title: "Emma", pin_wo: null, copy_id: n(7) });
    const read = await ask("readResource", { ...TYPE, currentState: dv(created) });
    expect(objectFrom(bookAttributes, read.newState)).toEqual(created);
    expect(await plan(CONFIG, created)).toEqual(created);
    const wished = { ...CONFIG, title: "Persuasion" };
    const updated = await apply(wished, created, await plan(wished, created));
    expect(updated).toMatchObject({ title: "Persuasion", copy_id: n(7) });
    expect(await plan(null, updated)).toBeNull();
    expect(await apply(null, updated, null)).toBeNull();
  });

  it("answers a null state in so many bytes: an empty answer would mean the same by accident only", async () => {
    const ask = await withBook({ read: async () => null });
    const answer = await ask("readResource", { ...TYPE, currentState: dv(STATE), private: bytes("{}") });
    expect(answer.newState?.msgpack).toEqual(Uint8Array.from([0xc0]));
    expect(answer.private).toHaveLength(0);
  });

  it("sends paths that recreate, and private data on every way", async () => {
    const ask = await withBook({});
    const config = { ...CONFIG, isbn: "2" };
    const answer = await ask("planResourceChange", {
      ...TYPE,
      config: dv(config),
      priorState: dv(STATE),
      proposedNewState: dv(proposedNew(bookAttributes, STATE, config)),
      priorPrivate: bytes('{ "a":1}'),
    });
    expect(answer.requiresReplace.map(({ steps }) => steps.map(({ selector }) => selector.value))).toEqual([
      ["isbn"],
    ]);
    expect(answer.plannedPrivate).toEqual(bytes('{ "a":1}'));
    const read = await ask("readResource", { ...TYPE, currentState: dv(STATE), private: bytes('{ "a":1}') });
    expect(read.private).toEqual(bytes('{ "a":1}'));
  });
});

describe("without a connection", () => {
  it("plans, but neither reads nor applies; what was there stays as it came", async () => {
    const { ask } = serve();
    const proposed = { proposedNewState: dv(CONFIG), config: dv(CONFIG), priorState: dv(null) };
    expect(told(await ask("planResourceChange", { ...TYPE, ...proposed }))).toEqual([]);
    const read = await ask("readResource", { ...TYPE, currentState: dv(STATE), private: bytes("p") });
    expect(told(read)).toEqual(["error: Provider not configured"]);
    expect([objectFrom(bookAttributes, read.newState), read.private]).toEqual([STATE, bytes("p")]);
    const applied = await ask("applyResourceChange", {
      ...TYPE,
      priorState: dv(STATE),
      plannedState: dv(null),
      plannedPrivate: bytes("p"),
    });
    expect(told(applied)).toEqual(["error: Provider not configured"]);
    expect([objectFrom(bookAttributes, applied.newState), applied.private]).toEqual([STATE, bytes("p")]);
    const config = dv({ word: "a", limit: null, isbns: null }, catalogue.spec.attributes);
    expect(told(await ask("readDataSource", { typeName: "library_catalogue", config }))).toEqual([
      "error: Provider not configured",
    ]);
  });

  it("reports what was wrong with the configuration", async () => {
    const { ask } = serve();
    expect(told(await ask("configureProvider", { config: dv({ town: null }, settings) }))).toEqual([
      "error: Missing required argument",
    ]);
    expect(told(await ask("configureProvider", {}))).toEqual(["error: Missing configuration"]);
  });
});

describe("state from disk", () => {
  const upgrade = (json: string, version = 0n, own: Partial<ProviderDeclaration<Library>> = {}) =>
    serve(own).ask("upgradeResourceState", { ...TYPE, version, rawState: { json: bytes(json) } });

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

  it.each([
    ["a version without a way from it", "{}", 9n, "State version not supported"],
    ["state that does not fit", '{"title":1}', 0n, "Stored state not readable"],
    ["state that is no object", "[]", 0n, "Stored state not readable"],
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
    const answer = await serve().ask("importResourceState", { ...TYPE, id: "12" });
    expect(answer.importedResources).toMatchObject([{ typeName: "library_book" }]);
    expect(objectFrom(bookAttributes, answer.importedResources[0]?.state)).toMatchObject({
      copy_id: n(12),
      isbn: null,
    });
    const failed = await serve().ask("importResourceState", { ...TYPE, id: "x" });
    expect([told(failed), failed.importedResources]).toEqual([["error: Library failed"], []]);
  });

  it("does not move from another type", async () => {
    const answer = await serve().ask("moveResourceState", {
      sourceTypeName: "shop_book",
      targetTypeName: "library_book",
    });
    expect(told(answer)).toEqual(["error: Move not supported"]);
  });
});

describe("data sources", () => {
  it("answer what they found", async () => {
    const ask = await serve().configured();
    const { attributes } = catalogue.spec;
    const config = dv({ word: "emma", limit: null, isbns: null }, attributes);
    const answer = await ask("readDataSource", { typeName: "library_catalogue", config });
    expect(told(answer)).toEqual([]);
    expect(objectFrom(attributes, answer.state)).toEqual({
      word: "emma",
      limit: n(10),
      isbns: ["Bath-emma-10"],
    });
  });
});

describe("trouble", () => {
  it("of any kind is a message, never a broken call", async () => {
    const { ask } = serve();
    const garbage = { msgpack: Uint8Array.from([0x81]) };
    expect(told(await ask("validateResourceConfig", { ...TYPE, config: garbage }))).toEqual([
      "error: Library failed",
    ]);
    expect(told(await ask("planResourceChange", { ...TYPE, config: garbage }))).toEqual([
      "error: Library failed",
    ]);
    expect(told(await ask("configureProvider", { config: garbage }))).toEqual(["error: Library failed"]);
  });

  it("does not follow from a stop: what is in flight is cancelled, and later calls are served", async () => {
    const asked = Promise.withResolvers<void>();
    const { configured, ask } = serve({
      resources: [
        book({
          read: ({ signal }) =>
            new Promise((_resolve, reject) => {
              signal.addEventListener("abort", () => reject(new Error("cancelled")));
              asked.resolve();
            }),
        }),
      ],
    });
    await configured();
    const reading = ask("readResource", { ...TYPE, currentState: dv(STATE) });
    await asked.promise;
    expect((await ask("stopProvider", {})).Error).toBe("");
    const answer = await reading;
    expect(told(answer)).toEqual(["error: Library failed"]);
    expect(objectFrom(bookAttributes, answer.newState)).toEqual(STATE);
    expect(
      told(await ask("validateResourceConfig", { ...TYPE, config: dv(bookTree({ isbn: "1" })) })),
    ).toEqual([]);
  });
});
