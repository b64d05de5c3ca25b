import { namesMissing, type San } from "../../../pki/names.ts";

/**
 * Whether CAs add this name to an order of those names by their own practice: `www.` before a name, and the bare domain of
 * a wildcard or of a `www.` name. Both are long-standing with public CAs and cost the user nothing.
 * Source: Sectigo's product pages ("secures both www.domain and domain"); seen in certificates of public clients.
 */
export function isAddedByCa({ kind, value }: San, asked: readonly San[]): boolean {
  if (kind !== "dns") return false;
  return asked.some(
    (each) => each.kind === "dns" && (value === bareOf(each.value) || value === wwwOf(each.value)),
  );
}

function bareOf(name: string): string | null {
  const [, bare] = /^(?:\*|www)\.(.+\..+)$/.exec(name) ?? [];
  return bare ?? null;
}

function wwwOf(name: string): string | null {
  return name.startsWith("*.") || name.startsWith("www.") ? null : `www.${name}`;
}

/** The names without those that CAs add to the others of them: what was asked for, where only the result is known. */
export function essentialNames(names: readonly San[]): readonly San[] {
  const isExtra = ({ kind, value }: San): boolean =>
    kind === "dns" &&
    names.some(
      (each) => each.kind === "dns" && (value === `www.${each.value}` || `*.${value}` === each.value),
    );
  return names.filter((name) => !isExtra(name));
}

/** Whether a list of names is what a CA may make of others: all of those, and no more than it adds. */
export function isMadeOf(present: readonly San[], asked: readonly San[]): boolean {
  const more = namesMissing(present, asked);
  return namesMissing(asked, present).length === 0 && more.every((name) => isAddedByCa(name, asked));
}
