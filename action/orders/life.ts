import { type Holding, type Life, type LifeRequest, lastIssued, sameKey } from "../../core/index.ts";
import { comparisonOf } from "./compare-delivered.ts";
import type { CertificateRequest } from "./judge-sources.ts";
import { type OrderEvents, orderEvents } from "./order-events.ts";
import type { OrderSession } from "./order-session.ts";
import type { Decided } from "./prepared.ts";

/** The life of a certificate as a run without memory knows it: by its request, and by what SCM holds for it. */
export function lifeOf(
  session: OrderSession,
  decided: Decided,
  serving: Holding | null,
): Life<LifeRequest> & { readonly events: OrderEvents } {
  const { client, context, step, deadline, inputs } = session;
  const { request, holdings } = decided;
  const { csr, key, order } = request;
  const lifeRequest = { csrPem: csr.pem, kind: key };
  return {
    ...{ client, context, key, csrPem: csr.pem },
    wait: { signal: step.signal, deadline, preferredChain: inputs.preferredChain },
    patience: "until_issued",
    held: heldOf(decided, serving),
    follows: holdings && lastIssued(holdings),
    pending: holdings?.line[0]?.sslId ?? null,
    metadata: metadataOf(request),
    enrollment: async () => ({ request: lifeRequest, once: onceRequest(session, decided, serving) }),
    replacement: async () => replacementOf(session, decided, lifeRequest),
    isKeyHere: ({ leaf }) => sameKey(leaf.publicKey, csr.publicKey),
    comparison: () => comparisonOf(request, inputs, serving),
    newRequest: async () => lifeRequest,
    subjectAlternativeNames: order.subjectAlternativeNames,
    events: orderEvents(session, request, mayBeSetAside(decided, serving)),
  };
}

/** While the certificate before serves well, a user may accept that what comes with names that were not ordered is left aside. */
function mayBeSetAside({ decision }: Decided, serving: Holding | null): boolean {
  return serving !== null && decision.act === "renew" && decision.isSoft;
}

/** SCM has the request of the old one stored; another key needs another request. */
function heldOf({ request: { csr }, holdings }: Decided, serving: Holding | null): Life<LifeRequest>["held"] {
  // What has ended is known by its marker, which hashes the key that was given.
  const [ended] = holdings?.line ?? [];
  if (serving === null)
    return ended === undefined ? null : { sslId: ended.sslId, expectedKey: csr.publicKey, known: [] };
  const { details, chain } = serving;
  const csrPem = sameKey(chain.leaf.publicKey, csr.publicKey) ? undefined : csr.pem;
  return { sslId: details.sslId, csrPem, expectedKey: csr.publicKey, known: [] };
}

/** What a step leaves out is other people's. */
function metadataOf({ order: { comments, externalRequesters, customFields } }: CertificateRequest) {
  return {
    comments,
    externalRequesters: externalRequesters.length === 0 ? null : externalRequesters,
    customFields: Object.keys(customFields).length === 0 ? null : customFields,
  };
}

function onceRequest({ inputs, originOf }: OrderSession, decided: Decided, serving: Holding | null) {
  const { orderKey, adoptWithinMs } = inputs;
  const { order, key, source } = decided.request;
  const known = followedBy(decided, serving);
  // A directory that is new to an order leaves it alone before this: see decide-for-host.ts.
  return { order, origin: originOf(source.path), key, orderKey, adoptWithinMs, known, reissues: true };
}

/** What an enrollment is to follow is not an earlier order that could be taken over. */
function followedBy(
  { decision, holdings, isAnew = false }: Decided,
  serving: Holding | null,
): readonly number[] {
  const held = serving === null ? [] : [serving.details.sslId];
  const isRefused = decision.act === "enroll" && decision.reason.code === "successor_refused";
  if (isRefused || isAnew) return [...held, ...(holdings?.line ?? []).map(({ sslId }) => sslId)];
  return decision.act === "renew" ? held : [];
}

function replacementOf(
  { inputs, originOf }: OrderSession,
  { decision, holdings, request }: Decided,
  lifeRequest: LifeRequest,
) {
  const holding = holdings?.valid.find(
    ({ details }) => decision.act === "replace" && details.sslId === decision.sslId,
  );
  return {
    request: lifeRequest,
    serialNumber: holding?.chain.leaf.serialNumber ?? null,
    mark: { origin: originOf(request.source.path), orderKey: inputs.orderKey, key: request.key },
    reason: inputs.comments?.slice(0, 512) ?? "Another CSR or other names were merged",
    metadataBefore: null,
  };
}
