import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { controlListener } from "./control.ts";
import { FakeScmControl } from "./control-client.ts";
import { Faults } from "./faults.ts";
import { apiListener } from "./http/listener.ts";
import { type FakeScmChoices, withStandards } from "./options.ts";
import { RequestLog } from "./request-log.ts";
import { apiRoutes } from "./routes/api-routes.ts";
import { Scm } from "./scm.ts";
import { toPem } from "./x509/pem.ts";

/** What the start tells: the one JSON line of the command, and part of what the library answers. */
export type Announcement = {
  /** Base address with `/api`, as a user would configure it. */
  readonly apiUrl: string;
  readonly controlUrl: string;
  readonly customerUri: string;
  readonly username: string;
  readonly password: string;
  /** Every administrator by login: the first has all privileges, others lack some or can't sign in. */
  readonly logins: readonly {
    readonly login: string;
    readonly password: string;
    readonly privileges: number;
  }[];
  /** Organizations and departments, flat. */
  readonly organizations: readonly {
    readonly id: number;
    readonly name: string;
    readonly parentName: string | null;
  }[];
  readonly profiles: readonly {
    readonly id: number;
    readonly name: string;
    readonly terms: readonly number[];
  }[];
  /** Domains that are validated and delegated to every organization. */
  readonly domains: readonly string[];
  /** Root certificate, PEM. */
  readonly caPem: string;
  readonly seed: number;
};

/** A running fake. */
export type FakeScm = Announcement & {
  readonly credentials: {
    readonly customerUri: string;
    readonly username: string;
    readonly password: string;
  };
  /** Control helpers, over the same port that other processes use. */
  readonly control: FakeScmControl;
  /** Stops both servers and drops open connections. */
  readonly close: () => Promise<void>;
};

/**
 * Starts a fake Sectigo Certificate Manager on 127.0.0.1.
 * @param choices what shall differ from the standard; tests usually want `issueDelayMs: 0`
 */
export async function startFakeScm(choices: FakeScmChoices = {}): Promise<FakeScm> {
  const options = withStandards(choices);
  const scm = new Scm(options);
  const faults = new Faults();
  const log = new RequestLog();
  let origin = "";
  const routes = apiRoutes();
  const api = await listen(apiListener({ scm, routes, faults, log, origin: () => origin }), options.apiPort);
  origin = `http://127.0.0.1:${portOf(api)}`;
  const control = await listen(controlListener({ scm, faults, log }), options.controlPort);
  const announcement = announce(scm, `${origin}/api`, `http://127.0.0.1:${portOf(control)}`);
  const { customerUri, username, password, controlUrl } = announcement;
  return {
    ...announcement,
    credentials: { customerUri, username, password },
    control: new FakeScmControl(controlUrl),
    close: async () => {
      await Promise.all([stop(api), stop(control)]);
    },
  };
}

/** Only the part that may go into the JSON line. */
export function announcementOf({ credentials: _, control: __, close: ___, ...rest }: FakeScm): Announcement {
  return rest;
}

function announce(scm: Scm, apiUrl: string, controlUrl: string): Announcement {
  const { tenant, options, authority } = scm;
  const first = tenant.administrators[0];
  return {
    apiUrl,
    controlUrl,
    customerUri: tenant.customerUri,
    username: first?.login ?? "",
    password: first?.password ?? "",
    logins: tenant.administrators.map(({ login, password, privileges }) => ({
      login,
      password,
      privileges: privileges.length,
    })),
    organizations: tenant.organizations.flatMap(({ id, name, departments }) => [
      { id, name, parentName: null },
      ...departments.map((department) => ({ id: department.id, name: department.name, parentName: name })),
    ]),
    profiles: tenant.profiles.map(({ id, name, terms }) => ({ id, name, terms })),
    domains: ["example.test", ...options.domains],
    caPem: toPem("CERTIFICATE", authority.root),
    seed: options.seed,
  };
}

function listen(listener: RequestListener, port: number): Promise<Server> {
  // Clients keep connections for a while between a plan and an apply; Node's standard of 5 s would cut them.
  const server = createServer({ keepAliveTimeout: 60_000 }, listener);
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
