import type { Clock, Logger, ScmClient, WaitOptions } from "../../core/index.ts";
import type { Diagnostic } from "../framework/diagnostics.ts";
import type { BusinessUnits } from "./business-units.ts";
import type { Catalog } from "./catalog.ts";
import type { HeldCertificates } from "./held-certificates.ts";
import type { InventoryStores } from "./inventory/stores.ts";
import type { Ordering } from "./ordering.ts";
import type { RefreshReports } from "./refresh-reports.ts";
import type { Turns } from "./turns.ts";

/** Which account of SCM this is, and as whom; no secret. */
export interface AccountIdentity {
  /** Host of the base URL, with its port where it is not the usual one. */
  readonly host: string;
  /** Null where a client id signs in without one. */
  readonly customerUri: string | null;
  /** Login name, or the client id of OAuth2. */
  readonly administrator: string;
}

/** What handlers work with: the SCM client of this provider block, its clock, and what was already asked. */
export interface Connection {
  readonly client: ScmClient;
  readonly clock: Clock;
  /** For work that belongs to no single call of Terraform's. */
  readonly log: Logger;
  readonly catalog: Catalog;
  /** What orders of this provider block have in common, and how many there may be. */
  readonly ordering: Ordering;
  /** Spares a long refresh its single reads; begins anew with each configured provider, as Terraform does per walk. */
  readonly reports: RefreshReports;
  /** Where inventories are kept. */
  readonly inventories: InventoryStores;
  /** For things in SCM that several resources may be about to make. */
  readonly turns: Turns;
  /** Ids of the web forms that this run made: each of their accounts may be the last, with which the form goes. */
  readonly madeForms: Set<number>;
  /**
   * Ids that were read for the first time after an import, and by no read since: a plan takes them over as they stand. Terraform
   * imports, reads and plans in one walk. In private data the mark would be taken away by a refresh, which then shows as a change.
   */
  readonly justImported: Set<number>;
  /** Which certificates the resources of this walk hold. */
  readonly held: HeldCertificates;
  /** To tell this account from others. */
  readonly identity: AccountIdentity;
  /** Sensors of the provider block, in its order. */
  readonly sensorNames: readonly string[];
  /** Which business units this run may touch. */
  readonly businessUnits: BusinessUnits;
  /** For messages: `user "svc" of customer "acme"`. */
  readonly account: string;
  /** Anything thrown → its message, with where this connection's settings came from. */
  readonly explain: (thrown: unknown) => Diagnostic;
}

/** Bounds of everything that an operation does. To be made once, at its start: the deadline counts from now. */
export function waitOf(operation: {
  readonly api: Connection;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}): Required<WaitOptions> & { readonly signal: AbortSignal; readonly deadline: Date } {
  const { api, signal, timeoutMs } = operation;
  return { signal, deadline: new Date(api.clock.now().getTime() + timeoutMs) };
}
