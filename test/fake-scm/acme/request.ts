import type { Answer } from "../http/answer.ts";
import type { Incoming } from "../http/exchange.ts";
import type { Scm } from "../scm.ts";
import type { AcmeAccount, AcmeClient, AcmeServer } from "./accounts.ts";
import { checkSignature, type Jwk, type Jws, readJson, readJws, thumbprint } from "./jws.ts";
import type { Nonces } from "./nonces.ts";
import type { AcmeOrders } from "./orders.ts";
import { badNonce, malformed, noSuchAccount, unauthorized } from "./problems.ts";

/** What an ACME host works with. */
export type AcmeHost = {
  readonly scm: Scm;
  readonly nonces: Nonces;
  readonly orders: AcmeOrders;
};

/** One signed request: proved to come from the key it names. */
export type AcmeRequest = {
  readonly host: AcmeHost;
  readonly server: AcmeServer;
  /** Root of this server's addresses. */
  readonly root: string;
  readonly params: Readonly<Record<string, string>>;
  readonly incoming: Incoming;
  readonly jws: Jws;
  readonly jwk: Jwk;
  /** Undefined for a key that is not registered yet. */
  readonly registered: { readonly account: AcmeAccount; readonly client: AcmeClient } | undefined;
  readonly now: number;
};

export type AcmeWork = (request: AcmeRequest) => Answer;

/** Who signed, of those registered at this server. */
export type Registered = NonNullable<AcmeRequest["registered"]>;

/**
 * Proves a request: form, address, nonce, then signature. Source: RFC 8555 sections 6.2 to 6.5.
 * @throws AcmeProblem
 */
export function proveRequest(
  host: AcmeHost,
  { incoming, server, root }: Pick<AcmeRequest, "incoming" | "server" | "root">,
): Pick<AcmeRequest, "jws" | "jwk" | "registered"> {
  if (!incoming.request.headers["content-type"]?.startsWith("application/jose+json"))
    throw malformed("The content type is not application/jose+json.");
  const jws = readJws(readJson(incoming.body));
  const { jwk, kid, nonce, url } = jws.header;
  if (url !== `${host.scm.acmeUrl}${incoming.path}`) throw unauthorized("The signed address is another one.");
  if (!host.nonces.spend(String(nonce))) throw badNonce();
  if ((jwk === undefined) === (kid === undefined)) throw malformed("Either jwk or kid has to be there.");
  const found = kid === undefined ? undefined : byAddress(host.scm, server, { root, kid: String(kid) });
  if (kid !== undefined && !found) throw noSuchAccount();
  const key = found?.client.jwk ?? readKey(jwk);
  checkSignature(jws, key);
  return { jws, jwk: key, registered: found ?? byKey(host.scm, server, key) };
}

function readKey(jwk: unknown): Jwk {
  if (typeof jwk !== "object" || jwk === null) throw malformed("The key is no JWK.");
  return { ...jwk };
}

function registeredAt(scm: Scm, server: AcmeServer): Registered[] {
  return scm.acme.all
    .filter(({ acmeServer }) => acmeServer === server.name)
    .flatMap((account) => account.clients.map((client) => ({ account, client })));
}

function byAddress(scm: Scm, server: AcmeServer, at: { root: string; kid: string }): Registered | undefined {
  return registeredAt(scm, server).find(({ client }) => at.kid === `${at.root}/account/${client.accountId}`);
}

function byKey(scm: Scm, server: AcmeServer, jwk: Jwk): Registered | undefined {
  const print = thumbprint(jwk);
  return registeredAt(scm, server).find(({ client }) => client.thumbprint === print);
}
