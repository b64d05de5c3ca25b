import { sameNames } from "../../pki/names.ts";
import type { CertificateChange } from "../../scm/resources/certificate-requests.ts";
import type { CertificateDetails } from "../../scm/schemas/certificates.ts";
import { readComments, rewriteComments } from "./order-tag.ts";

/**
 * What people may change of a certificate that exists, without another certificate being needed. Null: what SCM holds there
 * is managed elsewhere.
 */
export interface Metadata {
  readonly comments: string | null;
  readonly externalRequesters: readonly string[] | null;
  /** Value by name of the field. */
  readonly customFields: CustomFields | null;
}

type CustomFields = Readonly<Record<string, string>>;
type Present = Pick<CertificateDetails, "comments" | "externalRequesters" | "customFields">;

/**
 * The change that turns what was asked for before into what is asked for now; null when nothing differs.
 * SCM keeps members that are left out, so a member that was removed is sent empty. Whether SCM merges or replaces the
 * field list is not documented, so the whole list goes: what is there, overlaid with what is asked for.
 */
export function metadataChange(
  { prior, asked }: { readonly prior: Metadata; readonly asked: Metadata },
  present: Pick<Present, "comments" | "customFields">,
): CertificateChange | null {
  const difference = {
    // The lines that tell whose order it is stay behind the user's words.
    ...(changesComment(prior, asked) && { comments: rewriteComments(asked.comments, present.comments) }),
    ...(!sameAddresses(prior.externalRequesters ?? [], asked.externalRequesters ?? []) && {
      externalRequesters: asked.externalRequesters ?? [],
    }),
    ...(changesFields(prior, asked) && {
      customFields: overlay(present.customFields, prior.customFields ?? {}, asked.customFields ?? {}),
    }),
  };
  return Object.keys(difference).length === 0 ? null : difference;
}

/** True when the change can be told only with what SCM holds now: other fields, and our lines in the comments. */
export function needsPresent(prior: Metadata, asked: Metadata): boolean {
  return changesFields(prior, asked) || changesComment(prior, asked);
}

/** True when the fields that are asked for differ. */
export function changesFields(
  { customFields: a }: Pick<Metadata, "customFields">,
  { customFields: b }: Pick<Metadata, "customFields">,
): boolean {
  const [left, right] = [Object.entries(a ?? {}), b ?? {}];
  return left.length !== Object.keys(right).length || left.some(([name, value]) => right[name] !== value);
}

/**
 * What a successor's record lacks: SCM takes no comments with a renewal, and maybe nothing else. People's words on the record
 * before go along where no others are asked for, and so do our lines; null when nothing is lacking.
 */
export function missingMetadata(
  present: Present,
  { comments: former }: Pick<Present, "comments">,
  asked: Metadata,
): CertificateChange | null {
  const change = metadataChange(
    { prior: { ...managed(present, asked), comments: asked.comments }, asked },
    present,
  );
  const comments = rewriteComments(asked.comments ?? readComments(former).comment, former);
  return comments === (present.comments ?? "") ? change : { ...change, comments };
}

/** What a record holds of what is asked for. SCM knows no difference between an empty field and none. */
function managed(present: Present, asked: Metadata): Omit<Metadata, "comments"> {
  const held = new Map(present.customFields.map(({ name, value }) => [name, value]));
  const names = Object.keys(asked.customFields ?? {});
  return {
    externalRequesters: asked.externalRequesters === null ? null : present.externalRequesters,
    customFields: asked.customFields && Object.fromEntries(names.map((name) => [name, held.get(name) ?? ""])),
  };
}

function changesComment(prior: Metadata, asked: Metadata): boolean {
  return !sameComment(prior.comments ?? "", asked.comments ?? "");
}

/** Our lines follow the user's words in SCM, so the space between them and the kind of line breaks mean nothing. */
export function sameComment(a: string, b: string): boolean {
  const bare = (comment: string) => comment.replace(/\r\n?/g, "\n").trim();
  return bare(a) === bare(b);
}

/** No mail server in use tells `Ops@` from `ops@`, and SCM may store either. */
export function sameAddresses(a: readonly string[], b: readonly string[]): boolean {
  const lower = (addresses: readonly string[]) => addresses.map((address) => address.toLowerCase());
  return sameNames(lower(a), lower(b));
}

function overlay(
  present: CertificateDetails["customFields"],
  prior: CustomFields,
  asked: CustomFields,
): { name: string; value: string }[] {
  const removed = Object.keys(prior).filter((name) => !Object.hasOwn(asked, name));
  const values = new Map(present.map(({ name, value }) => [name, value]));
  for (const name of removed) values.set(name, "");
  for (const [name, value] of Object.entries(asked)) values.set(name, value);
  return [...values].map(([name, value]) => ({ name, value }));
}
