import { createHash } from "node:crypto";
import type { WaitOptions } from "../../base/deadline.ts";
import { ConfigError } from "../../base/errors.ts";
import { createdId, jsonDecoder, noContent } from "../answer.ts";
import type { Caller } from "../caller.ts";
import {
  type ArchiveImport,
  archiveImport,
  type CertificateDcv,
  type CertificateLocation,
  certificateDcv,
  certificateLocation,
  certificateLocations,
  type ImportResult,
  importResults,
  keystoreLink,
} from "../schemas/certificate-actions.ts";
import type { CustomFieldValue } from "../schemas/certificates.ts";
import { goneIsDone } from "./gone-is-done.ts";

export type KeystoreFormat = "key" | "p12" | "p12aes" | "jks" | "pem";

/** A certificate from elsewhere, for SCM to keep book of. */
export interface ImportItem {
  readonly organizationId: number;
  /** DER. */
  readonly certificate: Uint8Array;
  readonly csrPem?: string | undefined;
  /** Mail address. */
  readonly owner?: string | undefined;
  readonly externalRequesters?: readonly string[] | undefined;
  readonly backendCertId?: string | undefined;
  readonly comments?: string | undefined;
  readonly customFields?: readonly CustomFieldValue[] | undefined;
}

export interface CertificateExtras {
  /** Where domain control validation for this certificate stands, and what is to be done. */
  dcv(sslId: number, options?: WaitOptions): Promise<CertificateDcv>;
  /** Asks the CA to look again now. */
  recheckDcv(sslId: number, options?: WaitOptions): Promise<CertificateDcv>;
  locations(sslId: number, options?: WaitOptions): Promise<readonly CertificateLocation[]>;
  location(sslId: number, locationId: number, options?: WaitOptions): Promise<CertificateLocation>;
  /** Adds a CUSTOM one. The id is null where SCM does not name it. */
  addLocation(
    sslId: number,
    details: Details,
    options?: WaitOptions,
  ): Promise<{ readonly locationId: number | null }>;
  updateLocation(
    sslId: number,
    location: { locationId: number; details: Details },
    options?: WaitOptions,
  ): Promise<void>;
  deleteLocation(sslId: number, locationId: number, options?: WaitOptions): Promise<void>;
  /**
   * Address from which the key of an `enrollKeygen` order can be fetched for a while. A secret: it holds a token.
   * @param passphrase protects the file; at most 32 characters
   */
  keystoreLink(
    sslId: number,
    key: { readonly format: KeystoreFormat; readonly passphrase?: string | undefined },
    options?: WaitOptions,
  ): Promise<string>;
  /** 1 to 128 certificates; results in the order given. */
  import(items: readonly ImportItem[], options?: WaitOptions): Promise<readonly ImportResult[]>;
  /** A zip of certificate files. */
  importArchive(organizationId: number, zip: Uint8Array, options?: WaitOptions): Promise<ArchiveImport>;
}

type Details = Readonly<Record<string, string>>;

const MOST_IMPORTED = 128;
const decodeDcv = jsonDecoder(certificateDcv);
const decodeLocations = jsonDecoder(certificateLocations);
const decodeLocation = jsonDecoder(certificateLocation);
const decodeLink = jsonDecoder(keystoreLink);
const decodeResults = jsonDecoder(importResults);
const decodeArchive = jsonDecoder(archiveImport);

/** One certificate as the import calls of all types want it. Note `orgID`: only they spell it so. */
export function importItem(item: ImportItem) {
  return {
    orgID: item.organizationId,
    cert: Buffer.from(item.certificate).toString("base64"),
    csr: item.csrPem,
    owner: item.owner,
    externalRequester: item.externalRequesters?.join(","),
    backendCertId: item.backendCertId,
    comments: item.comments,
    customFields: item.customFields?.map(({ name, value }) => ({ name, value })),
  };
}

/** One file as multipart/form-data, RFC 7578; the boundary is made of the content, so that it can't occur in it by chance. */
function multipart(zip: Uint8Array) {
  const boundary = `form-${createHash("sha256").update(zip).digest("hex")}`;
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="import.zip"\r\ncontent-type: application/zip\r\n\r\n`;
  const octets = Buffer.concat([Buffer.from(head), zip, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { contentType: `multipart/form-data; boundary=${boundary}`, octets };
}

function checkImport(items: readonly ImportItem[]): void {
  if (items.length >= 1 && items.length <= MOST_IMPORTED) return;
  throw new ConfigError(`import takes 1 to ${MOST_IMPORTED} certificates at once, not ${items.length}`, {
    code: "config.import_size",
    hint: "Send them in parts.",
  });
}

/** Source: Sectigo Certificate Manager REST API reference, May 2025, "SSL certificates". */
export function certificateExtras(caller: Caller): CertificateExtras {
  return {
    dcv: (sslId, options) =>
      caller.run(
        {
          call: "GET ssl/{sslId}/dcv",
          what: `read the domain validation of certificate ${sslId}`,
          params: { sslId },
          decode: decodeDcv,
        },
        options,
      ),
    recheckDcv: (sslId, options) =>
      caller.run(
        {
          call: "POST ssl/{sslId}/dcv/recheck",
          what: `have the domain validation of certificate ${sslId} checked again`,
          params: { sslId },
          decode: decodeDcv,
        },
        options,
      ),
    locations: (sslId, options) =>
      caller.run(
        {
          call: "GET ssl/{sslId}/location",
          what: `list the locations of certificate ${sslId}`,
          params: { sslId },
          decode: decodeLocations,
        },
        options,
      ),
    location: (sslId, locationId, options) =>
      caller.run(
        {
          call: "GET ssl/{sslId}/location/{locationId}",
          what: `read location ${locationId} of certificate ${sslId}`,
          params: { sslId, locationId },
          decode: decodeLocation,
        },
        options,
      ),
    async addLocation(sslId, details, options) {
      const locationId = await caller.run(
        {
          call: "POST ssl/{sslId}/location",
          what: `add a location to certificate ${sslId}`,
          params: { sslId },
          body: { details },
          decode: createdId,
        },
        options,
      );
      return { locationId };
    },
    async updateLocation(sslId, { locationId, details }, options) {
      await caller.run(
        {
          call: "PUT ssl/{sslId}/location/{locationId}",
          what: `change location ${locationId} of certificate ${sslId}`,
          params: { sslId, locationId },
          body: { details },
          decode: noContent,
        },
        options,
      );
    },
    async deleteLocation(sslId, locationId, options) {
      await caller.run<null>(
        {
          call: "DELETE ssl/{sslId}/location/{locationId}",
          what: `delete location ${locationId} of certificate ${sslId}`,
          params: { sslId, locationId },
          decode: noContent,
          recover: goneIsDone,
        },
        options,
      );
    },
    keystoreLink: (sslId, { format, passphrase }, options) =>
      caller.run(
        {
          // The reference reads it by GET and knows no passphrase; the OpenAPI file posts one.
          call: passphrase === undefined ? "GET ssl/keystore/{sslId}" : "POST ssl/keystore/{sslId}",
          what: `get the key of certificate ${sslId}`,
          params: { sslId, format },
          ...(passphrase === undefined ? {} : { body: { passphrase } }),
          decode: decodeLink,
        },
        options,
      ),
    async import(items, options) {
      checkImport(items);
      const what = `import ${items.length} certificates`;
      const body = items.map(importItem);
      return caller.run({ call: "POST ssl/import (list)", what, body, decode: decodeResults }, options);
    },
    importArchive: (organizationId, zip, options) =>
      caller.run(
        {
          call: "POST ssl/import (archive)",
          what: `import an archive of certificates into organization ${organizationId}`,
          query: { orgId: organizationId },
          raw: multipart(zip),
          decode: decodeArchive,
        },
        options,
      ),
  };
}
