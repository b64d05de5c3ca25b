import { create, toBinary } from "@bufbuild/protobuf";
import { silentLogger, systemClock } from "../core/index.ts";
import { ProviderServer } from "./framework/server.ts";
import { GetMetadata_ResponseSchema, GetProviderSchema_ResponseSchema } from "./protocol/gen/tfplugin6_pb.js";
import { getMetadata, getProviderSchema } from "./protocol/rpc/get-provider-schema.ts";
import { sectigoProvider } from "./sectigo/provider.ts";

/** What the provider says of itself without being configured: answers of tfplugin6.Provider, encoded. */
export interface Description {
  readonly getMetadata: Uint8Array;
  readonly getProviderSchema: Uint8Array;
}

/**
 * The same for the same code, whatever the machine and the environment. The build puts its result in the place of this
 * file (`build/description.ts`), because Terraform waits for the schema at the start of every command.
 */
export function describeProvider(): Description {
  const provider = sectigoProvider({
    variables: {},
    readFile: () => "",
    version: "0",
    clock: systemClock(),
    random: () => 0,
    log: silentLogger,
  });
  // Which connection the provider makes does not matter here, as in protocol/service.ts.
  const server = new ProviderServer(provider, silentLogger) as ProviderServer<unknown>;
  const call = { server, signal: new AbortController().signal, log: silentLogger };
  return {
    getMetadata: toBinary(GetMetadata_ResponseSchema, create(GetMetadata_ResponseSchema, getMetadata(call))),
    getProviderSchema: toBinary(
      GetProviderSchema_ResponseSchema,
      create(GetProviderSchema_ResponseSchema, getProviderSchema(call)),
    ),
  };
}
