import type { Operation } from "../../../framework/resource.ts";
import type { Connection } from "../../connection.ts";
import type { ProfileState, RemoteValues, StoredProfile } from "./values.ts";

/** A create or an update, as far as SCM is concerned. */
export interface Keeping extends Operation<Connection> {
  /** What is to be; what SCM decides is not filled in. */
  readonly wished: ProfileState;
  /** Null for a create. */
  readonly prior: StoredProfile | null;
  /** Of the configuration; never stored. */
  readonly accessCode: string | null;
  /** To be called as soon as something is made. */
  readonly checkpoint: (values: RemoteValues) => void;
}
