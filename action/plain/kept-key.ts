import { ConfigError } from "../../core/index.ts";
import type { AgentInputs } from "../inputs/agent.ts";

/**
 * Refuses a key that is made for the job alone, where nothing removes it when the job ends.
 * @throws ConfigError `config.input`
 */
export function refuseUnkept(agent: AgentInputs | null): void {
  if (agent === null || agent.directory !== null || agent.keepsKey) return;
  throw new ConfigError(
    "make a key in the output directory: no post step removes it here when the job ends",
    {
      code: "config.input",
      path: "key",
      hint: "Set agent-directory to a place of this host where the key stays; or keep-key to true, and remove it yourself.",
    },
  );
}
