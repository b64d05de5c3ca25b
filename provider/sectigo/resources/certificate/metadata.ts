import { type CertificateDetails, type Metadata, readComments } from "../../../../core/index.ts";
import type { StoredCertificate } from "./values.ts";

/** What people may change of a certificate that exists, without another certificate being needed. */
type ManagedArguments = Pick<StoredCertificate, "comments" | "external_requesters" | "custom_fields">;

/** Where SCM says it: a record, or a row of the report. */
type Managed = Pick<CertificateDetails, "comments" | "externalRequesters" | "customFields">;

/**
 * What SCM says of the metadata that the configuration manages. Arguments left out stay null: what SCM holds there is
 * another's. Right after an import everything is taken over, so that generated configuration plans empty.
 * SCM knows no difference between empty and absent, so what is declared empty stays so, and what is not becomes null.
 */
export function readMetadata(details: Managed, state: ManagedArguments, isImport: boolean): ManagedArguments {
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

function importedMetadata(details: Managed): ManagedArguments {
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

/** The same as core calls it. */
export function metadataOf({ comments, external_requesters, custom_fields }: ManagedArguments): Metadata {
  return { comments, externalRequesters: external_requesters, customFields: custom_fields };
}

type Fields = Readonly<Record<string, string>>;

/** What SCM's silence about a text means: as declared when that is empty, else that it was taken away. */
function emptied(declared: string): string | null {
  return declared.trim() === "" ? declared : null;
}

function emptyToNull(list: readonly string[]): readonly string[] | null {
  return list.length === 0 ? null : list;
}
