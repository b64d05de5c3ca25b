import type { ConfigError } from "../../core/index.ts";
import { type ConnectionInputs, missingSettings } from "./connection.ts";
import { inputFault, type ReadInput, textOrNull } from "./forms.ts";

/**
 * What a command can't do without, told with all else that is wrong. A check is another matter: where GitHub hands out no
 * secrets and no variables, it judges what it can.
 */
export function judgeNeeded(
  read: ReadInput,
  command: string,
  connection: Pick<ConnectionInputs, "login" | "missing"> | null,
): readonly ConfigError[] {
  if (command === "check") return [];
  const faults: ConfigError[] = [];
  if (connection?.login === null) faults.push(missingSettings(connection.missing));
  const need = (name: string, hint: string): void => {
    if (textOrNull(read, name) === null) faults.push(inputFault(name, "it is empty", hint));
  };
  if (command === "enroll") {
    need("organization", "Set it to the name or id of the organization or department that orders.");
    need("profile", "Set it to the name or id of the SCM profile.");
    if (textOrNull(read, "key") === null)
      need("csr", "Give paths or globs of CSR files, one per line, or a request as PEM; or set key.");
  }
  if (command === "collect") need("ssl-id", "Give SCM's ids of what to collect, one per line.");
  if (command === "revoke") need("ssl-id", "Give SCM's ids of what to revoke, one per line.");
  return faults;
}
