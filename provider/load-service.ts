import { standingClock, systemClock, testInstant } from "../core/index.ts";
import { ProviderServer } from "./framework/server.ts";
import type { OctetService } from "./plugin/grpc.ts";
import { messageService } from "./plugin/message-service.ts";
import type { PluginContext } from "./plugin/serve-plugin.ts";
import { providerHandlers, providerService } from "./protocol/service.ts";
import { sectigoProvider } from "./sectigo/provider.ts";
import type { Surroundings } from "./sectigo/surroundings.ts";

/** What the entry point hands over. */
export type EntrySurroundings = Pick<Surroundings, "variables" | "version" | "readFile">;

/** The whole provider at work. It loads everything that an answer may need, so it is imported when a call needs it. */
export function loadService(
  context: PluginContext,
  { variables, version, readFile }: EntrySurroundings,
): OctetService {
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
  return messageService(providerService, providerHandlers(providerServer, context.log));
}
