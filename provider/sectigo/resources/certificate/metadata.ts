import type { CertificateChange, CertificateDetails } from "../../../../core/index.ts";
import type { StoredCertificate } from "./values.ts";

/** What people may change of a certificate that exists, without another certificate being needed. */
export type Metadata = Pick<StoredCertificate, "comments" | "external_requesters" | "custom_fields">;

/**
 * What SCM says of the metadata that the configuration manages. Arguments left out stay null: what SCM holds there is
 * somebody else's. Right after an import everything is taken over, so that generated configuration plans empty.
 */
export function readMetadata(details: CertificateDetails, state: Metadata, isImport: boolean): Metadata {
  const isManaged = (value: unknown): boolean => isImport || value !== null;
  return {
    comments: isManaged(state.comments) ? details.comments || null : null,
    external_requesters: isManaged(state.external_requesters)
      ? emptyToNull(details.externalRequesters)
      : null,
    custom_fields: isManaged(state.custom_fields) ? readFields(details, state.custom_fields, isImport) : null,
  };
}

function readFields(
  details: CertificateDetails,
  declared: Metadata["custom_fields"],
  isImport: boolean,
): Metadata["custom_fields"] {
  const fields = details.customFields.filter(({ name, value }) => {
    const isDeclared = declared !== null && Object.hasOwn(declared, name);
    return value !== "" && (isImport || isDeclared);
  });
  if (isImport && fields.length === 0) return null;
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

/**
 * The change that turns what is in state into what is wanted; null when nothing differs.
 * SCM keeps members that are left out, so an argument that was removed is sent empty. Whether SCM merges or replaces the
 * field list is not documented, so the whole list goes: what is there, overlaid with what is wanted.
 */
export function metadataChange(
  change: { readonly prior: Metadata; readonly wanted: Metadata },
  present: CertificateDetails["customFields"],
): CertificateChange | null {
  const { prior, wanted } = change;
  const difference = {
    ...(prior.comments !== wanted.comments && { comments: wanted.comments ?? "" }),
    ...(!sameList(prior.external_requesters, wanted.external_requesters) && {
      externalRequesters: wanted.external_requesters ?? [],
    }),
    ...(!sameFields(prior.custom_fields, wanted.custom_fields) && {
      customFields: overlay(present, prior.custom_fields ?? {}, wanted.custom_fields ?? {}),
    }),
  };
  return Object.keys(difference).length === 0 ? null : difference;
}

/** True when the update needs to know the fields SCM holds now. */
export function changesFields(prior: Metadata, wanted: Metadata): boolean {
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

function sameList(a: readonly string[] | null, b: readonly string[] | null): boolean {
  const [left, right] = [new Set(a ?? []), new Set(b ?? [])];
  return left.size === right.size && [...left].every((entry) => right.has(entry));
}

function emptyToNull(list: readonly string[]): readonly string[] | null {
  return list.length === 0 ? null : list;
}
