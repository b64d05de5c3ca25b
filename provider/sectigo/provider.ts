import { type Provider, provider } from "../framework/provider.ts";
import { importNowAction } from "./actions/import-now.ts";
import { revokeAction } from "./actions/revoke.ts";
import { providerAttributes } from "./attributes.ts";
import { connect, knownSettings } from "./configure.ts";
import type { Connection } from "./connection.ts";
import { certificateDataSource } from "./data-sources/certificate.ts";
import { connectorStatusDataSource } from "./data-sources/connector-status.ts";
import { customFieldsDataSource } from "./data-sources/custom-fields.ts";
import { dnsConnectorsDataSource } from "./data-sources/dns-connectors.ts";
import { domainsDataSource } from "./data-sources/domains.ts";
import { inventoryDataSource } from "./data-sources/inventory.ts";
import { inventoryChangesDataSource } from "./data-sources/inventory-changes.ts";
import { organizationsDataSource } from "./data-sources/organizations.ts";
import { scmProfilesDataSource } from "./data-sources/scm-profiles.ts";
import { acmeCredentialsEphemeral } from "./ephemeral/acme-credentials.ts";
import { pkcs12Ephemeral } from "./ephemeral/pkcs12.ts";
import { privateKeyEphemeral } from "./ephemeral/private-key.ts";
import { explain } from "./explain.ts";
import { matchRules } from "./functions/match-rules.ts";
import { parseCertificate } from "./functions/parse-certificate.ts";
import { parseCsr } from "./functions/parse-csr.ts";
import { renewalWindowFunction } from "./functions/renewal-window.ts";
import { requireCore } from "./least-core.ts";
import { certificateList } from "./list-resources/certificate.ts";
import { assignmentRuleResource } from "./resources/assignment-rule.ts";
import { certificateResource } from "./resources/certificate.ts";
import { certificateApprovalResource } from "./resources/certificate-approval.ts";
import { connectorResource } from "./resources/connector.ts";
import { domainResource } from "./resources/domain.ts";
import { domainValidatedResource } from "./resources/domain-validated.ts";
import { domainValidationResource } from "./resources/domain-validation.ts";
import { profileResource } from "./resources/profile.ts";
import { judgeSensorsArgument } from "./sensors-argument.ts";
import { judgeAddresses, type Settings } from "./settings.ts";
import type { Surroundings } from "./surroundings.ts";

/**
 * The Sectigo provider, declared: its settings, what it serves, and how its errors read.
 * A process holds one connection at a time, and errors say where that one's settings came from.
 */
export function sectigoProvider(surroundings: Surroundings): Provider<Connection> {
  let settings: Settings | null = null;
  return provider<Connection, typeof providerAttributes>({
    name: "sectigo",
    doc: "Certificates from Sectigo Certificate Manager (SCM) as code. One provider block is one SCM account.",
    attributes: providerAttributes,
    validate: (config) => [
      ...judgeAddresses(config, surroundings.variables),
      ...judgeSensorsArgument(config, surroundings.variables),
    ],
    async configure(request) {
      settings = null;
      requireCore(request.terraformVersion);
      settings = knownSettings(request.config, surroundings);
      return settings === null ? null : connect(request, settings, surroundings);
    },
    close: async ({ client, inventories }) => {
      await Promise.all([client.close(), inventories.close()]);
    },
    resources: [
      assignmentRuleResource,
      certificateResource,
      certificateApprovalResource,
      connectorResource,
      domainResource,
      domainValidationResource,
      domainValidatedResource,
      profileResource,
    ],
    dataSources: [
      certificateDataSource,
      connectorStatusDataSource,
      customFieldsDataSource,
      dnsConnectorsDataSource,
      domainsDataSource,
      inventoryDataSource,
      inventoryChangesDataSource,
      organizationsDataSource,
      scmProfilesDataSource,
    ],
    ephemeralResources: [acmeCredentialsEphemeral, pkcs12Ephemeral, privateKeyEphemeral],
    listResources: [certificateList],
    actions: [importNowAction, revokeAction],
    functions: [matchRules, parseCertificate, parseCsr, renewalWindowFunction],
    explain: (thrown) => explain(thrown, settings),
  });
}
