import {
  type CertificateChange,
  type CertificateDetails,
  readComments,
  rewriteComments,
} from "../../../../core/index.ts";
import { sameAddresses, sameComment } from "./attributes.ts";
import type { StoredCertificate } from "./values.ts";

/** What people may change of a certificate that exists, without another certificate being needed. */
export type Metadata = Pick<StoredCertificate, "comments" | "external_requesters" | "custom_fields">;

/** Where SCM says it: a record, or a row of the report. */
type Managed = Pick<CertificateDetails, "comments" | "externalRequesters" | "customFields">;

/**
 * What SCM says of the metadata that the configuration manages. Arguments left out stay null: what SCM holds there is
 * somebody else's. Right after an import everything is taken over, so that generated configuration plans empty.
 * SCM knows no difference between empty and absent, so what is declared empty stays so, and what is not becomes null.
 */
export function readMetadata(details: Managed, state: Metadata, isImport: boolean): Metadata {
  const { comments, external_requesters: requesters, custom_fields: fields } = state;
  if (isImport) return importedMetadata(details);
  return {
    comments: comments === null ? null : (readComments(details.comments).comment ?? emptied(comments)),
    external_requesters:
      requesters && requesters.length + details.externalRequesters.length > 0
        ? emptyToNull(details.externalRequesters)
        : requesters,
    custom_fields: fields && declaredFields(fields, details),
  };
}

function importedMetadata(details: Managed): Metadata {
  const fields = details.customFields.filter(({ value }) => value !== "");
  return {
    comments: readComments(details.comments).comment,
    external_requesters: emptyToNull(details.externalRequesters),
    custom_fields: fields.length === 0 ? null : fieldsByName(fields),
  };
}

/** A field that SCM holds no value for is left out, unless it is declared empty. */
function declaredFields(declared: Fields, { customFields }: Managed): Fields {
  const present = new Map(customFields.map(({ name, value }) => [name, value]));
  const found = Object.keys(declared).map((name) => ({ name, value: present.get(name) ?? "" }));
  return fieldsByName(found.filter(({ name, value }) => value !== "" || declared[name] === ""));
}

function fieldsByName(fields: CertificateDetails["customFields"]): Fields {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

/**
 * The change that turns what is in state into what is wanted; null when nothing differs.
 * SCM keeps members that are left out, so an argument that was removed is sent empty. Whether SCM merges or replaces the
 * field list is not documented, so the whole list goes: what is there, overlaid with what is wanted.
 */
export function metadataChange(
  change: { readonly prior: Metadata; readonly wanted: Metadata },
  present: Pick<CertificateDetails, "comments" | "customFields">,
): CertificateChange | null {
  const { prior, wanted } = change;
  const difference = {
    // The lines that tell whose order it is stay behind the user's words.
    ...(changesComment(prior, wanted) && {
      comments: rewriteComments(wanted.comments, present.comments),
    }),
    ...(!sameAddresses(prior.external_requesters ?? [], wanted.external_requesters ?? []) && {
      externalRequesters: wanted.external_requesters ?? [],
    }),
    ...(!sameFields(prior.custom_fields, wanted.custom_fields) && {
      customFields: overlay(present.customFields, prior.custom_fields ?? {}, wanted.custom_fields ?? {}),
    }),
  };
  return Object.keys(difference).length === 0 ? null : difference;
}

/** True when the update needs to know what SCM holds now: other fields, and our lines in the comments. */
export function needsPresent(prior: Metadata, wanted: Metadata): boolean {
  return changesFields(prior, wanted) || changesComment(prior, wanted);
}

function changesComment(prior: Metadata, wanted: Metadata): boolean {
  return !sameComment(prior.comments ?? "", wanted.comments ?? "");
}

/** True when the fields that the configuration names differ. */
export function changesFields(
  prior: Pick<Metadata, "custom_fields">,
  wanted: Pick<Metadata, "custom_fields">,
): boolean {
  return !sameFields(prior.custom_fields, wanted.custom_fields);
}

type Fields = Readonly<Record<string, string>>;

function overlay(
  present: CertificateDetails["customFields"],
  prior: Fields,
  wanted: Fields,
): { name: string; value: string }[] {
  const removed = Object.keys(prior).filter((name) => !Object.hasOwn(wanted, name));
  const values = new Map(present.map(({ name, value }) => [name, value]));
  for (const name of removed) values.set(name, "");
  for (const [name, value] of Object.entries(wanted)) values.set(name, value);
  return [...values].map(([name, value]) => ({ name, value }));
}

function sameFields(a: Fields | null, b: Fields | null): boolean {
  const [left, right] = [Object.entries(a ?? {}), b ?? {}];
  return left.length === Object.keys(right).length && left.every(([name, value]) => right[name] === value);
}

/** What SCM's silence about a text means: as declared when that is empty, else that somebody took it away. */
function emptied(declared: string): string | null {
  return declared.trim() === "" ? declared : null;
}

function emptyToNull(list: readonly string[]): readonly string[] | null {
  return list.length === 0 ? null : list;
}
