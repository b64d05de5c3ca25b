import { type Provider, provider } from "../framework/provider.ts";
import { providerAttributes } from "./attributes.ts";
import { configure } from "./configure.ts";
import type { Connection } from "./connection.ts";
import { organizationsDataSource } from "./data-sources/organizations.ts";
import { scmProfilesDataSource } from "./data-sources/scm-profiles.ts";
import { explain } from "./explain.ts";
import { certificateResource } from "./resources/certificate.ts";
import { judgeAddress } from "./settings.ts";
import type { Surroundings } from "./surroundings.ts";

/** The Sectigo provider, declared: its settings, what it serves, and how its errors read. */
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
