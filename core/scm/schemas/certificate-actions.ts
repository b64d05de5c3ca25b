import * as z from "zod/mini";
import type { ScmDate } from "./dates.ts";
import { answerList, date, flag, idNumber, integer, listOf, orElse, orNull, serial, text } from "./wire.ts";

/** One check of one domain on the way to one certificate. */
export interface DcvCheck {
  readonly domain: string;
  /** As SCM words it: "Awaiting Validation". */
  readonly status: string | null;
  readonly lastCheck: ScmDate | null;
  readonly nextCheck: ScmDate | null;
  readonly validated: ScmDate | null;
}

/** What to do for one domain; the members that belong to `mode` are set. */
export interface DcvInstruction {
  readonly domain: string;
  readonly mode: string | null;
  /** CNAME and TXT: name and value of the record. */
  readonly host: string | null;
  readonly point: string | null;
  /** HTTP and HTTPS: address and content of the file. */
  readonly url: string | null;
  readonly file: string | null;
  readonly email: string | null;
}

/** Domain control validation of one certificate. */
export interface CertificateDcv {
  readonly checks: readonly DcvCheck[];
  /** The CA's complaint; null when there is none. */
  readonly problem: string | null;
  readonly instructions: readonly DcvInstruction[];
}

const check = z.pipe(
  z.object({
    domainName: orElse(text, ""),
    dcvStatus: orNull(text),
    lastCheck: orNull(date),
    nextCheck: orNull(date),
    dcvDate: orNull(date),
  }),
  z.transform(
    (wire): DcvCheck => ({
      domain: wire.domainName,
      status: wire.dcvStatus,
      lastCheck: wire.lastCheck,
      nextCheck: wire.nextCheck,
      validated: wire.dcvDate,
    }),
  ),
);

const instruction = z.pipe(
  z.object({
    domainName: orElse(text, ""),
    dcvMode: orNull(text),
    host: orNull(text),
    point: orNull(text),
    url: orNull(text),
    file: orNull(text),
    dcvEmail: orNull(text),
  }),
  z.transform(
    (wire): DcvInstruction => ({
      domain: wire.domainName,
      mode: wire.dcvMode,
      host: wire.host,
      point: wire.point,
      url: wire.url,
      file: wire.file,
      email: wire.dcvEmail,
    }),
  ),
);

const dcvState = z.object({
  dcvLog: orNull(
    z.object({
      error: orNull(z.object({ code: orNull(integer), description: orNull(text) })),
      log: listOf(check),
    }),
  ),
  instructions: listOf(instruction),
});

/** GET /ssl/v1/{sslId}/dcv; an object in the reference, a list of objects at the Admin host. */
export const certificateDcv = z.pipe(
  listOf(dcvState),
  z.transform(
    (states): CertificateDcv => ({
      checks: states.flatMap((state) => state.dcvLog?.log ?? []),
      problem:
        states.map((state) => state.dcvLog?.error?.description ?? null).find((words) => words !== null) ??
        null,
      instructions: states.flatMap((state) => state.instructions),
    }),
  ),
);

/** Where a certificate was found or put. */
export interface CertificateLocation {
  readonly locationId: number;
  /** As SCM spells it: CUSTOM, NODE_PORT, AZURE_KEY_VAULT, … */
  readonly type: string;
  readonly name: string | null;
  readonly details: Readonly<Record<string, string>>;
}

export const certificateLocation = z.pipe(
  z.object({
    id: idNumber,
    locationType: orElse(text, "UNKNOWN"),
    name: orNull(text),
    details: orElse(z.record(z.string(), orElse(text, "")), {}),
  }),
  z.transform(
    (wire): CertificateLocation => ({
      locationId: wire.id,
      type: wire.locationType,
      name: wire.name,
      details: wire.details,
    }),
  ),
);

export const certificateLocations = answerList(certificateLocation);

/** POST or GET /ssl/v1/keystore/…: an address with a token in it, to be treated as a secret. */
export const keystoreLink = z.pipe(
  z.object({ link: text }),
  z.transform((wire) => wire.link),
);

/** POST /ssl/v1/renewById: the id of the new record. */
export const renewal = z.pipe(
  z.object({ sslId: orNull(idNumber) }),
  z.transform((wire) => ({ sslId: wire.sslId })),
);

/** What became of an archive of certificates. */
export interface ArchiveImport {
  readonly processedCount: number;
  /** One sentence per file that could not be taken; the others were. */
  readonly problems: readonly string[];
}

/** POST /ssl/v1/import */
export const archiveImport = z.pipe(
  z.object({ processedCount: orElse(integer, 0), errors: listOf(text) }),
  z.transform((wire): ArchiveImport => ({ processedCount: wire.processedCount, problems: wire.errors })),
);

/** What became of one certificate of an imported list. */
export type ImportResult =
  | {
      readonly outcome: "created" | "known";
      /** SCM's record; null where SCM names none. */
      readonly certificateId: number | null;
      readonly subject: string | null;
      readonly serialNumber: string | null;
    }
  | { readonly outcome: "failed"; readonly says: string };

/** POST /ssl/v2/import, and the same call of the other types: results in the order sent, HTTP 200 even if all fail. */
export const importResults = answerList(
  z.pipe(
    z.object({
      cert: orNull(z.object({ id: orNull(idNumber), subject: orNull(text), serialNumber: orNull(serial) })),
      created: orElse(flag, false),
      successful: orNull(flag),
      errorMessage: orNull(text),
    }),
    z.transform(({ cert, created, successful, errorMessage }): ImportResult => {
      if (errorMessage !== null || successful === false) {
        return { outcome: "failed", says: errorMessage ?? "SCM gives no reason" };
      }
      return {
        outcome: created ? "created" : "known",
        certificateId: cert?.id ?? null,
        subject: cert?.subject ?? null,
        serialNumber: cert?.serialNumber ?? null,
      };
    }),
  ),
);
