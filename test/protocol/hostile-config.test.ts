/** S67: hostile text in each attribute of each kind of block, before the packaged provider: nothing of it acts where it is told. */
import { encode } from "@msgpack/msgpack";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Diagnostic,
  type GetProviderSchema_Response,
  Provider,
  type Schema,
} from "../../provider/protocol/gen/tfplugin6_pb.js";
import { type FakeScm, startFakeScm } from "../fake-scm/server.ts";
import { expectSilent, HOSTILE } from "../support/hostile-text.ts";
import { changesOf, UNKNOWN } from "./hostile-schema.ts";
import { PROGRAMS, Providers, type RunningProvider } from "./packaged-provider.ts";
import { ProviderCalls } from "./provider-calls.ts";
import type { Plain } from "./wire-objects.ts";

const providers = new Providers();
let scm: FakeScm;
let provider: RunningProvider;
let schema: GetProviderSchema_Response;
beforeAll(async () => {
  const [program] = PROGRAMS;
  if (program === undefined) throw new Error("no package for this machine");
  scm = await startFakeScm();
  provider = await providers.start(program, { environment: { TF_LOG: "TRACE" } });
  schema = await provider.connection.call(Provider, "getProviderSchema", {});
});
afterAll(async () => {
  await providers.endAll();
  await scm.close();
});

const textsOf = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.flatMap(({ summary, detail }) => [summary, detail]);

/** A configuration in which all that is not said is unknown if it must be there, and absent otherwise. */
function wire(of: Schema | undefined, given: object): { msgpack: Uint8Array } {
  const attributes = of?.block?.attributes ?? [];
  const rest = attributes.map(({ name, required }) => [name, required ? UNKNOWN : null]);
  return { msgpack: encode({ ...Object.fromEntries(rest), ...given }) };
}

type Validation = (
  typeName: string,
  config: { msgpack: Uint8Array },
) => Promise<{ diagnostics: Diagnostic[] }>;
const KINDS: readonly (readonly [
  string,
  (all: GetProviderSchema_Response) => Record<string, Schema>,
  Validation,
])[] = [
  [
    "resources",
    ({ resourceSchemas }) => resourceSchemas,
    (typeName, config) => provider.connection.call(Provider, "validateResourceConfig", { typeName, config }),
  ],
  [
    "data sources",
    ({ dataSourceSchemas }) => dataSourceSchemas,
    (typeName, config) =>
      provider.connection.call(Provider, "validateDataResourceConfig", { typeName, config }),
  ],
  [
    "ephemeral resources",
    ({ ephemeralResourceSchemas }) => ephemeralResourceSchemas,
    (typeName, config) =>
      provider.connection.call(Provider, "validateEphemeralResourceConfig", { typeName, config }),
  ],
  [
    "lists",
    ({ listResourceSchemas }) => listResourceSchemas,
    (typeName, config) =>
      provider.connection.call(Provider, "validateListResourceConfig", { typeName, config }),
  ],
  [
    "actions",
    ({ actionSchemas }) =>
      Object.fromEntries(Object.entries(actionSchemas).map(([type, { schema: of }]) => [type, of as Schema])),
    (actionType, config) =>
      provider.connection.call(Provider, "validateActionConfig", { actionType, config }),
  ],
];

describe("S67 hostile text in an attribute reaches no terminal as it is", () => {
  it.each(KINDS)("of %s, each of which is validated", async (_kind, schemasOf, validate) => {
    const told: string[] = [];
    for (const [type, of] of Object.entries(schemasOf(schema)))
      for (const { at, value } of changesOf(of, HOSTILE)) {
        const { diagnostics } = await validate(type, wire(of, value as object));
        const texts = textsOf(diagnostics);
        told.push(...texts);
        for (const text of texts) expect(text, `${type}.${at}`).not.toMatch(/unreadable|bug\./);
        expectSilent(texts, { stderr: [] });
      }
    // Attributes that are checked quote what is wrong.
    expect(told.join(" ")).toContain("owned");
    expectSilent([], provider.plugin);
  });

  it("of the provider, which is validated, configured and used to sign in", async () => {
    const account = { base_url: scm.apiUrl, customer_uri: "c", username: "u", password: "p" };
    const told: string[] = [];
    for (const { at, value } of changesOf(schema.provider, HOSTILE)) {
      const config = wire(schema.provider, { ...account, ...(value as object) });
      const validated = await provider.connection.call(Provider, "validateProviderConfig", { config });
      const configured = await provider.connection.call(Provider, "configureProvider", { config });
      const read = await provider.connection.call(Provider, "readDataSource", {
        typeName: "sectigo_organizations",
        config: wire(schema.dataSourceSchemas.sectigo_organizations, {}),
      });
      const texts = [validated, configured, read].flatMap(({ diagnostics }) => textsOf(diagnostics));
      expect(texts.length, at).toBeGreaterThan(0);
      told.push(...texts);
      expectSilent(texts, { stderr: [] });
    }
    expect(told.join(" ")).toContain("owned");
    expectSilent([], provider.plugin);
  });

  it("of an assignment rule, from the plan to the state", async () => {
    const calls = (await ProviderCalls.configured(provider, scm)).of("sectigo_assignment_rule");
    const condition = { attribute: "common_name", operator: "matches", value: HOSTILE, values: null };
    const rule: Readonly<Record<string, Plain>> = {
      ...{ name: HOSTILE, match: "all", conditions: [condition], tags: [HOSTILE], owners: [HOSTILE] },
      custom_attributes: { [HOSTILE]: HOSTILE },
    };
    const { state, errors, warnings } = await calls.apply(rule);
    expectSilent([...errors, ...warnings], provider.plugin);
    if (errors.length === 0) expect(state).toMatchObject({ name: HOSTILE, tags: [HOSTILE] });
    const refused = { ...rule, conditions: [{ ...condition, value: `${HOSTILE}(` }] };
    const texts = [...(await calls.validate(refused)), ...(await calls.apply(refused)).errors];
    expect(texts.join(" ")).toContain("owned");
    expectSilent(texts, provider.plugin);
  });
});
