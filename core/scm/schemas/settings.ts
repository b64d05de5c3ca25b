import * as z from "zod/mini";
import { answerList, flag, idNumber, idOrNull, integer, listOf, orElse, orNull, text } from "./wire.ts";

/** A rule of SCM about whom to write to, and when. */
export interface Notification {
  readonly notificationId: number;
  readonly description: string | null;
  readonly isActive: boolean | null;
  readonly type: string | null;
  readonly roles: readonly string[];
  /** Mail addresses. */
  readonly recipients: readonly string[];
  readonly days: number | null;
  readonly scmProfileId: number | null;
}

/** An update answers with the id alone. */
export const notification = z.pipe(
  z.object({
    id: idNumber,
    description: orNull(text),
    active: orNull(flag),
    type: orNull(text),
    recipientData: orNull(
      z.object({ notifyRoles: listOf(text), recipients: listOf(z.object({ value: orElse(text, "") })) }),
    ),
    additionalData: orNull(z.object({ days: orNull(integer), certTypeId: idOrNull })),
  }),
  z.transform(
    (wire): Notification => ({
      notificationId: wire.id,
      description: wire.description,
      isActive: wire.active,
      type: wire.type,
      roles: wire.recipientData?.notifyRoles ?? [],
      recipients: (wire.recipientData?.recipients ?? []).map(({ value }) => value),
      days: wire.additionalData?.days ?? null,
      scmProfileId: wire.additionalData?.certTypeId ?? null,
    }),
  ),
);

export const notificationList = answerList(notification);

/** A program of Sectigo's that writes DNS records. */
export interface DnsConnector {
  /** Not a number. */
  readonly dnsConnectorId: string;
  readonly name: string;
  /** CONNECTED, NOT_CONNECTED, … */
  readonly status: string | null;
  readonly version: string | null;
  readonly hostname: string | null;
}

export const dnsConnector = z.pipe(
  z.object({
    id: text,
    name: orElse(text, ""),
    status: orNull(text),
    version: orNull(text),
    hostname: orNull(text),
  }),
  z.transform(({ id, ...same }): DnsConnector => ({ dnsConnectorId: id, ...same })),
);

export const dnsConnectorList = answerList(dnsConnector);

/** Names such as ROUTE_53, or of notification types. */
export const names = answerList(text);

/** An account of Azure that holds key vaults. */
export interface AzureAccount {
  readonly azureAccountId: number;
  readonly name: string;
  readonly applicationId: string | null;
  readonly directoryId: string | null;
}

export const azureAccountList = answerList(
  z.pipe(
    z.object({
      id: idNumber,
      name: orElse(text, ""),
      applicationId: orNull(text),
      directoryId: orNull(text),
    }),
    z.transform(({ id, ...same }): AzureAccount => ({ azureAccountId: id, ...same })),
  ),
);
