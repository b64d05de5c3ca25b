import type { Caller } from "../caller.ts";
import {
  type AzureAccounts,
  azureAccounts,
  type CustomFieldDefinitions,
  customFieldDefinitions,
  type DnsConnectors,
  dnsConnectors,
  type Notifications,
  notifications,
} from "./account-settings.ts";
import { type Acme, acme } from "./acme.ts";
import { type Administrators, administrators } from "./administrators.ts";
import { type Certificates, certificates } from "./certificates.ts";
import { type ClientCertificates, clientCertificates } from "./client-certificates.ts";
import { type CodeSigningCertificates, codeSigningCertificates } from "./code-signing.ts";
import { type DomainValidations, domainValidations } from "./dcv.ts";
import { type DeviceCertificates, deviceCertificates } from "./device-certificates.ts";
import { type Domains, domains } from "./domains.ts";
import { type Endpoints, endpoints } from "./endpoints.ts";
import { type Organizations, organizations } from "./organizations.ts";
import { type Persons, persons } from "./persons.ts";
import { type Reports, reports } from "./reports.ts";
import { type CustomFields, customFields, type Profiles, profiles } from "./settings.ts";

/** SCM's areas, one member each. */
export interface Resources {
  readonly organizations: Organizations;
  /** SSL profiles and custom fields; those of other types are with their type. */
  readonly profiles: Profiles;
  readonly customFields: CustomFields;
  readonly certificates: Certificates;
  readonly clientCertificates: ClientCertificates;
  readonly deviceCertificates: DeviceCertificates;
  readonly codeSigningCertificates: CodeSigningCertificates;
  readonly domains: Domains;
  readonly domainValidations: DomainValidations;
  readonly administrators: Administrators;
  readonly persons: Persons;
  readonly acme: Acme;
  readonly endpoints: Endpoints;
  readonly reports: Reports;
  readonly customFieldDefinitions: CustomFieldDefinitions;
  readonly notifications: Notifications;
  readonly dnsConnectors: DnsConnectors;
  readonly azureAccounts: AzureAccounts;
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
    codeSigningCertificates: codeSigningCertificates(caller),
    domains: domains(caller),
    domainValidations: domainValidations(caller),
    administrators: administrators(caller),
    persons: persons(caller),
    acme: acme(caller),
    endpoints: endpoints(caller),
    reports: reports(caller),
    customFieldDefinitions: customFieldDefinitions(caller),
    notifications: notifications(caller),
    dnsConnectors: dnsConnectors(caller),
    azureAccounts: azureAccounts(caller),
  };
}
