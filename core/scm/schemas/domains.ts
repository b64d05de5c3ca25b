import * as z from "zod/mini";
import type { ScmDate } from "./dates.ts";
import { date, idNumber, listOf, orElse, orNull, ownList, ownText, text } from "./wire.ts";

/** A row of the list of domains. */
export interface DomainIdentity {
  readonly domainId: number;
  readonly name: string;
}

/** Which organization may use a domain for what. */
interface DomainDelegation {
  readonly organizationId: number;
  readonly certificateTypes: readonly string[];
  /** What may be requested: DOMAIN, SUBDOMAIN, WILDCARD_1ST_LEVEL, WILDCARD_2ND_LEVEL; empty where a build does not tell. */
  readonly privileges: readonly string[];
  /** ACTIVE, or REQUESTED while it waits for the customer's administrator. */
  readonly status: string | null;
}

/** A domain. Validation members are null where DCV is off for the customer, or nothing is known yet. */
export interface DomainDetails extends DomainIdentity {
  readonly delegationStatus: string | null;
  /** ACTIVE or SUSPENDED. */
  readonly state: string | null;
  readonly validationStatus: string | null;
  readonly validationMethod: string | null;
  readonly validated: ScmDate | null;
  readonly validationExpires: ScmDate | null;
  readonly delegations: readonly DomainDelegation[];
}

/** GET /domain/v1 */
export const domainList = ownList(
  "domains",
  z.pipe(
    z.object({ id: idNumber, name: orElse(text, "") }),
    z.transform((wire): DomainIdentity => ({ domainId: wire.id, name: wire.name })),
  ),
);

/** GET /domain/v1/{id} */
export const domainDetails = z.pipe(
  z.object({
    id: idNumber,
    name: orElse(text, ""),
    delegationStatus: orNull(text),
    state: orNull(text),
    validationStatus: orNull(text),
    validationMethod: orNull(text),
    dcvValidation: orNull(date),
    dcvExpiration: orNull(date),
    delegations: listOf(
      z.object({
        orgId: idNumber,
        certTypes: listOf(text),
        domainCertificateRequestPrivileges: listOf(text),
        status: orNull(text),
      }),
    ),
  }),
  z.transform(
    ({ id, dcvValidation, dcvExpiration, delegations, ...same }): DomainDetails => ({
      ...same,
      domainId: id,
      validated: dcvValidation,
      validationExpires: dcvExpiration,
      delegations: delegations.map(({ orgId, certTypes, domainCertificateRequestPrivileges, status }) => ({
        organizationId: orgId,
        certificateTypes: certTypes,
        privileges: domainCertificateRequestPrivileges,
        status,
      })),
    }),
  ),
);

/** `Not validated` and `NOT_VALIDATED`: hosts differ, so constants come out. */
function constant(sent: string | null): string | null {
  return sent === null
    ? null
    : sent
        .trim()
        .toUpperCase()
        .replace(/[\s-]+/g, "_");
}

const constantOrNull = z.pipe(orNull(text), z.transform(constant));

/** A row of the list of validations. States as constants: VALIDATED, NOT_VALIDATED, EXPIRED; NOT_INITIATED, SUBMITTED, … */
export interface DcvRow {
  /** Also `*.domain`. */
  readonly domain: string;
  readonly status: string | null;
  readonly method: string | null;
  readonly orderStatus: string | null;
  readonly orderMethod: string | null;
  readonly expires: ScmDate | null;
}

/** GET /dcv/…/validation */
export const dcvList = ownList(
  "domain validations",
  z.pipe(
    z.object({
      domain: ownText,
      dcvStatus: constantOrNull,
      dcvMethod: orNull(text),
      dcvOrderStatus: constantOrNull,
      dcvOrderMethod: orNull(text),
      expirationDate: orNull(date),
    }),
    z.transform(
      (wire): DcvRow => ({
        domain: wire.domain,
        status: wire.dcvStatus,
        method: wire.dcvMethod,
        orderStatus: wire.dcvOrderStatus,
        orderMethod: wire.dcvOrderMethod,
        expires: wire.expirationDate,
      }),
    ),
  ),
);

/** What to publish to prove control of a domain; the members that belong to the method are set. */
export interface DcvChallenge {
  /** CNAME and TXT: name and value of the record, with final dots as SCM sends them. */
  readonly host: string | null;
  readonly point: string | null;
  /** HTTP and HTTPS: address and the two lines of the file. */
  readonly url: string | null;
  readonly lines: readonly string[];
  /** EMAIL: addresses to choose from. */
  readonly emails: readonly string[];
}

const CHALLENGE = {
  host: orNull(text),
  point: orNull(text),
  url: orNull(text),
  firstLine: orNull(text),
  secondLine: orNull(text),
  emails: listOf(text),
};

interface WireChallenge extends Omit<DcvChallenge, "lines"> {
  readonly firstLine: string | null;
  readonly secondLine: string | null;
}

function challengeOf({ host, point, url, firstLine, secondLine, emails }: WireChallenge): DcvChallenge {
  const lines = [firstLine, secondLine].filter((line) => line !== null);
  return { host, point, url, lines, emails };
}

/** POST /dcv/…/validation/start/domain/{method} */
export const dcvChallenge = z.pipe(
  z.object(CHALLENGE),
  z.transform((wire): DcvChallenge => challengeOf(wire)),
);

/** Where the validation of one domain stands. */
export interface DcvStatus {
  readonly status: string | null;
  readonly orderStatus: string | null;
  readonly orderMethod: string | null;
  readonly validated: ScmDate | null;
  readonly expires: ScmDate | null;
  readonly lastCheck: ScmDate | null;
  readonly nextCheck: ScmDate | null;
  readonly message: string | null;
  readonly orderBackendId: string | null;
  /** The challenge of the order under way; TXT shows its record when it is submitted. */
  readonly challenge: DcvChallenge;
}

/** POST /dcv/v2/validation/status, and what submit and clear answer. */
export const dcvStatus = z.pipe(
  z.object({
    status: constantOrNull,
    orderStatus: constantOrNull,
    orderMode: orNull(text),
    validationDate: orNull(date),
    expirationDate: orNull(date),
    lastCheck: orNull(date),
    nextCheck: orNull(date),
    message: orNull(text),
    orderBackendId: orNull(text),
    ...CHALLENGE,
  }),
  z.transform(
    ({
      orderMode,
      validationDate,
      expirationDate,
      host,
      point,
      url,
      firstLine,
      secondLine,
      emails,
      ...same
    }): DcvStatus => ({
      ...same,
      orderMethod: orderMode,
      validated: validationDate,
      expires: expirationDate,
      challenge: challengeOf({ host, point, url, firstLine, secondLine, emails }),
    }),
  ),
);
