import { silentLogger, systemClock } from "../../core/index.ts";
import packageJson from "../../package.json" with { type: "json" };
import { sectigoProvider } from "./provider.ts";

/** The provider as it is declared, for what is read of it without a server: it makes no connection. */
export function declaredProvider(): ReturnType<typeof sectigoProvider> {
  return sectigoProvider({
    variables: {},
    version: packageJson.version,
    readFile: () => "",
    clock: systemClock(),
    random: () => 0,
    log: silentLogger,
  });
}
