import { type Mismatch, type MismatchCode, plainText } from "../../../../core/index.ts";

interface Note {
  readonly summary: string;
  readonly detail: string;
}

type Words = { readonly [Code in MismatchCode]: (found: Extract<Mismatch, { code: Code }>) => Note };

const list = (names: readonly string[]): string => names.map((name) => plainText(name)).join(", ");

/** How a certificate differs from its order, for Terraform users; each completes "Certificate … ". */
const WORDS: Words = {
  names_missing: ({ names }) => ({
    summary: `lacks names that were ordered: ${list(names)}`,
    detail:
      "It is published, and does not serve these names. Look in SCM why the CA left them out (their validation, the SCM " +
      "profile), then ask for another certificate by another order_key; or take them out of subject_alternative_names, or " +
      'set on_mismatch = "accept".',
  }),
  names_added: ({ names }) => ({
    summary: `has names that the CA added: ${list(names)}`,
    detail:
      "CAs do so as a practice of their own. Nothing has to be done, and limits of names do not apply to them.",
  }),
  names_foreign: ({ names }) => ({
    summary: `is not published: it has names that were not ordered: ${list(names)}`,
    detail:
      "They are neither in the configuration nor names that CAs add. Look in SCM what became of the order. If the names are " +
      "wanted, add them to subject_alternative_names; else have it revoked and ask for another one by another order_key.",
  }),
  common_name_other: ({ asked, found }) => ({
    summary: `has another common name: ${found === null ? "none" : plainText(found)} instead of ${plainText(asked)}`,
    detail: "It has the names that were ordered, so clients take it. Nothing has to be done.",
  }),
  key_other: ({ serialNumber }) => ({
    summary: `is not published: ${serialNumber} is for another key`,
    detail: "The key that is here does not belong to it.",
  }),
  term_other: ({ days, askedDays }) => ({
    summary: `is valid for ${days} days, and term_days is ${askedDays}`,
    detail:
      "SCM chooses the term of a renewal itself, and CAs cut what they may not issue. Nothing has to be done.",
  }),
  issuer_other: ({ before, now }) => ({
    summary: `was issued by another organization: ${now === null ? "none is named" : plainText(now)} instead of ${plainText(before)}`,
    detail:
      "Clients that trust only the CA before do not take it. Nothing has to be done where public roots are trusted.",
  }),
  chain_set_aside: ({ subjects }) => ({
    summary: `came with CA certificates that do not belong to it: ${list(subjects)}`,
    detail: "They are left out of chain_pem and full_chain_pem.",
  }),
  chain_not_preferred: ({ wanted, tops }) => ({
    summary: `has no chain that ends at ${plainText(wanted)}`,
    detail: `SCM sent ways up to ${list(tops) || "none"}; the shortest is published. Set preferred_chain to one of them, or leave it out.`,
  }),
};

export function tellMismatch(found: Mismatch): Note {
  // The table has a function for each code, which takes the very mismatch of that code.
  return (WORDS[found.code] as (found: Mismatch) => Note)(found);
}
