import { type Json, PrivateData } from "./private.ts";

/** Beside what the resource itself keeps; never in a state. */
const KEY = "planned";

/**
 * What a plan tells the plan that its apply asks for, and the apply: from Terraform 1.16 on private data goes that way. It
 * makes both decide as the plan did, whatever the clock says by then. Older clients hand nothing on, and there is none.
 * Source: hashicorp/terraform 1.16, docs/plugin-protocol/tfplugin6.proto, `store_planned_private`, `planned_private`.
 */
export class PlanMemory {
  /** What the plan before kept; undefined in the first plan. */
  readonly before: Json | undefined;
  #kept: Json | undefined;

  constructor(planned: Uint8Array) {
    this.before = memoryIn(new PrivateData(planned));
  }

  keep(value: Json): void {
    this.#kept = value;
  }

  /** Only into a plan that changes something: that of an empty plan would go into state, and show as a change. */
  writeTo(data: PrivateData): void {
    if (this.#kept !== undefined) data.set(KEY, this.#kept);
  }
}

/** What an apply finds of its plan. */
export function memoryIn(data: PrivateData): Json | undefined {
  try {
    return data.get(KEY);
  } catch {
    // Bytes that are not ours hold nothing of ours; what needs the rest of them says so itself.
    return undefined;
  }
}

/** Before it goes into state. Never throws: the state of an object that exists hangs on it. */
export function forgetMemory(data: PrivateData): void {
  if (memoryIn(data) !== undefined) data.delete(KEY);
}
