import type { Certificate } from "../../../pki/certificate.ts";
import type { CertificateChain } from "../../../pki/chain.ts";
import { namesMissing, readSan, type San, withCommonName } from "../../../pki/names.ts";
import { type PublicKey, sameKey } from "../../../pki/public-key.ts";
import { isTopNamed } from "../../../pki/ways-up.ts";
import { isAddedByCa } from "./added-names.ts";
import type { Mismatch } from "./mismatch.ts";

/** What was ordered, as far as it is known; null and absent members are not compared. */
export interface Asked {
  /** As the request has it. */
  readonly commonName?: string | null | undefined;
  /** Beside the common name. */
  readonly names?: readonly string[] | null | undefined;
  /** Names that only the request's own extension asks for: SCM ignores them, and a CA that reads them is right too. */
  readonly alsoAsked?: readonly San[] | undefined;
  readonly publicKey?: PublicKey | null | undefined;
  /** Where a term was asked for, or is wanted of a renewal. */
  readonly termDays?: number | null | undefined;
  /** The certificate whose place it takes. */
  readonly former?: Pick<Certificate, "issuer"> | null | undefined;
  readonly preferredChain?: string | null | undefined;
}

const DAY_MS = 86_400_000;

/**
 * Compares a certificate with its order. Pure; the worst comes first.
 * @param chain as `collect` arranged it
 */
export function compareCertificate(asked: Asked, chain: CertificateChain): readonly Mismatch[] {
  const { leaf } = chain;
  return [
    ...compareKey(asked, leaf),
    ...compareNames(asked, leaf),
    ...compareCommonName(asked, leaf),
    ...compareTerm(asked, leaf),
    ...compareIssuer(asked, leaf),
    ...compareChain(asked, chain),
  ];
}

/** Names of a certificate, its common name among them. */
export function namesOf({ subject, names }: Pick<Certificate, "subject" | "names">): readonly San[] {
  return withCommonName(subject.commonName, names);
}

/** Term of a certificate in whole days. CAs count both ends, and some end a second early: so it is rounded. */
function termOf({ notBefore, notAfter }: Pick<Certificate, "notBefore" | "notAfter">): number {
  return Math.round((notAfter.getTime() - notBefore.getTime()) / DAY_MS);
}

function compareKey({ publicKey }: Asked, leaf: Certificate): Mismatch[] {
  if (publicKey === null || publicKey === undefined || sameKey(leaf.publicKey, publicKey)) return [];
  return [{ code: "key_other", serialNumber: leaf.serialNumber }];
}

function compareNames({ commonName = null, names, alsoAsked = [] }: Asked, leaf: Certificate): Mismatch[] {
  if (names === null || names === undefined) return [];
  const asked = withCommonName(commonName, names);
  const present = namesOf(leaf);
  const lacking = namesMissing(asked, present);
  const more = namesMissing(present, asked);
  const foreign = namesMissing(more, alsoAsked).filter((name) => !isAddedByCa(name, asked));
  const added = namesMissing(more, foreign);
  return [
    ...named("names_foreign", foreign),
    ...named("names_missing", lacking),
    ...named("names_added", added),
  ];
}

function named(
  code: "names_added" | "names_foreign" | "names_missing",
  names: readonly San[],
): Extract<Mismatch, { code: typeof code }>[] {
  return names.length === 0 ? [] : [{ code, names: names.map(({ value }) => value) }];
}

/** Spelling and place in the subject mean nothing. Some CAs leave it out, and clients have not looked at it for years. */
function compareCommonName({ commonName }: Asked, { subject }: Certificate): Mismatch[] {
  const { commonName: found } = subject;
  if (commonName === null || commonName === undefined || found === null) return [];
  if (readSan(commonName).value === readSan(found).value) return [];
  return [{ code: "common_name_other", asked: commonName, found }];
}

/** A day more or less is the counting of both ends. */
function compareTerm({ termDays }: Asked, leaf: Certificate): Mismatch[] {
  const days = termOf(leaf);
  if (termDays === null || termDays === undefined || Math.abs(days - termDays) <= 1) return [];
  return [{ code: "term_other", askedDays: termDays, days }];
}

function compareIssuer({ former }: Asked, { issuer }: Certificate): Mismatch[] {
  const before = former?.issuer.parts.O;
  const now = issuer.parts.O ?? null;
  return before === undefined || before === now ? [] : [{ code: "issuer_other", before, now }];
}

function compareChain({ preferredChain }: Asked, chain: CertificateChain): Mismatch[] {
  const { setAside, tops, intermediates, root, leaf } = chain;
  const top = root ?? intermediates.at(-1) ?? leaf;
  const isOther = Boolean(preferredChain) && !isTopNamed(top, preferredChain ?? "");
  return [
    ...(setAside.length === 0
      ? []
      : [{ code: "chain_set_aside" as const, subjects: setAside.map(({ subject }) => subject.text) }]),
    ...(isOther ? [{ code: "chain_not_preferred" as const, wanted: preferredChain ?? "", tops }] : []),
  ];
}
