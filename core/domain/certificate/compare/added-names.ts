import type { San } from "../../../pki/names.ts";

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
