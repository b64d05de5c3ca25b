import { once } from "node:events";
import { createServer } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { PluginConnection } from "../test/protocol/grpc-client.ts";
import { silentLog } from "../test/support/library-provider.ts";
import { GrpcServer } from "./plugin/grpc.ts";
import { Provider } from "./protocol/gen/tfplugin6_pb.js";
import { registerProvider } from "./register-provider.ts";

/** From its sources, on a machine that others load too. */
const LOADING_MS = 180_000;

const server = new GrpcServer({ onCall: () => undefined, onFailure: String });
/** The provider registers what it does at its end when it is made. */
const hooks: unknown[] = [];
const listener = createServer();
let connection: PluginConnection;

beforeAll(async () => {
  const context = {
    log: silentLog,
    onShutdown: (hook: () => unknown) => hooks.push(hook),
    signal: new AbortController().signal,
    isDebug: false,
  };
  await registerProvider(server, context, { variables: {}, version: "0", readFile: () => "" });
  listener.on("connection", server.acceptor(null)).listen(0, "127.0.0.1");
  await once(listener, "listening");
  const at = listener.address();
  if (at === null || typeof at === "string") throw new Error("no port");
  const address = `127.0.0.1:${at.port}`;
  connection = new PluginConnection(
    {
      protocolVersion: 6,
      network: "tcp",
      address,
      transport: "grpc",
      certificatePem: null,
      fieldCount: 6,
      text: "",
    },
    null,
  );
}, LOADING_MS);
afterAll(() => {
  connection.close();
  listener.close();
});

it("makes the provider for the first call that needs it, once, and not for its description", async () => {
  const { resources } = await connection.call(Provider, "getMetadata", {});
  expect(resources.map(({ typeName }) => typeName)).toContain("sectigo_certificate");
  await connection.call(Provider, "getProviderSchema", {});
  expect(hooks).toHaveLength(0);
  const calls = [1, 2, 3].map(() => connection.call(Provider, "stopProvider", {}));
  expect(await Promise.all(calls)).toMatchObject([{ Error: "" }, { Error: "" }, { Error: "" }]);
  expect(hooks).toHaveLength(1);
});
