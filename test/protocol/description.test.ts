import { afterEach, describe, expect, it } from "vitest";
import { describeProvider } from "../../provider/describe-provider.ts";
import { Provider } from "../../provider/protocol/gen/tfplugin6_pb.js";
import { pathOf } from "./grpc-client.ts";
import { PROGRAMS, Providers } from "./packaged-provider.ts";

const providers = new Providers();
afterEach(() => providers.endAll());

const NO_REQUEST = Buffer.of();

describe.each(PROGRAMS)("S95: what $name says of itself", (program) => {
  it.each([
    "getMetadata",
    "getProviderSchema",
  ] as const)("%s is octet for octet what the code encodes", async (name) => {
    const { connection } = await providers.start(program);
    const answer = await connection.callRaw(pathOf(Provider.method[name]), NO_REQUEST);
    expect(answer.equals(describeProvider().answers[name])).toBe(true);
  });

  it("is answered beside calls that need the provider, in whatever order they come", async () => {
    const { connection } = await providers.start(program);
    const [functions, schema, again] = await Promise.all([
      connection.call(Provider, "getFunctions", {}),
      connection.call(Provider, "getProviderSchema", {}),
      connection.call(Provider, "getFunctions", {}),
    ]);
    expect(Object.keys(functions.functions)).toEqual(Object.keys(schema.functions));
    expect(again).toEqual(functions);
  });

  it("needs nothing of the environment: wrong settings are told by the calls that use them", async () => {
    const environment = { SECTIGO_BASE_URL: "no address", SECTIGO_TEST_CLOCK: "never" };
    const { connection } = await providers.start(program, { environment });
    const answer = await connection.callRaw(pathOf(Provider.method.getProviderSchema), NO_REQUEST);
    expect(answer.equals(describeProvider().answers.getProviderSchema)).toBe(true);
  });
});
