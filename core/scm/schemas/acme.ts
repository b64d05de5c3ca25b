import * as z from "zod/mini";
import type { ScmDate } from "./dates.ts";
import { date, idNumber, idOrNull, listOf, orElse, orNull, ownList, text } from "./wire.ts";

/** A place where ACME clients order certificates. */
export interface AcmeServer {
  readonly name: string;
  readonly url: string | null;
  readonly caId: number | null;
  /** DV, OV or EV. */
  readonly validationType: string | null;
}

/** GET /acme/v1/server */
export const acmeServerList = ownList(
  "ACME servers",
  z.pipe(
    z.object({
      name: orElse(text, ""),
      url: orNull(text),
      caId: idOrNull,
      certValidationType: orNull(text),
    }),
    z.transform(
      ({ certValidationType, ...same }): AcmeServer => ({ ...same, validationType: certValidationType }),
    ),
  ),
);

/** An ACME account of an organization. `eabKey` is a secret that SCM sends in clear. */
export interface AcmeAccount {
  readonly acmeAccountId: number;
  readonly name: string;
  readonly organizationId: number | null;
  readonly acmeServer: string | null;
  readonly validationType: string | null;
  /** Lower case: `pending`, `valid`, …; hosts differ in case. */
  readonly status: string | null;
  /** Id of the key for external account binding, RFC 8555 §7.3.4. */
  readonly eabKeyId: string | null;
  readonly eabKey: string | null;
}

/** GET /acme/v2/account/{id} */
export const acmeAccount = z.pipe(
  z.object({
    id: idNumber,
    name: orElse(text, ""),
    organizationId: idOrNull,
    acmeServer: orNull(text),
    certValidationType: orNull(text),
    status: orNull(text),
    macId: orNull(text),
    macKey: orNull(text),
  }),
  z.transform(
    ({ id, certValidationType, status, macId, macKey, ...same }): AcmeAccount => ({
      ...same,
      acmeAccountId: id,
      validationType: certValidationType,
      status: status?.toLowerCase() ?? null,
      eabKeyId: macId,
      eabKey: macKey,
    }),
  ),
);

export const acmeAccountList = ownList("ACME accounts", acmeAccount);

/** A domain that an ACME account may order for. */
export interface AcmeDomain {
  readonly name: string;
  readonly validUntil: ScmDate | null;
  readonly stickyUntil: ScmDate | null;
}

/** GET /acme/v2/account/{id}/domain */
export const acmeDomainList = ownList(
  "ACME domains",
  z.pipe(
    z.object({ name: orElse(text, ""), validUntil: orNull(date), stickyUntil: orNull(date) }),
    z.transform((wire): AcmeDomain => wire),
  ),
);

const domainNames = listOf(text);

/** POST and DELETE /acme/v2/account/{id}/domain: the names that were not done, with HTTP 200. */
export const acmeDomainsLeft = z.pipe(
  z.object({ notAddedDomains: domainNames, notRemovedDomains: domainNames }),
  z.transform((wire): readonly string[] => [...wire.notAddedDomains, ...wire.notRemovedDomains]),
);

/** A program that registered with an ACME account. */
export interface AcmeClient {
  readonly accountId: string | null;
  readonly status: string | null;
  readonly contacts: string | null;
  readonly userAgent: string | null;
  readonly ipAddress: string | null;
  /** When it last asked the CA for something; null when it never did, or SCM does not say. */
  readonly lastActivity: ScmDate | null;
}

/** GET /acme/v2/account/{id}/client */
export const acmeClientList = ownList(
  "ACME clients",
  z.pipe(
    z.object({
      accountId: orNull(text),
      status: orNull(text),
      contacts: orNull(text),
      userAgent: orNull(text),
      ipAddress: orNull(text),
      lastActivity: orNull(date),
    }),
    z.transform((wire): AcmeClient => wire),
  ),
);
