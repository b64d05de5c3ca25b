import {
  type OrderOnceRequest,
  readCsr,
  sameNames,
  standingOf,
  type WaitOptions,
} from "../../../../core/index.ts";
import { isOfKind, isSameKeyKind } from "../../key-kind.ts";
import type { ApplyRequest } from "./apply-request.ts";
import { refuseOrder } from "./judge-policy.ts";
import { commonNameOf, type SignedRequest, signedRequest } from "./key-source.ts";
import { toOrder } from "./order.ts";
import { readPrivateData } from "./private-data.ts";
import { knownIds } from "./superseded.ts";
import type { StoredCertificate } from "./values.ts";

/**
 * The request to order or replace with. As long as no other key or name is asked for, the one that was signed before
 * serves again: a write-only key is another one at every run.
 */
export async function requestFor(request: ApplyRequest, isKeyLost: boolean): Promise<SignedRequest> {
  const { config, prior, private: data } = request;
  const isFresh = prior === null || isKeyLost || standingOf(prior.status ?? "Issued") === "revoked";
  const { madeCsr, newKey } = readPrivateData(data);
  if (isFresh || !isSameKind(config, prior, madeCsr)) return signedRequest(config, null);
  const key = newKey ?? prior.private_key_pem;
  if (config.csr_pem === null && madeCsr !== null && hasSameName(config, madeCsr))
    return { csrPem: madeCsr, privateKeyPem: key, kind: "made" };
  return signedRequest(config, key);
}

function isSameKind(
  config: ApplyRequest["config"],
  prior: StoredCertificate,
  madeCsr: string | null,
): boolean {
  const { private_key: wanted } = config;
  if (config.private_key_wo_version !== prior.private_key_wo_version) return false;
  if (isSameKeyKind(wanted, prior.private_key)) return true;
  if (wanted === null || prior.private_key === null || madeCsr === null) return false;
  return isOfKind(wanted, readCsr(madeCsr).publicKey);
}

/** The names of an order are not those of its request, but for the common name. */
function hasSameName(
  { subject, subject_alternative_names: names }: ApplyRequest["config"],
  csrPem: string,
): boolean {
  const { commonName } = readCsr(csrPem);
  const wished = commonNameOf(subject, names);
  return wished === null || (commonName !== null && sameNames([wished], [commonName]));
}

/** An order that is placed exactly once, whatever happens to this process. */
export async function onceRequest(
  request: ApplyRequest,
  signed: SignedRequest,
  wait: WaitOptions,
): Promise<OrderOnceRequest> {
  const { api, config, prior } = request;
  const { origin, adoptWithinMs } = api.ordering;
  const { isRenewed, orderedAt } = readPrivateData(request.private);
  refuseOrder(request, signed.csrPem);
  return {
    order: await toOrder(config, signed.csrPem, { connection: api, wait, warn: request.warn }),
    origin,
    adoptWithinMs,
    key: signed.kind,
    orderKey: config.order_key,
    isLeft: config.on_pending === "fail",
    isClaimCopied: isRenewed,
    known: prior === null ? [] : knownIds(prior),
    ordered: orderedAt === null ? null : (prior?.pending?.ssl_id ?? prior?.ssl_id),
  };
}
