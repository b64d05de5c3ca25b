import type { ConfigError } from "../../core/index.ts";
import type { AgentInputs } from "../inputs/agent.ts";
import { howToSet } from "../inputs/connection.ts";
import { inputFault } from "../inputs/forms.ts";
import type { ActionInputs } from "../inputs.ts";

/**
 * First part of the names of the host's files.
 * @throws ConfigError `config.input` where PKCS#12 has no password
 */
export function hostFileName(agent: AgentInputs, { files }: Pick<ActionInputs, "files">): string {
  if (files.formats.includes("pkcs12") && agent.pkcs12Password === null) throw noPassword();
  return files.name ?? fileStem(agent.commonName);
}

function fileStem(commonName: string): string {
  return commonName.replace(/^\*\./, "wildcard.").replace(/[^\w.-]/g, "_");
}

function noPassword(): ConfigError {
  return inputFault("pkcs12-password", "it is empty, and formats has pkcs12", howToSet("pkcs12-password"));
}
