import { HEADER } from "./configuration.ts";

/** One block of a configuration that stands at its top level, as `terraform fmt` writes it. */
interface Piece {
  /** As others refer to it: `sectigo_profile.web`, `ephemeral.vault_kv_secret_v2.shop`, `var.csr`; null for what nobody refers to. */
  readonly address: string | null;
  /** Whether terraform and this provider know it; what other providers know can't be had offline. */
  readonly isOurs: boolean;
  readonly text: string;
}

const OUR_TYPE = /^(sectigo_|terraform_data$)/;
const TRAVERSAL = /\b(?:(?:data|ephemeral)\.)?sectigo_\w+\.\w+(?:\.\w+|\[[^\]]*\])*/g;
const REFERENCE = /\b(?:var\.\w+|local\.\w+|(?:data|ephemeral)\.\w+\.\w+|sectigo_\w+\.\w+|sectigo\.\w+)/g;

/**
 * A block of a document as a configuration that terraform can validate against the real schema. What it refers to is taken
 * from the rest of the page. Of blocks of other providers only what they take of ours is kept, and what is taken of them
 * becomes a variable; whether their own arguments are right, their documentation says.
 * @param page  all such blocks of the document
 */
export function completeHcl(text: string, page: readonly string[]): string {
  const others = page.flatMap(piecesOf);
  const pieces = [...piecesOf(text)];
  for (let at = 0; at < pieces.length; at += 1) {
    for (const address of referencesOf(pieces[at]?.text ?? "")) {
      if (pieces.some((piece) => isNamed(piece, address))) continue;
      const found = others.find((piece) => isNamed(piece, address));
      if (found !== undefined) pieces.push(found);
    }
  }
  const foreign = [...others, ...pieces].filter(({ isOurs }) => !isOurs);
  const body = pieces.map((piece, index) =>
    piece.isOurs ? without(piece.text, foreign) : takenBy(piece, index),
  );
  const own = body.join("\n");
  const whole = `${own}\n${undeclared(pieces, own)}`;
  return whole.includes("required_providers") ? whole : `${HEADER}${whole}`;
}

function piecesOf(text: string): readonly Piece[] {
  const pattern = /^(\w+)(?: "([^"]+)")?(?: "([^"]+)")? \{(?:[^\n]*\}$|\n.*?^\})/gms;
  return [...text.matchAll(pattern)].map(({ 0: whole, 1: kind = "", 2: type = "", 3: name = "" }) => ({
    address: addressOf({ kind, type, name, whole }),
    isOurs: kind === "provider" ? type === "sectigo" : name === "" || OUR_TYPE.test(type),
    text: whole,
  }));
}

function addressOf(piece: { kind: string; type: string; name: string; whole: string }): string | null {
  const { kind, type, name, whole } = piece;
  if (kind === "resource") return `${type}.${name}`;
  if (kind === "data" || kind === "ephemeral") return `${kind}.${type}.${name}`;
  if (kind === "variable") return `var.${type}`;
  if (kind === "provider") return `${type}.${/^\s+alias\s+= "(\w+)"/m.exec(whole)?.[1] ?? ""}`;
  return null;
}

function isNamed({ address, text }: Piece, wanted: string): boolean {
  if (!wanted.startsWith("local.")) return address === wanted;
  return (
    text.startsWith("locals {") && new RegExp(`^  ${wanted.slice("local.".length)}\\s+=`, "m").test(text)
  );
}

const referencesOf = (text: string): readonly string[] => text.match(REFERENCE) ?? [];

/** What a block of another provider takes of ours, so that a name which the schema does not have is found. */
function takenBy({ text }: Piece, index: number): string {
  const taken = text.match(TRAVERSAL) ?? [];
  return `locals {\n  taken_${index} = [${taken.join(", ")}]\n}\n`;
}

/** The block with a variable for each value of another provider. */
function without(text: string, foreign: readonly Piece[]): string {
  return foreign.reduce((rest, { address }) => {
    if (address === null) return rest;
    const name = address.startsWith("ephemeral.") ? "elsewhere_ephemeral" : "elsewhere";
    const escaped = address.replaceAll(".", "\\.");
    return rest
      .replace(new RegExp(`(depends_on\\s+= \\[)${escaped}\\]`), "$1]")
      .replace(new RegExp(`(?<![\\w.])${escaped}(?:\\.\\w+|\\[[^\\]]*\\])*`, "g"), `var.${name}`);
  }, text);
}

/** Variables that the page only mentions; one that is called like a secret may be ephemeral. Older tools know no such ones. */
function undeclared(pieces: readonly Piece[], own: string): string {
  const named = pieces.filter(({ isOurs }) => isOurs).flatMap(({ text }) => text.match(/\bvar\.\w+/g) ?? []);
  const missing = new Set(named.filter((name) => !pieces.some(({ address }) => address === name)));
  const variables = [...missing].map((name) => name.slice("var.".length));
  const elsewhere = ["elsewhere", "elsewhere_ephemeral"].filter((name) => own.includes(`var.${name}`));
  return [...new Set([...variables, ...elsewhere])]
    .map((name) => {
      const isSecret = /password|key|secret|token|code|ephemeral/.test(name);
      return `variable "${name}" {\n  type = any\n${isSecret ? "  ephemeral = true\n" : ""}}\n`;
    })
    .join("");
}
