import type { RawState } from "./raw-state.ts";

/**
 * One way to take over an object that another resource type holds, of another provider or of this one
 * (`moved { from = … to = … }`).
 */
export interface Move {
  /** The other provider as "namespace/type". Its registry's host does not matter: Terraform's and OpenTofu's differ. */
  readonly provider: string;
  /** Full name of the other type. */
  readonly type: string;
  /** Schema version that its state is written in. */
  readonly schemaVersion: number;
  /** Its state → ours, in the current schema version. Null: this way is not for that object; the next one is tried. */
  readonly state: (source: RawState) => RawState | null;
  /** The private data is ours too: the type was only renamed. Else it is dropped. */
  readonly keepsPrivate?: true;
}

interface MoveSource {
  /** As Terraform says it: "registry.terraform.io/namespace/type". */
  readonly providerAddress: string;
  readonly type: string;
  readonly schemaVersion: number;
}

interface Moved {
  readonly state: RawState;
  readonly keepsPrivate: boolean;
}

/** The moves declared for that source. */
export function movesFrom(moves: readonly Move[], source: MoveSource): readonly Move[] {
  const from = withoutHost(source.providerAddress);
  return moves.filter(
    ({ provider, type, schemaVersion }) =>
      provider === from && type === source.type && schemaVersion === source.schemaVersion,
  );
}

/**
 * The state as the first move that takes it makes it; null when none does. Runs without a connection.
 * @throws whatever a move throws
 */
export function moveState(moves: readonly Move[], source: RawState): Moved | null {
  for (const move of moves) {
    const state = move.state(source);
    if (state !== null) return { state, keepsPrivate: move.keepsPrivate === true };
  }
  return null;
}

const withoutHost = (address: string): string => address.split("/").slice(-2).join("/");
