import type { WaitOptions } from "../../base/deadline.ts";
import { quoted } from "../../base/text.ts";
import { createdId, jsonDecoder, noContent } from "../answer.ts";
import type { Caller } from "../caller.ts";
import type { Paged } from "../pages.ts";
import {
  type CustomFieldDefinition,
  customFieldDefinition,
  customFieldDefinitionList,
} from "../schemas/administrators.ts";
import {
  type AzureAccount,
  azureAccountList,
  type DnsConnector,
  dnsConnector,
  dnsConnectorList,
  type Notification,
  names,
  notification,
  notificationList,
} from "../schemas/settings.ts";
import { goneIsDone } from "./gone-is-done.ts";
import { type PageChoice, pagedCall } from "./paged-call.ts";

/** What a custom field is made of, in SCM's words. */
export interface CustomFieldDraft {
  readonly name: string;
  readonly certificateType: "SSL" | "SMIME" | "Device" | "CodeSign";
  readonly mandatoryFor?: readonly string[] | undefined;
}

/** Definitions of custom fields, for all types and ways of enrollment. */
export interface CustomFieldDefinitions {
  list(
    filter?: { readonly certificateType?: string | undefined },
    options?: WaitOptions,
  ): Promise<readonly CustomFieldDefinition[]>;
  get(customFieldId: number, options?: WaitOptions): Promise<CustomFieldDefinition>;
  create(draft: CustomFieldDraft, options?: WaitOptions): Promise<{ readonly customFieldId: number | null }>;
  update(
    customFieldId: number,
    draft: CustomFieldDraft,
    options?: WaitOptions,
  ): Promise<CustomFieldDefinition>;
}

/** SCM's own notifications. */
export interface Notifications {
  list(filter?: PageChoice, options?: WaitOptions): Paged<Notification>;
  types(options?: WaitOptions): Promise<readonly string[]>;
  /** Switches one on or off. */
  activate(notificationId: number, isActive: boolean, options?: WaitOptions): Promise<void>;
  delete(notificationId: number, options?: WaitOptions): Promise<void>;
}

/** Programs of Sectigo's that write DNS records. */
export interface DnsConnectors {
  list(filter?: PageChoice, options?: WaitOptions): Paged<DnsConnector>;
  get(dnsConnectorId: string, options?: WaitOptions): Promise<DnsConnector>;
  providers(dnsConnectorId: string, options?: WaitOptions): Promise<readonly string[]>;
}

/** Accounts of Azure that hold key vaults. */
export interface AzureAccounts {
  list(filter?: PageChoice, options?: WaitOptions): Paged<AzureAccount>;
  create(
    account: NewAzureAccount,
    options?: WaitOptions,
  ): Promise<{ readonly azureAccountId: number | null }>;
}

export interface NewAzureAccount {
  readonly name: string;
  readonly applicationId: string;
  readonly directoryId: string;
  /** A secret. */
  readonly applicationSecret: string;
}

const decodeFields = jsonDecoder(customFieldDefinitionList);
const decodeField = jsonDecoder(customFieldDefinition);
const decodeNotifications = jsonDecoder(notificationList);
const decodeNotification = jsonDecoder(notification);
const decodeNames = jsonDecoder(names);
const decodeConnectors = jsonDecoder(dnsConnectorList);
const decodeConnector = jsonDecoder(dnsConnector);
const decodeAzure = jsonDecoder(azureAccountList);

function wireField({ name, certificateType, mandatoryFor }: CustomFieldDraft) {
  const input = { type: "TEXT_SINGLE_LINE" };
  return { name, certType: certificateType, state: "ACTIVE", mandatories: mandatoryFor ?? [], input };
}

/** Source: Sectigo Certificate Manager REST API reference, May 2025, "Custom fields". */
export function customFieldDefinitions(caller: Caller): CustomFieldDefinitions {
  return {
    list: ({ certificateType } = {}, options) => {
      const query = { certType: certificateType };
      return caller.run(
        { call: "GET customField", what: "list custom field definitions", query, decode: decodeFields },
        options,
      );
    },
    get: (customFieldId, options) =>
      caller.run(
        {
          call: "GET customField/{id}",
          what: `read custom field ${customFieldId}`,
          params: { customFieldId },
          decode: decodeField,
        },
        options,
      ),
    async create(draft, options) {
      const what = `create custom field ${quoted(draft.name)}`;
      const body = wireField(draft);
      return {
        customFieldId: await caller.run({ call: "POST customField", what, body, decode: createdId }, options),
      };
    },
    update: (customFieldId, draft, options) => {
      const what = `change custom field ${customFieldId}`;
      const body = { id: customFieldId, ...wireField(draft) };
      return caller.run({ call: "PUT customField", what, body, decode: decodeField }, options);
    },
  };
}

/** Source: Sectigo Certificate Manager REST API reference, May 2025, "Notifications". */
export function notifications(caller: Caller): Notifications {
  return {
    list: (page = {}, options) =>
      pagedCall<Notification>(
        caller,
        {
          call: "GET notification",
          what: "list notifications",
          page,
          decode: decodeNotifications,
          identify: (row) => row.notificationId,
        },
        options,
      ),
    types: (options) =>
      caller.run(
        { call: "GET notification/types", what: "list notification types", decode: decodeNames },
        options,
      ),
    async activate(notificationId, isActive, options) {
      const what = `switch notification ${notificationId} ${isActive ? "on" : "off"}`;
      const spec = { call: "PUT notification/{id}", what, params: { notificationId } } as const;
      await caller.run({ ...spec, body: { active: isActive }, decode: decodeNotification }, options);
    },
    async delete(notificationId, options) {
      const what = `delete notification ${notificationId}`;
      const spec = { call: "DELETE notification/{id}", what, params: { notificationId } } as const;
      await caller.run<null>({ ...spec, decode: noContent, recover: goneIsDone }, options);
    },
  };
}

/** Source: Admin Operations OpenAPI file 25.9.2, "DNS connectors". */
export function dnsConnectors(caller: Caller): DnsConnectors {
  return {
    list: (page = {}, options) =>
      pagedCall<DnsConnector>(
        caller,
        {
          call: "GET connector/dns",
          what: "list DNS connectors",
          page,
          decode: decodeConnectors,
          identify: (row) => row.dnsConnectorId,
        },
        options,
      ),
    get: (dnsConnectorId, options) =>
      caller.run(
        {
          call: "GET connector/dns/{id}",
          what: `read DNS connector ${quoted(dnsConnectorId)}`,
          params: { connectorId: dnsConnectorId },
          decode: decodeConnector,
        },
        options,
      ),
    providers: (dnsConnectorId, options) =>
      caller.run(
        {
          call: "GET connector/dns/{id}/provider",
          what: `list the providers of DNS connector ${quoted(dnsConnectorId)}`,
          params: { connectorId: dnsConnectorId },
          decode: decodeNames,
        },
        options,
      ),
  };
}

/** Source: Sectigo Certificate Manager REST API reference, May 2025, "Azure accounts". */
export function azureAccounts(caller: Caller): AzureAccounts {
  return {
    list: (page = {}, options) =>
      pagedCall<AzureAccount>(
        caller,
        {
          call: "GET azure/accounts",
          what: "list Azure accounts",
          page,
          decode: decodeAzure,
          identify: (row) => row.azureAccountId,
        },
        options,
      ),
    async create({ name, applicationId, directoryId, applicationSecret }, options) {
      const what = `create Azure account ${quoted(name)}`;
      const body = { name, applicationId, directoryId, applicationSecret };
      return {
        azureAccountId: await caller.run(
          { call: "POST azure/accounts", what, body, decode: createdId },
          options,
        ),
      };
    },
  };
}
