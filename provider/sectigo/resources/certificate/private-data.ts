import {
  type CertificateDetails,
  type Followed,
  isRenewalFutile,
  type Mismatch,
  standingOf,
} from "../../../../core/index.ts";
import type { PrivateData } from "../../../framework/private.ts";
import type { StoredCertificate } from "./state.ts";

/**
 * What is remembered beside the state, in Terraform's private data: readable by all who read the state, so no secret but
 * the key that the user wants kept in state anyway.
 */
interface RememberedData {
  /** The request that was signed here, for `private_key` and `private_key_wo`; null when the user gives `csr_pem`. */
  readonly madeCsr: string | null;
  /**
   * Stands in SCM's comments too; destroy revokes only where both agree. Null: SCM has none of ours. Undefined: it is not
   * known, since Terraform hands over nothing when it destroys what is tainted before making it anew.
   */
  readonly nonce: string | null | undefined;
  /** SCM says that a renewal of this certificate exists that this state does not know. */
  readonly isRenewed: boolean;
  /** That renewal is for a key that is not here, so it is not taken over. */
  readonly isSuccessorForeign: boolean;
  /** The certificate was issued for a key that an interrupted run made and took with it. */
  readonly isKeyLost: boolean;
  /**
   * The key made for a certificate that is not published yet, PEM, where `private_key` keeps keys in state: it moves there
   * together with its certificate.
   */
  readonly newKey: string | null;
  /** Names that the certificate lacks although they were ordered, for a warning in each plan. */
  readonly missingNames: string | null;
  /** SCM holds another certificate under this id, for a key that is not here: the next plan has it replaced. */
  readonly isKeyForeign: boolean;
  /** How the pending successor ended, if it did not end well: SCM's word. */
  readonly pendingEnd: string | null;
  /** The pending successor is issued, and only an apply can take it over, since its key comes with it. */
  readonly isSuccessorIssued: boolean;
  /**
   * The claim that stood on a certificate which a state that never ordered it took over; "" when there was none. It is let go
   * at destroy, with that claim written back. Null: this state has ordered it, or imported it.
   */
  readonly adoptedFrom: string | null;
  /** Whose hands it is in by now, as SCM's comments tell; "" when they don't say. Null: ours. */
  readonly takenBy: string | null;
  /** The account that its id belongs to. Null: a state of before it was kept. */
  readonly host: string | null;
  /** Null too where a client id signs in without a customer. */
  readonly customerUri: string | null;
  /** Id of the successor that a renewal brought, and when the certificate before it ends: `40199 2026-06-14T10:00:00Z`. */
  readonly renewedFrom: string | null;
  /** Id and end of the certificate that gave its place in state to a request: `40199 2026-06-14T10:00:00Z`. */
  readonly predecessor: string | null;
  /** When this state enrolled it: for a while a list that lags may hide a second order of the same. */
  readonly orderedAt: string | null;
}

const NAMES = {
  madeCsr: "made_csr",
  nonce: "nonce",
  isRenewed: "renewed",
  isSuccessorForeign: "successor_foreign",
  isKeyLost: "key_lost",
  newKey: "new_private_key",
  missingNames: "missing_names",
  isKeyForeign: "key_foreign",
  pendingEnd: "pending_end",
  isSuccessorIssued: "successor_issued",
  adoptedFrom: "adopted_from",
  takenBy: "taken_by",
  renewedFrom: "renewed_from",
  predecessor: "followed",
  orderedAt: "ordered_at",
  host: "host",
  customerUri: "customer_uri",
} as const;

export function readPrivateData(data: PrivateData): RememberedData {
  const text = (name: keyof RememberedData): string | null => {
    const value = data.get(NAMES[name]);
    return typeof value === "string" ? value : null;
  };
  const nonce = data.get(NAMES.nonce);
  return {
    madeCsr: text("madeCsr"),
    nonce: nonce === undefined ? undefined : text("nonce"),
    isRenewed: data.get(NAMES.isRenewed) === true,
    isSuccessorForeign: data.get(NAMES.isSuccessorForeign) === true,
    isKeyLost: data.get(NAMES.isKeyLost) === true,
    newKey: text("newKey"),
    missingNames: text("missingNames"),
    isKeyForeign: data.get(NAMES.isKeyForeign) === true,
    pendingEnd: text("pendingEnd"),
    isSuccessorIssued: data.get(NAMES.isSuccessorIssued) === true,
    adoptedFrom: text("adoptedFrom"),
    takenBy: text("takenBy"),
    renewedFrom: text("renewedFrom"),
    predecessor: text("predecessor"),
    orderedAt: text("orderedAt"),
    host: text("host"),
    customerUri: text("customerUri"),
  };
}

/** Members that are not given stay as they are; null and false are forgotten, save that there is no nonce. */
export function writePrivateData(data: PrivateData, change: Partial<RememberedData>): void {
  for (const [name, value] of Object.entries(change)) {
    // Object.entries widens the keys; they are those of the change.
    const key = NAMES[name as keyof RememberedData];
    if (value === undefined) continue;
    if (value === false || (value === null && key !== NAMES.nonce)) data.delete(key);
    else data.set(key, value);
  }
}

/** What SCM last said about the end of a certificate or request; kept beside the state, since a plan must not ask again. */
interface LastSeen {
  /** RFC 5280 reason of a revocation, as SCM numbers it; null when not revoked. */
  readonly revocationReason: number | null;
  /** Day on which an administrator declined the request; null when none did, or SCM does not say. */
  readonly declinedOn: string | null;
}

const REASON = "revocation_reason";

const DECLINED = "declined_on";

export function readLastSeen(data: PrivateData): LastSeen {
  const [reason, declined] = [data.get(REASON), data.get(DECLINED)];
  return {
    revocationReason: typeof reason === "number" ? reason : null,
    declinedOn: typeof declined === "string" ? declined : null,
  };
}

/** @param details the record as SCM shows it now; null for an order that was just placed */
export function writeLastSeen(data: PrivateData, details: CertificateDetails | null): void {
  const standing = details === null ? "pending" : standingOf(details.status);
  // A revocation without a reason is one for no stated reason (RFC 5280 §5.3.1: unspecified).
  put(data, REASON, standing === "revoked" ? (details?.reasonCode ?? 0) : null);
  put(
    data,
    DECLINED,
    standing === "refused" ? (details?.declined?.slice(0, "2026-03-16".length) ?? null) : null,
  );
}

function put(data: PrivateData, key: string, value: number | string | null): void {
  if (value === null) data.delete(key);
  else data.set(key, value);
}

type Held = Pick<StoredCertificate, "ssl_id" | "status" | "not_after">;

/** The certificate that an order of this state is to follow; null where none was issued, or where it was revoked. */
export function predecessorOf(held: Held | null, data: PrivateData): Followed | null {
  const remembered = readPrivateData(data).predecessor;
  if (held === null || held.ssl_id === null || standingOf(held.status ?? "Issued") === "revoked") return null;
  if (held.not_after !== null) return { sslId: held.ssl_id, notAfter: new Date(held.not_after) };
  if (remembered === null) return null;
  const [sslId = "", notAfter = ""] = remembered.split(" ");
  return { sslId: Number(sslId), notAfter: new Date(notAfter) };
}

/** A request takes the place of what has ended, whose values leave the state: then only this says what it follows. */
export function rememberPredecessor(held: Held | null, data: PrivateData): void {
  const before = predecessorOf(held, data);
  const predecessor = before && `${before.sslId} ${before.notAfter?.toISOString()}`;
  writePrivateData(data, { predecessor });
}

export const FOREIGN_NAMES = "Issued, with names that were not ordered";

/** How a successor ended that is issued and not usable, in place of SCM's word. */
export function endOf({ code }: Mismatch): string {
  return code === "key_other" ? "Issued, for another key" : FOREIGN_NAMES;
}

/** The request by which the certificate of a state was ordered; null when it is not known. */
export function requestOf({ csr_pem: csr }: StoredCertificate, data: PrivateData): string | null {
  return csr ?? readPrivateData(data).madeCsr;
}

/** Whether what a renewal brought is not better than what it followed. */
export function isFutile(
  { not_before, not_after, ssl_id }: StoredCertificate,
  data: PrivateData,
  now: Date,
): boolean {
  if (not_before === null || not_after === null) return false;
  const [id, end] = (readPrivateData(data).renewedFrom ?? "").split(" ");
  const ends = end !== undefined && id === String(ssl_id) ? [new Date(end)] : [];
  return isRenewalFutile({ notBefore: new Date(not_before), notAfter: new Date(not_after) }, ends, now);
}
