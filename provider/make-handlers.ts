import { standingClock, systemClock, testInstant } from "../core/index.ts";
import { ProviderServer } from "./framework/server.ts";
import type { PluginContext } from "./plugin/serve-plugin.ts";
import { providerHandlers } from "./protocol/service.ts";
import { sectigoProvider } from "./sectigo/provider.ts";
import type { Surroundings } from "./sectigo/surroundings.ts";

export type ProviderHandlers = ReturnType<typeof providerHandlers>;
/** What the entry point hands over. */
export type EntrySurroundings = Pick<Surroundings, "variables" | "version" | "readFile">;

/** The whole provider at work. It loads everything that an answer may need, so it is imported when a call needs it. */
export function makeHandlers(
  context: PluginContext,
  { variables, version, readFile }: EntrySurroundings,
): ProviderHandlers {
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
  return providerHandlers(providerServer, context.log);
}
