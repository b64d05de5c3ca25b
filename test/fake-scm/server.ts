import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { answerAcme } from "./acme/acme-host.ts";
import { Nonces } from "./acme/nonces.ts";
import { AcmeOrders } from "./acme/orders.ts";
import { type Announcement, announce } from "./announcement.ts";
import { Chaos } from "./chaos.ts";
import { controlListener } from "./control.ts";
import { FakeScmControl } from "./control-client.ts";
import { Faults } from "./faults.ts";
import { type Addresses, answerCall, apiPath } from "./http/api-host.ts";
import { hostListener } from "./http/exchange.ts";
import { answerToken, TOKEN_PATH } from "./http/token-host.ts";
import { type FakeScmChoices, withStandards } from "./options.ts";
import { RequestLog } from "./request-log.ts";
import { apiRoutes } from "./routes/api-routes.ts";
import { Scm } from "./scm.ts";
import { serverCertificate } from "./tls.ts";
import { toPem } from "./x509/pem.ts";

/** A running fake. */
export type FakeScm = Announcement & {
  readonly credentials: {
    readonly customerUri: string;
    readonly username: string;
    readonly password: string;
  };
  /** Control helpers, over the same port that other processes use. */
  readonly control: FakeScmControl;
  /** Stops all servers and drops open connections. */
  readonly close: () => Promise<void>;
};

/**
 * Starts a fake Sectigo Certificate Manager on 127.0.0.1.
 * @param choices what shall differ from the standard; tests usually want `issueDelayMs: 0`
 */
export async function startFakeScm(choices: FakeScmChoices = {}): Promise<FakeScm> {
  const options = withStandards(choices);
  const scm = new Scm(options);
  const { emptyMembers, latencyMs, maxParallel, chaosRate: rate, seed } = options;
  const chaos = new Chaos({ rate, seed });
  const now = options.strict.answersTellTime ? () => new Date(scm.clock.now()) : null;
  const bounds = { emptyMembers, latencyMs, maxParallel, now };
  const shared = { faults: new Faults(), log: new RequestLog(), chaos, ...bounds };
  let addresses: Addresses = { api: "", token: "" };
  const api = { scm, routes: apiRoutes(), addresses: () => addresses };
  const apiHost = hostListener({ ...shared, routePath: apiPath, answer: (it) => answerCall(api, it) });
  const tokenHost = hostListener({
    ...shared,
    routePath: (path) => path,
    answer: (it) => answerToken(scm, it),
  });
  const orders = new AcmeOrders(() => scm.random.token(22), options.acmeChallenges);
  const acme = { scm, nonces: new Nonces(), orders };
  const acmeHost = hostListener({
    ...shared,
    emptyMembers: "omit",
    routePath: (path) => path,
    answer: (it) => answerAcme(acme, it),
  });
  const make = options.tls ? tlsServer(scm) : plainServer;
  const servers = await Promise.all([
    listen(make(apiHost), options.apiPort),
    listen(make(tokenHost), 0),
    listen(make(acmeHost), 0),
    listen(plainServer(controlListener({ ...shared, scm })), options.controlPort),
  ]);
  const [apiPort, tokenPort, acmePort, controlPort] = servers.map(portOf);
  const scheme = options.tls ? "https" : "http";
  addresses = {
    api: `${scheme}://127.0.0.1:${apiPort}`,
    token: `${scheme}://127.0.0.1:${tokenPort}${TOKEN_PATH}`,
  };
  scm.acmeUrl = `${scheme}://127.0.0.1:${acmePort}`;
  const announcement = announce(scm, addresses, `http://127.0.0.1:${controlPort}`);
  const { customerUri, username, password, controlUrl } = announcement;
  return {
    ...announcement,
    credentials: { customerUri, username, password },
    control: new FakeScmControl(controlUrl),
    close: async () => {
      await Promise.all(servers.map(stop));
    },
  };
}

/** Only the part that may go into the JSON line. */
export function announcementOf({ credentials: _, control: __, close: ___, ...rest }: FakeScm): Announcement {
  return rest;
}

// Clients keep connections for a while between a plan and an apply; Node's standard of 5 s would cut them.
const KEEP_ALIVE = { keepAliveTimeout: 60_000 };

function plainServer(listener: RequestListener): Server {
  return createServer(KEEP_ALIVE, listener);
}

/** Asks for a client certificate and lets everybody in: SCM decides by address, not the handshake. */
function tlsServer({ authority }: Scm): (listener: RequestListener) => Server {
  const { certificatePem, keyPem } = serverCertificate(authority, Date.now());
  const ca = [authority.root, ...authority.intermediates].map((der) => toPem("CERTIFICATE", der));
  const settings = { cert: certificatePem, key: keyPem, ca, requestCert: true, rejectUnauthorized: false };
  return (listener) => createTlsServer({ ...KEEP_ALIVE, ...settings }, listener);
}

function listen(server: Server, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

function portOf(server: Server): number {
  // A server that listens on an IP address has an AddressInfo, never a pipe name or null.
  return (server.address() as AddressInfo).port;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
