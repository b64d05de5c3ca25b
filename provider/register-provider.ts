import { standingClock, systemClock, testInstant } from "../core/index.ts";
import { ProviderServer } from "./framework/server.ts";
import type { GrpcServer } from "./plugin/grpc.ts";
import type { PluginContext } from "./plugin/serve-plugin.ts";
import { providerHandlers, providerService } from "./protocol/service.ts";
import { sectigoProvider } from "./sectigo/provider.ts";
import type { Surroundings } from "./sectigo/surroundings.ts";

/** Puts the Sectigo provider onto a plugin server. */
export function registerProvider(
  server: GrpcServer,
  context: PluginContext,
  { variables, version, readFile }: Pick<Surroundings, "variables" | "version" | "readFile">,
): void {
  const instant = testInstant(variables);
  const provider = sectigoProvider({
    variables,
    version,
    readFile,
    clock: instant === null ? systemClock() : standingClock(instant),
    random: Math.random,
    log: context.log,
  });
  const providerServer = new ProviderServer(provider, context.log);
  context.onShutdown(() => providerServer.close());
  server.addService(providerService, providerHandlers(providerServer, context.log));
}
