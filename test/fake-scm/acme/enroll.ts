import { fieldsOf } from "../fields-of.ts";
import type { Answer } from "../http/answer.ts";
import { type SslRecord, statusAt } from "../ssl-record.ts";
import { toPem } from "../x509/pem.ts";
import type { AcmeAuthorization, AcmeChallenge, AcmeOrder } from "./orders.ts";
import { malformed, notFound, orderNotReady, rejectedIdentifier, unauthorized } from "./problems.ts";
import { recordOf, submitOrder } from "./record.ts";
import type { AcmeRequest, Registered } from "./request.ts";

/** Opens an order for names of the account's domains. Source: RFC 8555 section 7.4. */
export function newOrder(request: AcmeRequest): Answer {
  const { account, client } = active(request);
  const { identifiers } = request.jws.payload ?? {};
  if (!Array.isArray(identifiers) || identifiers.length === 0) throw malformed("identifiers is empty.");
  const names = identifiers.map((each: unknown) => {
    const { type, value } = fieldsOf(each);
    const name = String(value).toLowerCase();
    if (type !== "dns" || !mayOrder(account.domains, name)) throw rejectedIdentifier(name);
    return name;
  });
  client.lastActivity = request.now;
  const order = request.host.orders.open(account, client, { names, now: request.now });
  return { ...showOrder(request, order), status: 201 };
}

/** A domain of the account covers itself and everything below. */
function mayOrder(domains: readonly string[], name: string): boolean {
  return domains.some((domain) => {
    const bare = domain.replace(/^\*\./, "");
    return name === bare || name.endsWith(`.${bare}`);
  });
}

export function readOrder(request: AcmeRequest): Answer {
  return showOrder(request, ownOrder(request));
}

export function readAuthorization(request: AcmeRequest): Answer {
  const found = request.host.orders.authorization(request.params.authorizationId ?? "");
  if (!found || found.order.client !== active(request).client) throw notFound();
  request.host.orders.settle(found.authorization, request.now);
  return { status: 200, json: showAuthorization(request, found.authorization) };
}

export function answerChallenge(request: AcmeRequest): Answer {
  const found = request.host.orders.challenge(request.params.challengeId ?? "");
  if (!found || found.order.client !== active(request).client) throw notFound();
  if (request.jws.payload !== undefined) request.host.orders.answer(found.challenge);
  // Some clients look at the challenge again, others at its authorization.
  else request.host.orders.settle(found.authorization, request.now);
  const up = `<${request.root}/authorization/${found.authorization.id}>;rel="up"`;
  return { status: 200, json: showChallenge(request, found.challenge), headers: { Link: up } };
}

/** Takes the CSR; from here on the order is a record of SCM. */
export function finalize(request: AcmeRequest): Answer {
  const order = ownOrder(request);
  if (statusOf(request, order) !== "ready") throw orderNotReady();
  const { csr } = request.jws.payload ?? {};
  if (typeof csr !== "string") throw malformed("csr is missing.");
  order.sslId = submitOrder(request, order, Buffer.from(csr, "base64url"));
  return showOrder(request, order);
}

/** The certificate with its chain, leaf first, without the root. */
export function download(request: AcmeRequest): Answer {
  const record = recordOf(request.host.scm, ownOrder(request));
  if (!record?.certificate) throw notFound();
  const { intermediates } = request.host.scm.authority;
  const chain = intermediates.toReversed().map((der) => toPem("CERTIFICATE", der));
  return {
    status: 200,
    bytes: Buffer.from(`${[record.certificate.pem, ...chain].join("\n")}\n`),
    headers: { "Content-Type": "application/pem-certificate-chain" },
  };
}

function active({ registered }: AcmeRequest): Registered {
  if (registered?.client.status !== "valid") throw unauthorized("The account is not active.");
  return registered;
}

function ownOrder(request: AcmeRequest): AcmeOrder {
  const order = request.host.orders.order(request.params.orderId ?? "");
  if (!order || order.client !== active(request).client) throw notFound();
  return order;
}

/** RFC 8555 section 7.1.6. */
function statusOf({ host, now }: AcmeRequest, order: AcmeOrder): string {
  const record = recordOf(host.scm, order);
  if (record) return recordStatus(record, now);
  for (const authorization of order.authorizations) host.orders.settle(authorization, now);
  const states = order.authorizations.map(({ status }) => status);
  if (states.includes("invalid") || order.expires <= now) return "invalid";
  return states.every((status) => status === "valid") ? "ready" : "pending";
}

function recordStatus(record: SslRecord, now: number): string {
  if (record.certificate) return "valid";
  return ["Rejected", "Invalid", "Declined"].includes(statusAt(record, now)) ? "invalid" : "processing";
}

function showOrder(request: AcmeRequest, order: AcmeOrder): Answer {
  const { root } = request;
  const status = statusOf(request, order);
  const address = `${root}/order/${order.id}`;
  const json = {
    status,
    expires: new Date(order.expires).toISOString(),
    identifiers: order.names.map((value) => ({ type: "dns", value })),
    authorizations: order.authorizations.map(({ id }) => `${root}/authorization/${id}`),
    finalize: `${address}/finalize`,
    certificate: status === "valid" ? `${address}/certificate` : undefined,
  };
  return { status: 200, json, headers: { Location: address, "Retry-After": "1" } };
}

function showAuthorization(request: AcmeRequest, authorization: AcmeAuthorization): unknown {
  return {
    status: authorization.status,
    identifier: { type: "dns", value: authorization.domain },
    wildcard: authorization.isWildcard ? true : undefined,
    expires: new Date(authorization.expires).toISOString(),
    challenges: authorization.challenges.map((challenge) => showChallenge(request, challenge)),
  };
}

function showChallenge({ root }: AcmeRequest, challenge: AcmeChallenge): unknown {
  const { id, type, token, status, validated } = challenge;
  return {
    ...{ type, token, status, url: `${root}/challenge/${id}` },
    validated: validated === undefined ? undefined : new Date(validated).toISOString(),
    error: status === "invalid" ? REFUSED : undefined,
  };
}

const REFUSED = {
  type: "urn:ietf:params:acme:error:unauthorized",
  detail: "The challenge was not found where it should be.",
  status: 403,
};
