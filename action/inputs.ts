import { type BusinessUnitInputs, readBusinessUnits } from "./business-units.ts";
import { type AgentInputs, readAgent } from "./inputs/agent.ts";
import { InputReader } from "./inputs/all-faults.ts";
import { type CheckInputs, readCheck } from "./inputs/check.ts";
import { type ConnectionInputs, type ReadFile, readConnection, type Variables } from "./inputs/connection.ts";
import { judgeEffect } from "./inputs/effect.ts";
import { type FileInputs, readFiles } from "./inputs/files.ts";
import { flagOf, type ReadInput, wordOf } from "./inputs/forms.ts";
import { type InventoryInputs, readInventory } from "./inputs/inventory.ts";
import { judgePresence } from "./inputs/names.ts";
import { judgeNeeded } from "./inputs/needed.ts";
import { type OrderInputs, readOrder } from "./inputs/order.ts";
import { readPath } from "./inputs/report-paths.ts";
import { readTargets, type TargetInputs } from "./inputs/targets.ts";

const COMMANDS = [
  "enroll",
  "check",
  "collect",
  "revoke",
  "import",
  "inventory",
  "validate",
  "contract",
] as const;
export type Command = (typeof COMMANDS)[number];

/** All inputs of a step, read once and judged; the rest never sees a raw text. */
export interface ActionInputs {
  readonly command: Command;
  /** Whether orders and revocations are allowed in runs of pull requests. */
  readonly allowsPullRequests: boolean;
  readonly connection: ConnectionInputs;
  readonly order: OrderInputs;
  readonly files: FileInputs;
  /** Null when no key is made here. */
  readonly agent: AgentInputs | null;
  readonly check: CheckInputs;
  readonly targets: TargetInputs;
  readonly inventory: InventoryInputs;
  /** File of the contract's report, inside the workspace. */
  readonly report: string;
  readonly businessUnits: BusinessUnitInputs;
}

/** @throws ConfigError `config.input` for the one input that is wrong, InputFaults for several */
export function loadInputs(read: ReadInput, variables: Variables, readFile: ReadFile): ActionInputs {
  const reader = new InputReader(read);
  reader.add(judgePresence(variables));
  const inputs = {
    command: reader.known((each) => wordOf(each, "command", COMMANDS)),
    allowsPullRequests: reader.group((each) => flagOf(each, "allow-pull-requests") ?? false),
    connection: reader.group((each) => readConnection(each, variables, readFile)),
    order: reader.group(readOrder),
    files: reader.group(readFiles),
    check: reader.group(readCheck),
    targets: reader.group(readTargets),
    inventory: reader.group(readInventory),
    report: reader.group((each) => readPath(each, "report") ?? "contract.md"),
    businessUnits: reader.group((each) => readBusinessUnits(each, variables)),
  };
  const agent = reader.group(readAgent);
  if (inputs.command !== null) {
    reader.add(judgeEffect(read, inputs.command));
    reader.add(judgeNeeded(read, inputs.command, inputs.connection));
  }
  reader.finish();
  // Every group that could not be read has left its fault, which `finish` has thrown.
  return {
    ...(inputs as { readonly [Name in keyof typeof inputs]: NonNullable<(typeof inputs)[Name]> }),
    agent,
  };
}
