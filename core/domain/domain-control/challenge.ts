import type { DcvMethod } from "../../scm/resources/dcv.ts";
import type { DcvChallenge } from "../../scm/schemas/domains.ts";

/** Ways to prove control of a domain. With `dns_connector` a program of SCM publishes the CNAME, so the user does not. */
export const VALIDATION_METHODS = ["cname", "txt", "http", "https", "email", "dns_connector"] as const;

export type ValidationMethod = (typeof VALIDATION_METHODS)[number];

/** The word that SCM's calls take. */
export function wireMethod(method: ValidationMethod): DcvMethod {
  return method === "dns_connector" ? "cname" : method;
}

/** What the user publishes: one record, one file, or nothing at all. */
interface Publication {
  /** Name and value without final dots, as other providers take them. */
  readonly record: { readonly name: string; readonly type: "CNAME" | "TXT"; readonly value: string } | null;
  /** `path` below the site's root. Lines end with a line feed. */
  readonly file: { readonly url: string; readonly path: string; readonly content: string } | null;
  readonly emails: readonly string[];
}

/** A challenge in the words of the resource that publishes it. */
export function publicationOf(method: ValidationMethod, challenge: DcvChallenge): Publication {
  const { host, point, url, lines, emails } = challenge;
  const isRecord = (method === "cname" || method === "txt") && host !== null && point !== null;
  return {
    record: isRecord
      ? { name: bare(host), type: method === "txt" ? "TXT" : "CNAME", value: bare(point) }
      : null,
    file: url === null ? null : { url, path: new URL(url).pathname, content: `${lines.join("\n")}\n` },
    emails,
  };
}

/**
 * Tells one start of a validation from the next; null where SCM shows nothing of the challenge (EMAIL, and TXT before its
 * submission).
 */
export function challengeId({ host, point, url, lines }: DcvChallenge): string | null {
  if (host !== null) return [host, point ?? ""].map((name) => bare(name).toLowerCase()).join(" ");
  return url === null ? null : [url, ...lines].join(" ");
}

function bare(name: string): string {
  return name.replace(/\.$/, "");
}
