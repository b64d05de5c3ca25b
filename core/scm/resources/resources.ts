import type { Caller } from "../caller.ts";
import { type Acme, acme } from "./acme.ts";
import { type Administrators, administrators } from "./administrators.ts";
import { type Certificates, certificates } from "./certificates.ts";
import { type ClientCertificates, clientCertificates } from "./client-certificates.ts";
import { type DomainValidations, domainValidations } from "./dcv.ts";
import { type DeviceCertificates, deviceCertificates } from "./device-certificates.ts";
import { type DnsConnectors, dnsConnectors } from "./dns-connectors.ts";
import { type Domains, domains } from "./domains.ts";
import { type Endpoints, endpoints } from "./endpoints.ts";
import { type Organizations, organizations } from "./organizations.ts";
import { type Reports, reports } from "./reports.ts";
import { type CustomFields, customFields, type Profiles, profiles } from "./settings.ts";

/** SCM's areas, one member each. */
export interface Resources {
  readonly organizations: Organizations;
  /** SCM profiles and custom fields for SSL certificates. */
  readonly profiles: Profiles;
  readonly customFields: CustomFields;
  readonly certificates: Certificates;
  readonly clientCertificates: ClientCertificates;
  readonly deviceCertificates: DeviceCertificates;
  readonly domains: Domains;
  readonly domainValidations: DomainValidations;
  readonly administrators: Administrators;
  readonly acme: Acme;
  readonly endpoints: Endpoints;
  readonly reports: Reports;
  readonly dnsConnectors: DnsConnectors;
}

/** Binds every area to one caller. */
export function resources(caller: Caller): Resources {
  return {
    organizations: organizations(caller),
    profiles: profiles(caller),
    customFields: customFields(caller),
    certificates: certificates(caller),
    clientCertificates: clientCertificates(caller),
    deviceCertificates: deviceCertificates(caller),
    domains: domains(caller),
    domainValidations: domainValidations(caller),
    administrators: administrators(caller),
    acme: acme(caller),
    endpoints: endpoints(caller),
    reports: reports(caller),
    dnsConnectors: dnsConnectors(caller),
  };
}
