import type { EntrySurroundings } from "./load-service.ts";
import type { GrpcServer } from "./plugin/grpc.ts";
import { lateService } from "./plugin/late-service.ts";
import type { PluginContext } from "./plugin/serve-plugin.ts";

/**
 * Puts the Sectigo provider onto a plugin server. What describes the provider is answered with octets of the build; the first
 * other call loads the provider itself. Terraform starts a provider once in every command for its schema alone.
 */
export async function registerProvider(
  server: GrpcServer,
  context: PluginContext,
  surroundings: EntrySurroundings,
): Promise<void> {
  const { describeProvider } = await import("./describe-provider.ts");
  const { service, answers } = describeProvider();
  const { outline, handlers } = lateService(service, async () => {
    const { loadService } = await import("./load-service.ts");
    return loadService(context, surroundings);
  });
  const described = Object.entries(answers).map(([call, octets]) => {
    const handler = (): Uint8Array => {
      context.log.trace("call", { tf_rpc: call });
      return octets;
    };
    return [call, handler] as const;
  });
  server.addService({ outline, handlers: { ...handlers, ...Object.fromEntries(described) } });
}
