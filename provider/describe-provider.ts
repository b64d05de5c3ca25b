import { create, toBinary } from "@bufbuild/protobuf";
import { silentLogger } from "../core/index.ts";
import { ProviderServer } from "./framework/server.ts";
import type { ServiceOutline } from "./plugin/grpc.ts";
import { outlineOf } from "./plugin/message-service.ts";
import { GetMetadata_ResponseSchema, GetProviderSchema_ResponseSchema } from "./protocol/gen/tfplugin6_pb.js";
import { getMetadata, getProviderSchema } from "./protocol/rpc/get-provider-schema.ts";
import { providerService } from "./protocol/service.ts";
import { declaredProvider } from "./sectigo/declared-provider.ts";

/** What is known of the provider without its being configured, or loaded. */
export interface Description {
  readonly service: ServiceOutline;
  /** Answers of the service, encoded, by the local name of the method. */
  readonly answers: {
    readonly getMetadata: Uint8Array;
    readonly getProviderSchema: Uint8Array;
  };
}

/**
 * The same for the same code, whatever the machine and the environment. The build puts its result in the place of this
 * file (`build/description.ts`), because Terraform waits for the schema at the start of every command.
 */
export function describeProvider(): Description {
  const provider = declaredProvider();
  // Which connection the provider makes does not matter here, as in protocol/service.ts.
  const server = new ProviderServer(provider, silentLogger) as ProviderServer<unknown>;
  const call = { server, signal: new AbortController().signal, log: silentLogger };
  return {
    service: outlineOf(providerService),
    answers: {
      getMetadata: toBinary(
        GetMetadata_ResponseSchema,
        create(GetMetadata_ResponseSchema, getMetadata(call)),
      ),
      getProviderSchema: toBinary(
        GetProviderSchema_ResponseSchema,
        create(GetProviderSchema_ResponseSchema, getProviderSchema(call)),
      ),
    },
  };
}
