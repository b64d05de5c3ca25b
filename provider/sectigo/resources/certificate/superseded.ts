import {
  type ComparedChain,
  collect,
  NotFoundError,
  type Passed,
  REVOCATION_REASONS,
  type RevocationReason,
  readCertificatePem,
  SectigoError,
  StateError,
  sameKey,
  type WaitOptions,
} from "../../../../core/index.ts";
import type { Connection } from "../../connection.ts";
import { instantText } from "../../instant-text.ts";
import { withProfile } from "./profile-defaults.ts";
import { type CertificateState, issuedValues, renewAfterText, type StoredCertificate } from "./state.ts";

/** One that another took the place of. Null members can only come from a state that was edited by hand. */
export type Superseded = NonNullable<StoredCertificate["superseded"]>[number];

/**
 * The list after the current certificate gave way: those before that are still valid, and the one that goes now. Null when
 * there is none.
 */
export function withFormer(prior: StoredCertificate, now: Date): CertificateState["superseded"] {
  const { ssl_id, serial_number, not_after, status } = prior;
  const former = { ssl_id, serial_number, not_after };
  const isAlive = status !== "Revoked" && serial_number !== null && isValid(former, now);
  const list = [...livingSuperseded(prior, now), ...(isAlive ? [former] : [])];
  return list.length === 0 ? null : list;
}

/** Those that a run which left no trace has put between: in no state, valid, and to be revoked with the others. */
export function withPassed(
  { superseded }: Pick<StoredCertificate, "superseded">,
  passed: readonly Passed[],
): CertificateState["superseded"] {
  const listed = passed.map(({ sslId, serialNumber, notAfter }) => ({
    ...{ ssl_id: sslId, serial_number: serialNumber, not_after: instantText(notAfter) },
  }));
  return listed.length === 0 ? superseded : [...(superseded ?? []), ...listed];
}

export function livingSuperseded({ superseded }: StoredCertificate, now: Date): readonly Superseded[] {
  return (superseded ?? []).filter((each) => isValid(each, now));
}

interface Revoking {
  readonly wait: WaitOptions;
  readonly failed: (each: Superseded, error: SectigoError) => void;
  /** Null: this one stays as it is. */
  readonly reasonFor: (each: Superseded) => Promise<RevocationReason | null>;
}

/**
 * Revokes those that gave way: by id, and by serial number where another certificate has the same id.
 * @returns those that are left; what could not be revoked is told by `failed` and stays
 */
export async function revokeSuperseded(
  { client, clock }: Connection,
  state: CertificateState,
  { wait, failed, reasonFor }: Revoking,
): Promise<CertificateState["superseded"]> {
  const left: Superseded[] = [];
  for (const each of livingSuperseded(state, clock.now())) {
    const { ssl_id: sslId, serial_number: serial } = each;
    try {
      const reason = await reasonFor(each);
      if (reason === null) {
        left.push(each);
        continue;
      }
      const revocation = { reasonCode: REVOCATION_REASONS[reason], reason: REASONS[reason] ?? REASON };
      if (serial !== null && isIdShared(state, each))
        await client.certificates.revokeBySerial(serial, revocation, wait);
      else if (sslId !== null) await client.certificates.revoke(sslId, revocation, wait);
    } catch (thrown) {
      failed(each, SectigoError.from(thrown));
      left.push(each);
    }
  }
  return left.length === 0 ? null : left;
}

const REASON = "Superseded by a newer certificate";
const REASONS: Partial<Record<RevocationReason, string>> = { key_compromise: "Its key is compromised" };

/**
 * Whether one that gave way is for the same key as the certificate in state. Null where that can't be told: SCM hands out what was
 * issued last under an id, so what was reissued shows its key no more.
 */
export async function hasSameKey(
  { client, clock }: Connection,
  state: StoredCertificate,
  { each, wait }: { readonly each: Superseded; readonly wait: WaitOptions },
): Promise<boolean | null> {
  const { certificate_pem: pem } = state;
  if (pem === null || each.ssl_id === null || isIdShared(state, each)) return null;
  try {
    const chain = await collect(client, each.ssl_id, { ...wait, clock, serialNumber: each.serial_number });
    return chain && sameKey(chain.leaf.publicKey, readCertificatePem(pem).publicKey);
  } catch (thrown) {
    if (thrown instanceof StateError || thrown instanceof NotFoundError) return null;
    throw thrown;
  }
}

/** A reissue has the id of what it took the place of: one id may be that of several certificates. */
function isIdShared({ ssl_id, pending, superseded }: CertificateState, each: Superseded): boolean {
  const others = (superseded ?? []).filter((other) => other !== each).map((other) => other.ssl_id);
  return [ssl_id, pending?.ssl_id, ...others].includes(each.ssl_id);
}

function isValid({ not_after }: Pick<Superseded, "not_after">, now: Date): boolean {
  return not_after !== null && new Date(not_after) >= now;
}

interface Switch {
  readonly sslId: number;
  readonly chain: ComparedChain;
  readonly privateKeyPem: string | null;
}

/** The state in which a successor serves, with the key that belongs to it; pure, so that a refresh can do it too. */
export function withSuccessor(
  state: StoredCertificate,
  { sslId, chain, privateKeyPem }: Switch,
  now: Date,
): StoredCertificate {
  const next = {
    ...state,
    ...issuedValues(chain),
    private_key_pem: privateKeyPem,
    ...{ ssl_id: sslId, status: "Issued", pending: null },
    superseded: withFormer(state, now),
  };
  return { ...next, renew_after: renewAfterText(withProfile(next), withProfile(next).renewal) };
}
