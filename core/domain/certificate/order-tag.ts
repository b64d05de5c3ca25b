import { hash } from "node:crypto";
import { plainText } from "../../base/text.ts";
import type { San } from "../../pki/names.ts";

/**
 * SCM has no idempotency key. What stands in for one are the last lines of an order's comments: one that people can read,
 * and the marker, a hash of what makes two orders the same order.
 */
interface OrderTag {
  /** `tf:` and 26 letters and digits. */
  readonly marker: string;
  /** Whose hands the order is in: made anew whenever it is taken over. Null when the line was edited away. */
  readonly nonce: string | null;
  /** The readable line after its claim: scope, place and run, for messages; null when it says none. */
  readonly holder: string | null;
  /** Its former holder has given it up, so that it is its holder's alone. */
  readonly isReleased: boolean;
  /** Left behind on purpose, to be taken over later however old it is. */
  readonly isLeft: boolean;
}

/** What makes two orders the same order. */
export interface OrderIdentity {
  /** Tells two configurations apart that order the same; null when the user named none. */
  readonly scope: string | null;
  readonly organizationId: number;
  readonly scmProfileId: number;
  /** Common name among them, canonical. */
  readonly names: readonly San[];
  /** SHA-256 of the public key of the user's own CSR; null for a key that we make, which dies with a crash. */
  readonly keySha256: string | null;
  /** The user's own distinction between orders that are the same in all else. */
  readonly orderKey: string | null;
}

/** SCM's limit for comments, in characters. */
const LONGEST = 1024;
const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
const NONCE = /[a-z2-7]{8}/;
const LEAD = "Ordered as code";
const LEFT = "left to be taken over";
const RELEASED = "given up by its former holder";

const TAG = new RegExp(
  `\\s*(?:${LEAD}, claim (?<nonce>${NONCE.source})(?<left>, ${LEFT})?(?<released>, ${RELEASED})?(?:, (?<holder>[^\\n]*?))?\\s+)?(?<marker>tf:[a-z2-7]{26})\\s*$`,
);

/** Markers by which an order is known: the one that is written now, and those that it may bear from before. */
export interface OrderMarkers {
  readonly present: string;
  readonly former: readonly string[];
}

/** One place for all that looks an order up. @param formerScopes what the scope was called before */
export function markersOf(
  identity: OrderIdentity,
  formerScopes: OrderOrigin["formerScopes"] = [],
): OrderMarkers {
  const present = orderMarker(identity);
  const former = formerScopes.map((scope) => orderMarker({ ...identity, scope }));
  return { present, former: former.filter((marker) => marker !== present) };
}

/** Whether comments bear one of these markers. */
export function bearsMarker(comments: string | null, { present, former }: OrderMarkers): boolean {
  const marker = readComments(comments).tag?.marker;
  return marker !== undefined && (marker === present || former.includes(marker));
}

/** 130 bits of SHA-256 over the identity, in base32 (RFC 4648 §6, lower case, no padding). */
export function orderMarker(identity: OrderIdentity): string {
  const digest = digestOfOrder(shownIdentity(identity), identity);
  return `tf:${base32(Buffer.from(digest, "hex")).slice(0, 26)}`;
}

type Shown = "organizationId" | "scmProfileId" | "names";

/** The members of an identity that records show, as text: made once where a record is compared with many keys. */
export function shownIdentity({ organizationId, scmProfileId, names }: Pick<OrderIdentity, Shown>): string {
  const texts = names.map(({ kind, value }) => `${kind}:${value}`);
  return JSON.stringify([organizationId, scmProfileId, texts]).slice(1, -1);
}

/**
 * What the marker of an order is cut from, in hex.
 * @param shown of the same order, see {@link shownIdentity}
 */
export function digestOfOrder(
  shown: string,
  { scope, keySha256, orderKey }: Omit<OrderIdentity, Shown>,
): string {
  // JSON keeps the members apart whatever stands in them.
  const hidden = `${JSON.stringify(keySha256)},${JSON.stringify(orderKey)}`;
  return hash("sha256", `[${JSON.stringify(scope)},${shown},${hidden}]`, "hex");
}

/** How the digest of a marker's order begins: 128 of its 130 bits, in hex. */
export function digestIn(marker: string): string {
  let bits = 0n;
  for (const digit of marker.slice("tf:".length)) bits = (bits << 5n) | BigInt(ALPHABET.indexOf(digit));
  return (bits >> 2n).toString(16).padStart(32, "0");
}

/** @param random 0 up to 1, as Math.random */
export function makeNonce(random: () => number): string {
  return Array.from({ length: 8 }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join("");
}

/** Where an order comes from, for people who read its comments in SCM. */
export interface OrderOrigin {
  readonly scope: string | null;
  /** What the scope was called before: orders that bear a marker of it are ours too. */
  readonly formerScopes?: readonly string[] | undefined;
  /** What in that scope it is for, such as the path of a request. It tells people, and no orders apart. */
  readonly place?: string | null | undefined;
  /** Address of the CI run; null outside of CI. */
  readonly runUrl: string | null;
}

/** The user's comment with our two lines behind it; the readable one is cut to what SCM takes. */
export function writeComments(
  comment: string | null,
  tag: Pick<OrderTag, "marker" | "nonce" | "isLeft">,
  origin: OrderOrigin,
): string {
  const before = comment === null || comment === "" ? "" : `${comment}\n`;
  const head = `${LEAD}, claim ${tag.nonce}${tag.isLeft ? `, ${LEFT}` : ""}`;
  const room = LONGEST - before.length - head.length - tag.marker.length - 1;
  const { scope, place = null, runUrl } = origin;
  const parts = [scope === null ? null : `scope ${scope}`, place === null ? null : `for ${place}`, runUrl];
  const readable = parts.map((part) => (part === null ? "" : `, ${plainText(part)}`)).join("");
  return `${before}${head}${readable.slice(0, Math.max(0, room))}\n${tag.marker}`;
}

/** Comments as SCM holds them → the user's part and our tag, each null when there is none. */
export function readComments(comments: string | null): {
  readonly comment: string | null;
  readonly tag: OrderTag | null;
} {
  const match = TAG.exec(comments ?? "");
  if (comments === null || match === null) return { comment: comments || null, tag: null };
  const { nonce, left, marker, holder, released } = match.groups ?? {};
  const tag = {
    ...{ marker: marker ?? "", nonce: nonce ?? null },
    ...{ holder: holder || null, isLeft: left !== undefined, isReleased: released !== undefined },
  };
  return { comment: comments.slice(0, match.index) || null, tag };
}

/** The same comments with the word of the record's former holder that it is given up; null when they bear no claim. */
export function releasedComments(comments: string | null): string | null {
  const { tag } = readComments(comments);
  if (comments === null || tag === null || tag.nonce === null || tag.isReleased) return null;
  const claim = `${LEAD}, claim ${tag.nonce}`;
  const at = comments.lastIndexOf(claim) + claim.length;
  const left = tag.isLeft ? `, ${LEFT}` : "";
  const whole = `${comments.slice(0, at)}${left}, ${RELEASED}${comments.slice(at + left.length)}`;
  return whole.length <= LONGEST ? whole : null;
}

/** Whose hands a record is in, against those that a caller knows it by. */
type Claim =
  | "ours"
  /** Another claim stands on it: another holder took it over. */
  | "taken"
  /** No claim stands on it, though ours did: a user edited the comments, or it is another record. */
  | "gone"
  /** We never had one. */
  | "unknown";

/** @param nonce ours; null or undefined when there is none that is known */
export function claimOf(comments: string | null, nonce: string | null | undefined): Claim {
  if (typeof nonce !== "string") return "unknown";
  const held = readComments(comments).tag?.nonce ?? null;
  if (held === null) return "gone";
  return held === nonce ? "ours" : "taken";
}

/** Another comment of the user in place of the one before, with our lines as they stand in SCM. */
export function rewriteComments(comment: string | null, present: string | null): string {
  const { comment: before, tag } = readComments(present);
  if (tag === null) return comment ?? "";
  const lines = (present ?? "").slice(before?.length ?? 0).trim();
  const whole = comment === null || comment === "" ? lines : `${comment}\n${lines}`;
  if (whole.length <= LONGEST) return whole;
  return writeComments(comment, { ...tag, nonce: tag.nonce ?? "" }, { scope: null, runUrl: null });
}

function base32(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    // Four bits are left over at most, twelve with the next octet.
    bits = ((bits << 8) | byte) & 0xfff;
    for (held += 8; held >= 5; held -= 5) text += ALPHABET[(bits >> (held - 5)) & 31];
  }
  return text;
}
