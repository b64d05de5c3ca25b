import type { Answer } from "../http/answer.ts";
import type { AcmeAccount, AcmeClient } from "./accounts.ts";
import { isSignedBySecret, type Jws, readJws, thumbprint } from "./jws.ts";
import { bindingRequired, malformed, noSuchAccount, unauthorized } from "./problems.ts";
import type { AcmeRequest } from "./request.ts";

/** Registers a key with an account of SCM, or finds it again. Source: RFC 8555 sections 7.3 and 7.3.4. */
export function newAccount(request: AcmeRequest): Answer {
  const { jws, registered } = request;
  if (jws.header.jwk === undefined) throw malformed("A new account is signed with its jwk.");
  if (registered) return show(request, registered.client, 200);
  if (jws.payload?.onlyReturnExisting === true) throw noSuchAccount();
  if (jws.payload?.termsOfServiceAgreed !== true) throw malformed("The terms of service are not agreed to.");
  const account = boundAccount(request, jws.payload.externalAccountBinding);
  const client = makeClient(request);
  account.clients = [...account.clients, client];
  return show(request, client, 201);
}

/** Changes or shows the account of whoever signed. */
export function changeAccount(request: AcmeRequest): Answer {
  const { registered, jws, params } = request;
  if (!registered || registered.client.accountId !== params.accountId)
    throw unauthorized("That is another account.");
  const { client } = registered;
  if (jws.payload?.status === "deactivated") client.status = "deactivated";
  if (Array.isArray(jws.payload?.contact)) client.contacts = jws.payload.contact.map(String);
  return show(request, client, 200);
}

function boundAccount(request: AcmeRequest, source: unknown): AcmeAccount {
  if (source === undefined) throw bindingRequired();
  const binding = readJws(source);
  const { kid, url } = binding.header;
  const account = request.host.scm.acme.all.find(
    ({ macId, acmeServer }) => macId === kid && acmeServer === request.server.name,
  );
  if (!account || !isSignedBySecret(binding, account.macKey))
    throw unauthorized("The external account binding is not signed with the key of its id.");
  if (url !== request.jws.header.url || !bindsThisKey(binding, request))
    throw malformed("The external account binding is for another key or address.");
  return account;
}

function bindsThisKey({ payload }: Jws, { jwk }: AcmeRequest): boolean {
  return payload !== undefined && thumbprint(payload) === thumbprint(jwk);
}

function makeClient({ host, jwk, jws, incoming, now }: AcmeRequest): AcmeClient {
  const { contact } = jws.payload ?? {};
  return {
    accountId: host.scm.acme.uuid(),
    jwk,
    thumbprint: thumbprint(jwk),
    contacts: Array.isArray(contact) ? contact.map((each) => String(each).replace(/^mailto:/, "")) : [],
    ipAddress: incoming.request.socket.remoteAddress ?? "",
    userAgent: incoming.request.headers["user-agent"] ?? "",
    status: "valid",
    lastActivity: now,
  };
}

function show({ root }: AcmeRequest, client: AcmeClient, status: number): Answer {
  const address = `${root}/account/${client.accountId}`;
  const contact = client.contacts.map((each) => `mailto:${each}`);
  return {
    status,
    json: { status: client.status, contact, orders: `${address}/orders` },
    headers: { Location: address },
  };
}
