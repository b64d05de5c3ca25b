import type { RawState } from "./raw-state.ts";

interface From {
  /**
   * The other provider as "namespace/type". Its registry's host does not matter: Terraform's and OpenTofu's differ. Null:
   * any, for one that is installed by hand under an address of its user's choice.
   */
  readonly provider: string | null;
  /** Full name of the other type. */
  readonly type: string;
  /** Schema version that its state is written in; null stands for every version. */
  readonly schemaVersion: number | null;
}

/**
 * One way to take over an object that another resource type holds, of another provider or of this one
 * (`moved { from = … to = … }`).
 */
export type Move = From &
  (
    | {
        /** Its state → ours, in the current schema version. Null: this way is not for that object; the next one is tried. */
        readonly state: (source: RawState) => RawState | null;
        /** The private data is ours too: the type was only renamed. Else it is dropped. */
        readonly keepsPrivate?: true;
        readonly refuse?: never;
      }
    | {
        /** Why there is no such way, and which other one there is, in sentences. */
        readonly refuse: (source: RawState) => string;
        readonly state?: never;
      }
  );

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
      (provider === null || provider === from) &&
      type === source.type &&
      (schemaVersion === null || schemaVersion === source.schemaVersion),
  );
}

/** There is no way from there, and this is what to do instead. */
interface Refused {
  readonly refused: string;
}

/**
 * The state as the first move that takes it makes it; null when none does. Runs without a connection.
 * @throws whatever a move throws
 */
export function moveState(moves: readonly Move[], source: RawState): Moved | Refused | null {
  for (const move of moves) {
    if (move.refuse !== undefined) return { refused: move.refuse(source) };
    const state = move.state(source);
    if (state !== null) return { state, keepsPrivate: move.keepsPrivate === true };
  }
  return null;
}

const withoutHost = (address: string): string => address.split("/").slice(-2).join("/");
