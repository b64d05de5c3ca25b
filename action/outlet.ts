import { saveState, setOutput } from "@actions/core";

/** Where a step leaves what the steps after it read. */
export interface Outlet {
  /** @throws when it can't be written */
  set(name: string, value: string): void;
  /** For the post step of the same job; elsewhere there is none. */
  save(name: string, value: string): void;
}

/** Files that GitHub's runner names. */
export function githubOutlet(): Outlet {
  return { set: (name, value) => setOutput(name, value), save: (name, value) => saveState(name, value) };
}
