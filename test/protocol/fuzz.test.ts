import type { DescField, DescMessage } from "@bufbuild/protobuf";
import { type ServiceError, status } from "@grpc/grpc-js";
import { ExtData, encode } from "@msgpack/msgpack";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type GetProviderSchema_Response,
  Provider,
  type Schema,
} from "../../provider/protocol/gen/tfplugin6_pb.js";
import { type FakeScm, startFakeScm } from "../fake-scm/server.ts";
import { budget } from "../support/budget.ts";
import { PROGRAMS, Providers, type RunningProvider } from "./packaged-provider.ts";
import { ProviderCalls } from "./provider-calls.ts";

/**
 * Every call with requests that no sane client sends: unknown everywhere, attributes missing or of the wrong type, octets
 * that are no message, values of 60 MB. An answer or UNIMPLEMENTED is right; a gRPC error or a dead process is not.
 */
const RUNS = budget({ usual: 25, full: 400 });
const CERTIFICATE = "sectigo_certificate";
const UNKNOWN = new ExtData(0, new Uint8Array([0]));
const REFINED = new ExtData(12, encode({ 1: false }));

let scm: FakeScm;
let provider: RunningProvider;
let schema: GetProviderSchema_Response;
const providers = new Providers();

beforeAll(async () => {
  scm = await startFakeScm({ issueDelayMs: 0 });
  const [program] = PROGRAMS;
  if (program === undefined) throw new Error("no package for this machine");
  provider = await providers.start(program);
  await ProviderCalls.configured(provider, scm);
  schema = await provider.connection.call(Provider, "getProviderSchema", {});
});
afterAll(async () => {
  await providers.endAll();
  await scm.close();
});

/** Any value on the wire, right or wrong for where it stands. */
const wireValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constant(null),
  fc.constant(UNKNOWN),
  fc.constant(REFINED),
  fc.string(),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.constant("123456789012345678901234567890"),
  fc.array(fc.oneof(fc.string(), fc.constant(UNKNOWN)), { maxLength: 3 }),
  fc.dictionary(fc.constantFrom("create", "read", "x"), fc.oneof(fc.string(), fc.constant(UNKNOWN)), {
    maxKeys: 2,
  }),
);

/** An object for a schema: each attribute present, absent, unknown or of any type; sometimes no object at all. */
function wireObject(of: Schema | undefined): fc.Arbitrary<Uint8Array> {
  const names = (of?.block?.attributes ?? []).map(({ name }) => name);
  const members = Object.fromEntries(names.map((name) => [name, wireValue]));
  const loose = fc.record(members, { requiredKeys: [] });
  const whole = fc.record(members);
  const openEverywhere = fc.constant(Object.fromEntries(names.map((name) => [name, UNKNOWN])));
  const encoded = fc.oneof(loose, whole, openEverywhere, wireValue).map((value) => encode(value));
  return fc.oneof(
    { weight: 9, arbitrary: encoded },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }) },
  );
}

/** A request of any message type, field by field. */
function request(message: DescMessage, of: Schema | undefined): fc.Arbitrary<Record<string, unknown>> {
  const fields = message.fields.filter((field) => field.localName !== "typeName");
  const members = Object.fromEntries(fields.map((field) => [field.localName, fieldValue(field, of)]));
  return fc.record(members, { requiredKeys: [] });
}

function fieldValue(field: DescField, of: Schema | undefined): fc.Arbitrary<unknown> {
  if (field.fieldKind === "list") return fc.constant([]);
  if (field.fieldKind === "map") return fc.constant({});
  if (field.fieldKind === "message") {
    if (field.message.name === "DynamicValue") return wireObject(of).map((msgpack) => ({ msgpack }));
    if (field.message.name === "RawState") {
      const state = fc.oneof(
        fc.json(),
        fc
          .dictionary(fc.constantFrom("ssl_id", "csr_pem", "x"), fc.jsonValue())
          .map((json) => JSON.stringify(json)),
      );
      return state.map((json) => ({ json: new TextEncoder().encode(json) }));
    }
    return request(field.message, of);
  }
  if (field.fieldKind === "enum") return fc.constant(0);
  return scalar(field.localName);
}

/** Scalars by name: the message's own types are few. */
function scalar(name: string): fc.Arbitrary<unknown> {
  if (/private$/i.test(name)) return fc.uint8Array({ maxLength: 20 });
  if (/version|limit/i.test(name))
    return name === "terraformVersion" ? fc.string() : fc.bigInt({ min: -1n, max: 9n });
  if (/allowed|include|planDestroy/i.test(name)) return fc.boolean();
  return fc.string();
}

/** What a call must never end with. */
async function mustSurvive(name: string, call: Promise<unknown>): Promise<void> {
  const failure = await call.then(
    () => null,
    (error: ServiceError) => error,
  );
  if (failure !== null) expect(status[failure.code], `${name}: ${failure.details}`).toBe("UNIMPLEMENTED");
  expect(provider.plugin.child.exitCode, `${name} ended the process`).toBeNull();
}

// Configuring again with nonsense is tried last, since the others want the connection; StopProvider has no request.
const UNARY = Provider.methods.filter(
  ({ methodKind, name }) => methodKind === "unary" && name !== "ConfigureProvider",
);
const CONFIGURE = Provider.methods.filter(({ name }) => name === "ConfigureProvider");

/** Their requests have no members and their answers are made at build time, so what comes is not read. */
const READS_NO_REQUEST = new Set(["GetMetadata", "GetProviderSchema"]);

describe("requests that no sane client sends", () => {
  it.each([...UNARY, ...CONFIGURE].map((method) => ({ method, name: method.name })))("$name", {
    timeout: 900_000,
  }, async ({ method, name }) => {
    const of = /Provider(Config)?$/.test(name)
      ? schema.provider
      : /DataSource|DataResource/.test(name)
        ? schema.dataSourceSchemas.sectigo_scm_profiles
        : schema.resourceSchemas[CERTIFICATE];
    const typeName = /DataSource|DataResource/.test(name) ? "sectigo_scm_profiles" : CERTIFICATE;
    const hasType = method.input.fields.some((field) => field.localName === "typeName");
    await fc.assert(
      fc.asyncProperty(request(method.input, of), async (fields) => {
        const full = hasType ? { typeName, ...fields } : fields;
        // `as never`: the request is made from the method's own description.
        await mustSurvive(name, provider.connection.call(Provider, method.localName as never, full as never));
      }),
      {
        numRuns: RUNS,
        interruptAfterTimeLimit: budget({ usual: 30_000, full: 600_000 }),
        markInterruptAsFailure: false,
      },
    );
  });

  it("octets that are not a message are refused by the transport alone", async () => {
    for (const method of UNARY.filter(({ name }) => !READS_NO_REQUEST.has(name))) {
      const failure = await provider.connection
        .callRaw(`/${method.parent.typeName}/${method.name}`, Buffer.from("ffffffff", "hex"))
        .catch((error: ServiceError) => error);
      expect(failure, method.name).toHaveProperty("code");
      expect(provider.plugin.child.exitCode).toBeNull();
    }
  });

  it("values of 60 MB go in and come back", async () => {
    const big = "x".repeat(60 * 1024 * 1024);
    const names = (schema.resourceSchemas[CERTIFICATE]?.block?.attributes ?? []).map(({ name }) => name);
    const config = Object.fromEntries(names.map((name) => [name, name === "comments" ? big : null]));
    await mustSurvive(
      "validateResourceConfig",
      provider.connection.call(Provider, "validateResourceConfig", {
        typeName: CERTIFICATE,
        config: { msgpack: encode(config) },
      }),
    );
    const json = new TextEncoder().encode(JSON.stringify({ ...config, ssl_id: 40198 }));
    const upgraded = await provider.connection.call(Provider, "upgradeResourceState", {
      typeName: CERTIFICATE,
      version: 0n,
      rawState: { json },
    });
    expect(upgraded.diagnostics).toEqual([]);
    expect(upgraded.upgradedState?.msgpack.length).toBeGreaterThan(big.length);
  });
});
