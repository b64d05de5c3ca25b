import type { Workspace } from "../acceptance/support/terraform.ts";

/** One resource that a saved plan changes. */
export interface Change {
  readonly address: string;
  readonly actions: readonly string[];
}

/** What a saved plan will do, read from its JSON form; data sources and unchanged resources left out. */
export async function changesOf(workspace: Workspace, planFile: string): Promise<readonly Change[]> {
  const { stdout } = await workspace.must(["show", "-json", planFile]);
  const plan = JSON.parse(stdout) as {
    resource_changes?: { address: string; change: { actions: readonly string[] } }[];
  };
  return (plan.resource_changes ?? [])
    .map(({ address, change }) => ({ address, actions: change.actions }))
    .filter(({ actions }) => !actions.every((action) => action === "no-op" || action === "read"));
}
