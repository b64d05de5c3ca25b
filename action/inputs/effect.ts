import type { ConfigError } from "../../core/index.ts";
import { inputFault, listOf, type ReadInput, textOrNull } from "./forms.ts";
import { INPUTS_OF_KEY } from "./names.ts";

const OF_FILES = ["formats", "certificate-mode"] as const;
const OF_THE_ACCOUNT: ReadonlySet<string> = new Set(["import", "inventory", "validate", "contract"]);
const BY_ID: ReadonlySet<string> = new Set(["collect", "revoke"]);

/**
 * Inputs that have no effect beside the others: a user who sets them expects one. Inputs that only another command uses are
 * left alone where steps of one workflow share them, but not those that say what the step works on.
 */
export function judgeEffect(read: ReadInput, command: string): readonly ConfigError[] {
  const isGiven = (name: string): boolean => textOrNull(read, name) !== null;
  const faults: ConfigError[] = [];
  const refuse = (names: readonly string[], found: string, hint: string): void => {
    for (const name of names.filter(isGiven)) faults.push(inputFault(name, found, hint));
  };
  if (command === "enroll" || command === "check")
    refuse(["ssl-id"], `command ${command} does not use it`, "Use collect or revoke for ids, or remove it.");
  if (BY_ID.has(command))
    refuse(["csr", "key"], `command ${command} works by ssl-id`, "Remove it, or use command: enroll.");
  if (BY_ID.has(command) && listOf(read, "ssl-id").length > 1)
    refuse(
      ["name"],
      "it has no effect on several certificates",
      "Remove it: their files are named by their ids.",
    );
  if (OF_THE_ACCOUNT.has(command))
    refuse(
      ["csr", "key", "ssl-id"],
      `command ${command} is about the account`,
      "Remove it, or use another command.",
    );
  const makesPkcs12 = listOf(read, "formats").some((word) => word.toLowerCase() === "pkcs12");
  if (isGiven("key")) {
    if (isGiven("agent-directory"))
      refuse(["on-lost-key"], "it has no effect with agent-directory", "Remove it: there the key stays.");
    if (!isGiven("hook"))
      refuse(["hook-timeout"], "it has no effect without hook", "Set hook, or remove it.");
    if (!isGiven("endpoint"))
      refuse(["endpoint-timeout"], "it has no effect without endpoint", "Set endpoint, or remove it.");
    if (!makesPkcs12)
      refuse(["pkcs12-password"], "it has no effect without pkcs12 in formats", "Add pkcs12, or remove it.");
    return faults;
  }
  refuse(INPUTS_OF_KEY, "it has no effect without key", "Set key to make a key here, or remove it.");
  if (makesPkcs12)
    faults.push(inputFault("formats", "pkcs12 needs a key", "Set key to make a key here, or remove pkcs12."));
  if (!isGiven("output-directory"))
    refuse(OF_FILES, "it has no effect without output-directory", "Set output-directory, or remove it.");
  return faults;
}
