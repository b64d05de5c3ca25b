import type { EntrySurroundings, ProviderHandlers } from "./make-handlers.ts";
import { Encoded } from "./plugin/encoded.ts";
import type { GrpcServer } from "./plugin/grpc.ts";
import type { PluginContext } from "./plugin/serve-plugin.ts";
import { Provider } from "./protocol/gen/tfplugin6_pb.js";

type Load = () => Promise<ProviderHandlers>;
type AnyHandler = (request: unknown, context: unknown) => unknown;

/**
 * Puts the Sectigo provider onto a plugin server. What describes the provider is answered with octets of the build; the first
 * other call loads the provider itself. Terraform starts a provider once in every command for its schema alone.
 */
export function registerProvider(
  server: GrpcServer,
  context: PluginContext,
  surroundings: EntrySurroundings,
): void {
  let loading: Promise<ProviderHandlers> | null = null;
  const load: Load = () => {
    loading ??= import("./make-handlers.ts").then(({ makeHandlers }) => makeHandlers(context, surroundings));
    return loading;
  };
  const describe = async (name: "getMetadata" | "getProviderSchema"): Promise<Encoded> => {
    context.log.trace("call", { tf_rpc: name });
    const { describeProvider } = await import("./describe-provider.ts");
    return new Encoded(describeProvider()[name]);
  };
  server.addService(Provider, {
    ...loadedHandlers(load),
    getMetadata: () => describe("getMetadata"),
    getProviderSchema: () => describe("getProviderSchema"),
  });
}

/** A handler for each method, which hands the call over once the provider is loaded. */
function loadedHandlers(load: Load): ProviderHandlers {
  const handlers = Provider.methods.map(({ localName, methodKind }) => {
    const handlerOf = async (): Promise<AnyHandler> =>
      // `as`: `ProviderHandlers` has a handler of this name, which takes and gives the messages of this method.
      ((await load()) as unknown as Readonly<Record<string, AnyHandler>>)[localName] as AnyHandler;
    const unary: AnyHandler = async (request, context) => (await handlerOf())(request, context);
    const stream: AnyHandler = async function* (request, context) {
      yield* (await handlerOf())(request, context) as AsyncIterable<unknown>;
    };
    return [localName, methodKind === "unary" ? unary : stream] as const;
  });
  return Object.fromEntries(handlers) as unknown as ProviderHandlers;
}
