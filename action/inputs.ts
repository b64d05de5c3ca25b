import { type BusinessUnitInputs, readBusinessUnits } from "./business-units.ts";
import { type AgentInputs, readAgent } from "./inputs/agent.ts";
import { type CheckInputs, readCheck } from "./inputs/check.ts";
import { type ConnectionInputs, type ReadFile, readConnection, type Variables } from "./inputs/connection.ts";
import { type FileInputs, readFiles } from "./inputs/files.ts";
import { flagOf, type ReadInput, wordOf } from "./inputs/forms.ts";
import { type InventoryInputs, readInventory } from "./inputs/inventory.ts";
import { type OrderInputs, readOrder } from "./inputs/order.ts";
import { readTargets, type TargetInputs } from "./inputs/targets.ts";

const COMMANDS = ["enroll", "check", "collect", "revoke", "import", "inventory"] as const;
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
  readonly businessUnits: BusinessUnitInputs;
}

/** @throws ConfigError `config.input`, by the name of the first input that is wrong */
export function loadInputs(read: ReadInput, variables: Variables, readFile: ReadFile): ActionInputs {
  return {
    command: wordOf(read, "command", COMMANDS),
    allowsPullRequests: flagOf(read, "allow-pull-requests") ?? false,
    connection: readConnection(read, variables, readFile),
    order: readOrder(read),
    files: readFiles(read),
    agent: readAgent(read),
    check: readCheck(read),
    targets: readTargets(read),
    inventory: readInventory(read),
    businessUnits: readBusinessUnits(read, variables),
  };
}
