import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { type ServiceError, status } from "@grpc/grpc-js";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { GRPCController } from "../../provider/plugin/gen/plugin_pb.js";
import {
  Diagnostic_Severity,
  type GetProviderSchema_Response,
  Provider,
} from "../../provider/protocol/gen/tfplugin6_pb.js";
import { pathOf } from "./grpc-client.ts";
import { PROGRAMS, Providers, type RunningProvider } from "./packaged-provider.ts";
import { dynamic, objectOf, plainOf } from "./wire-objects.ts";

const CERTIFICATE = "sectigo_certificate";

/** Takes connections and never says a word. */
let silent: Server;
let silentUrl: string;
let onRequest: (socket: Socket) => void = () => undefined;
const sockets: Socket[] = [];

beforeAll(async () => {
  silent = createServer((socket) => {
    sockets.push(socket);
    socket.on("data", () => onRequest(socket));
  }).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const at = silent.address();
  silentUrl = `http://127.0.0.1:${at !== null && typeof at === "object" ? at.port : 0}`;
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  silent.close();
});

const providers = new Providers();
afterEach(() => providers.endAll());

async function schemaOf({ connection }: RunningProvider): Promise<GetProviderSchema_Response> {
  return connection.call(Provider, "getProviderSchema", {});
}

/** Configures the provider for an account behind the silent server. */
async function configure({ connection }: RunningProvider, schema: GetProviderSchema_Response): Promise<void> {
  const config = objectOf(schema.provider, {
    base_url: silentUrl,
    customer_uri: "cst01234",
    username: "admin",
    password: "correct-horse",
  });
  const { diagnostics } = await connection.call(Provider, "configureProvider", {
    config,
    terraformVersion: "1.11.4",
  });
  expect(diagnostics).toEqual([]);
}

/** Refreshes one certificate, which asks the silent server and gets no answer. */
function readCertificate(
  { connection }: RunningProvider,
  schema: GetProviderSchema_Response,
  signal: AbortSignal = new AbortController().signal,
) {
  const currentState = objectOf(schema.resourceSchemas[CERTIFICATE], { ssl_id: 12, status: "Issued" });
  return connection.call(Provider, "readResource", { typeName: CERTIFICATE, currentState }, { signal });
}

/** The connection on which the next request to the silent server comes. */
function nextRequest(): Promise<Socket> {
  return new Promise((resolve) => {
    onRequest = resolve;
  });
}

describe.each(PROGRAMS)("the calls of $name", (program) => {
  it("answers every method of the service, or says UNIMPLEMENTED, and survives empty requests", async () => {
    const { connection, plugin } = await providers.start(program);
    for (const method of Provider.methods) {
      const failure = await connection.callRaw(pathOf(method), Buffer.of()).then(
        () => null,
        (error: ServiceError) => error,
      );
      if (failure !== null) {
        expect.soft(status[failure.code], `${method.name}: ${failure.details}`).toBe("UNIMPLEMENTED");
      }
    }
    expect(plugin.child.exitCode).toBeNull();
    expect(plugin.stderr).toEqual([]);
  });

  it.each([
    "GenerateResourceConfig",
    "ReadStateBytes",
    "NoSuchMethod",
  ])("says UNIMPLEMENTED to %s, which newer clients may ask for", async (name) => {
    const { connection } = await providers.start(program);
    await expect(connection.callRaw(`/tfplugin6.Provider/${name}`, Buffer.of())).rejects.toMatchObject({
      code: status.UNIMPLEMENTED,
    });
  });

  it("gives a schema that Terraform can read: a block everywhere, types as JSON", async () => {
    const provider = await providers.start(program);
    const schema = await schemaOf(provider);
    expect(schema.diagnostics).toEqual([]);
    const all = [
      schema.provider,
      ...Object.values(schema.resourceSchemas),
      ...Object.values(schema.dataSourceSchemas),
    ];
    expect(all.length).toBeGreaterThan(1);
    for (const each of all) {
      expect(each?.block).toBeDefined();
      for (const { name, nestedType, type } of each?.block?.attributes ?? []) {
        if (nestedType === undefined) expect(JSON.parse(Buffer.from(type).toString()), name).toBeTruthy();
      }
    }
    expect(Object.keys(schema.resourceSchemas)).toContain(CERTIFICATE);
  });

  it.each([
    ["no msgpack", Uint8Array.of(0xc1)],
    ["half a msgpack object", Uint8Array.of(0x85, 0xa1)],
    ["a msgpack value that is no object", dynamic(7).msgpack],
    ["an object without its attributes", dynamic({}).msgpack],
    ["nothing", Uint8Array.of()],
  ])("answers a diagnostic or a status to %s as a configuration, and goes on", async (_name, msgpack) => {
    const provider = await providers.start(program);
    const { connection } = provider;
    const answer = await connection
      .call(Provider, "validateResourceConfig", { typeName: CERTIFICATE, config: { msgpack } })
      .catch((error: ServiceError) => error);
    if (answer instanceof Error) expect(answer.code).toBe(status.INTERNAL);
    else for (const each of answer.diagnostics) expect(each.severity).not.toBe(Diagnostic_Severity.INVALID);
    expect((await schemaOf(provider)).diagnostics).toEqual([]);
  });

  it("answers an error to a type that it does not have", async () => {
    const { connection } = await providers.start(program);
    const answer = await connection
      .call(Provider, "validateResourceConfig", { typeName: "other_thing", config: dynamic({}) })
      .catch((error: ServiceError) => error);
    if (answer instanceof Error) expect(answer.message).toContain("other_thing");
    else expect(answer.diagnostics[0]).toMatchObject({ severity: Diagnostic_Severity.ERROR });
  });

  it("refuses a Terraform that is too old, in words, when it is configured", async () => {
    const provider = await providers.start(program);
    const { connection, plugin } = provider;
    const config = objectOf((await schemaOf(provider)).provider, {});
    const { diagnostics } = await connection.call(Provider, "configureProvider", {
      config,
      terraformVersion: "1.4.7",
    });
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.summary).toContain("Terraform 1.4.7 is too old, 1.5 is the least");
    expect(plugin.child.exitCode).toBeNull();
  });

  it("plans a destroy by returning null", async () => {
    const provider = await providers.start(program);
    const schema = await schemaOf(provider);
    await configure(provider, schema);
    const prior = objectOf(schema.resourceSchemas[CERTIFICATE], { ssl_id: 12, status: "Expired" });
    const answer = await provider.connection.call(Provider, "planResourceChange", {
      typeName: CERTIFICATE,
      priorState: prior,
      proposedNewState: dynamic(null),
      config: dynamic(null),
    });
    expect(plainOf(answer.plannedState)).toBeNull();
  });

  it("takes StopProvider as a request to cancel: the call in flight ends, the process serves on", async () => {
    const provider = await providers.start(program);
    const schema = await schemaOf(provider);
    await configure(provider, schema);
    // Twice: a stop must not outlast itself, requests after it are fresh.
    for (let round = 1; round <= 2; round += 1) {
      const asked = nextRequest();
      const answer = readCertificate(provider, schema);
      await asked;
      expect((await provider.connection.call(Provider, "stopProvider", {})).Error).toBe("");
      expect((await answer).diagnostics.map(({ severity }) => severity)).toEqual([Diagnostic_Severity.ERROR]);
    }
    expect((await schemaOf(provider)).diagnostics).toEqual([]);
  });

  it("stops working on a call that the client gives up", async () => {
    const provider = await providers.start(program);
    const schema = await schemaOf(provider);
    await configure(provider, schema);
    const cancel = new AbortController();
    const asked = nextRequest();
    const answer = readCertificate(provider, schema, cancel.signal);
    const socket = await asked;
    const closed = once(socket, "close");
    cancel.abort();
    await expect(answer).rejects.toMatchObject({ code: status.CANCELLED });
    await closed;
  });

  it("ends at Shutdown although a call is in flight, as after a second Ctrl-C", async () => {
    const provider = await providers.start(program);
    const schema = await schemaOf(provider);
    await configure(provider, schema);
    const asked = nextRequest();
    const answer = readCertificate(provider, schema).catch((error: ServiceError) => error.code);
    await asked;
    await provider.connection.call(GRPCController, "shutdown", {});
    expect(await provider.plugin.ended).toEqual({ code: 0, signal: null });
    expect(await answer).not.toBe(status.OK);
  });

  it("tells no secret in any log line", async () => {
    const provider = await providers.start(program, { environment: { TF_LOG: "TRACE" } });
    const schema = await schemaOf(provider);
    await configure(provider, schema);
    const asked = nextRequest();
    const answer = readCertificate(provider, schema);
    await asked;
    await provider.connection.call(Provider, "stopProvider", {});
    await answer;
    expect(provider.plugin.stderr.length).toBeGreaterThan(0);
    expect(provider.plugin.stderr.join("\n")).not.toContain("correct-horse");
  });
});
