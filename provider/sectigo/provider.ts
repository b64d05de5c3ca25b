import type { Clock, Logger } from "../../core/index.ts";
import { integer, string } from "../framework/attribute.ts";
import { type Provider, provider } from "../framework/provider.ts";
import { configure } from "./configure.ts";
import type { Connection } from "./connection.ts";
import { organizationsDataSource } from "./data-sources/organizations.ts";
import { scmProfilesDataSource } from "./data-sources/scm-profiles.ts";
import { explain } from "./explain.ts";
import { certificateResource } from "./resources/certificate.ts";
import { type EnvironmentVariables, judgeAddress } from "./settings.ts";

/** What the provider needs from the outside; the entry point hands over the real ones. */
export interface Surroundings {
  readonly variables: EnvironmentVariables;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Logger;
  /** Of this release, for the User-Agent. */
  readonly version: string;
}

export const providerAttributes = {
  base_url: string({
    is: "optional",
    doc: "Address of SCM, default `https://cert-manager.com`. Environment: `SECTIGO_BASE_URL`. Hosts outside Sectigo's and loopback must be listed in `SECTIGO_ALLOWED_HOSTS`.",
  }),
  customer_uri: string({
    is: "optional",
    doc: "The customer's part of SCM's portal address (`…/customer/<customer_uri>`), passed on unchanged. Environment: `SECTIGO_CUSTOMER_URI`.",
  }),
  username: string({
    is: "optional",
    doc: "Login name of an SCM administrator of type Standard or API. Environment: `SECTIGO_USERNAME`.",
  }),
  password: string({
    is: "optional",
    sensitive: true,
    doc: "The administrator's password. Environment: `SECTIGO_PASSWORD`; that, or an ephemeral variable, keeps it out of plan files.",
  }),
  max_parallel_requests: integer({
    is: "optional",
    doc: "Requests to SCM at the same time, default 8, at most 64.",
    checks: [
      (value) => (value >= 1 && value <= 64 ? null : `a number from 1 to 64 is required, ${value} is given`),
    ],
  }),
} as const;

export function sectigoProvider(surroundings: Surroundings): Provider<Connection> {
  return provider<Connection, typeof providerAttributes>({
    name: "sectigo",
    doc: "Certificates from Sectigo Certificate Manager (SCM) as code. One provider block is one SCM account.",
    attributes: providerAttributes,
    validate: (config) => judgeAddress(config.base_url, surroundings.variables),
    configure: (request) => configure(request, surroundings),
    close: (connection) => connection.client.close(),
    resources: [certificateResource],
    dataSources: [organizationsDataSource, scmProfilesDataSource],
    explain,
  });
}
