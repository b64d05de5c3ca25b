import type { Addresses } from "./http/api-host.ts";
import type { Scm } from "./scm.ts";
import { STRICT_NAMES } from "./strict-options.ts";
import { toPem } from "./x509/pem.ts";

/** An administrator with all it takes to sign in, in three ways. */
export type Login = {
  readonly login: string;
  readonly password: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Client certificate with its chain and key, PEM. */
  readonly clientCertificatePem: string;
  readonly clientKeyPem: string;
  readonly privileges: readonly string[];
};

/** What the start tells: the one JSON line of the command, and part of what the library answers. */
export type Announcement = {
  /** Base address with `/api`, as a user would configure it; for sign-in by password or token. */
  readonly apiUrl: string;
  /** The same below `/private`; for sign-in by client certificate, which takes TLS. */
  readonly privateApiUrl: string;
  /** Where OAuth2 tokens are given out. */
  readonly tokenUrl: string;
  readonly controlUrl: string;
  /** ACME servers by name, as accounts name them, with the addresses of their directories. */
  readonly acmeServers: readonly { readonly name: string; readonly url: string }[];
  readonly customerUri: string;
  /** The first administrator, who may do everything. */
  readonly username: string;
  readonly password: string;
  /** Every administrator; others lack privileges or can't sign in at all. */
  readonly logins: readonly Login[];
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
  /** Switches that are turned, drawn ones included. */
  readonly strict: readonly string[];
};

/** Describes a fake that listens. */
export function announce(scm: Scm, addresses: Addresses, controlUrl: string): Announcement {
  const { tenant, options, authority } = scm;
  const first = tenant.administrators[0];
  return {
    apiUrl: `${addresses.api}/api`,
    privateApiUrl: `${addresses.api}/private/api`,
    tokenUrl: addresses.token,
    controlUrl,
    acmeServers: scm.acme.servers.map(({ name, path }) => ({ name, url: `${scm.acmeUrl}${path}` })),
    customerUri: tenant.customerUri,
    username: first?.login ?? "",
    password: first?.password ?? "",
    logins: tenant.administrators.map((administrator) => ({
      login: administrator.login,
      password: administrator.password,
      clientId: administrator.clientId,
      clientSecret: administrator.clientSecret,
      clientCertificatePem: administrator.clientCertificate.certificatePem,
      clientKeyPem: administrator.clientCertificate.keyPem,
      privileges: administrator.privileges,
    })),
    organizations: tenant.organizations.flatMap(({ id, name, departments }) => [
      { id, name, parentName: null },
      ...departments.map((department) => ({ id: department.id, name: department.name, parentName: name })),
    ]),
    profiles: tenant.profiles.map(({ id, name, terms }) => ({ id, name, terms })),
    domains: ["example.test", ...options.domains],
    caPem: toPem("CERTIFICATE", authority.root),
    seed: options.seed,
    strict: STRICT_NAMES.filter((name) => options.strict[name]),
  };
}
