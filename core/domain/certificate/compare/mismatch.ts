/**
 * How what came back differs from what was ordered. Names are canonical and in order; words for people are the front ends'.
 */
export type Mismatch =
  /** Asked for, and not in the certificate. */
  | { readonly code: "names_missing"; readonly names: readonly string[] }
  /** Not asked for, and added by the CA as it always does. */
  | { readonly code: "names_added"; readonly names: readonly string[] }
  /** Neither asked for nor one that CAs add. */
  | { readonly code: "names_foreign"; readonly names: readonly string[] }
  /** The common name is another of the certificate's names; null: there is none. */
  | { readonly code: "common_name_other"; readonly asked: string; readonly found: string | null }
  | { readonly code: "key_other"; readonly serialNumber: string }
  | { readonly code: "term_other"; readonly askedDays: number; readonly days: number }
  /** The organization that issued it is not the one that issued the certificate before. */
  | { readonly code: "issuer_other"; readonly before: string; readonly now: string | null }
  /** CA certificates that SCM sent along and that issued nothing of it. */
  | { readonly code: "chain_set_aside"; readonly subjects: readonly string[] }
  /** No way up ends where it was preferred. */
  | { readonly code: "chain_not_preferred"; readonly wanted: string; readonly tops: readonly string[] };

export type MismatchCode = Mismatch["code"];

/**
 * What follows. `refuse`: it is not published and not delivered. `warn`: it is, and the user is told until they accept it.
 * `tell`: it is, and is worth a line once.
 */
type Consequence = "refuse" | "warn" | "tell";

const CONSEQUENCES: Readonly<Record<MismatchCode, Consequence>> = {
  key_other: "refuse",
  names_foreign: "refuse",
  names_missing: "warn",
  common_name_other: "tell",
  names_added: "tell",
  term_other: "tell",
  issuer_other: "tell",
  chain_set_aside: "tell",
  chain_not_preferred: "tell",
};

export function consequenceOf({ code }: Pick<Mismatch, "code">): Consequence {
  return CONSEQUENCES[code];
}

/** A mismatch that keeps the certificate from being used; null when there is none. */
export function refusalOf(found: readonly Mismatch[]): Mismatch | null {
  return found.find((each) => consequenceOf(each) === "refuse") ?? null;
}

/** Names that are lacking; empty when none is. */
export function missingNamesOf(found: readonly Mismatch[]): readonly string[] {
  return found.flatMap((each) => (each.code === "names_missing" ? each.names : []));
}
