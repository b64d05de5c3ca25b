import { type Answer, edgeAnswer } from "../http/answer.ts";
import type { Incoming } from "../http/exchange.ts";
import { Router } from "../http/router.ts";
import type { AcmeServer } from "./accounts.ts";
import { answerChallenge, download, finalize, newOrder, readAuthorization, readOrder } from "./enroll.ts";
import { AcmeProblem } from "./problems.ts";
import { revokeCertificate } from "./record.ts";
import { changeAccount, newAccount } from "./register.ts";
import { type AcmeHost, type AcmeWork, proveRequest } from "./request.ts";

const WORK: readonly (readonly [path: string, work: AcmeWork])[] = [
  ["/new-account", newAccount],
  ["/account/{accountId}", changeAccount],
  ["/new-order", newOrder],
  ["/order/{orderId}", readOrder],
  ["/order/{orderId}/finalize", finalize],
  ["/order/{orderId}/certificate", download],
  ["/authorization/{authorizationId}", readAuthorization],
  ["/challenge/{challengeId}", answerChallenge],
  ["/revoke-cert", revokeCertificate],
];

const router = new Router<AcmeWork>();
for (const [path, work] of WORK) router.add("POST", path, work);

/**
 * The ACME servers of the customer: a directory each, where new accounts must be bound to an account of SCM.
 * Source: RFC 8555. What certificates it gives out are records of SCM like all others.
 */
export function answerAcme(host: AcmeHost, incoming: Incoming): Answer {
  host.scm.settle();
  const { path, method } = incoming;
  const server = host.scm.acme.servers.find((each) => path === each.path || path.startsWith(`${each.path}/`));
  if (!server) return edgeAnswer(404, "Not Found");
  const inner = path.slice(server.path.length);
  if (inner === "") return method === "GET" ? directory(host, server) : edgeAnswer(405, "Method Not Allowed");
  const nonce = { "Replay-Nonce": host.nonces.give(), "Cache-Control": "no-store" };
  if (inner === "/new-nonce") return { status: method === "HEAD" ? 200 : 204, headers: nonce };
  try {
    const answer = work(host, server, { incoming, inner });
    return { ...answer, headers: { ...nonce, ...answer.headers } };
  } catch (error) {
    if (!(error instanceof AcmeProblem)) throw error;
    const headers = { ...nonce, "Content-Type": "application/problem+json" };
    return { status: error.status, json: error.document, headers };
  }
}

function work(host: AcmeHost, server: AcmeServer, at: { incoming: Incoming; inner: string }): Answer {
  const found = router.find(at.incoming.method, at.inner);
  if (!found) return edgeAnswer(404, "Not Found");
  const root = `${host.scm.acmeUrl}${server.path}`;
  const { incoming } = at;
  const proved = proveRequest(host, { incoming, server, root });
  const now = host.scm.clock.now();
  return found.target({ host, server, root, params: found.params, incoming, now, ...proved });
}

function directory({ scm }: AcmeHost, { path }: AcmeServer): Answer {
  const root = `${scm.acmeUrl}${path}`;
  const json = {
    newNonce: `${root}/new-nonce`,
    newAccount: `${root}/new-account`,
    newOrder: `${root}/new-order`,
    revokeCert: `${root}/revoke-cert`,
    keyChange: `${root}/key-change`,
    meta: { externalAccountRequired: true, termsOfService: `${scm.acmeUrl}/terms` },
  };
  return { status: 200, json };
}
