import type { Meaning } from "./refusal.ts";

/** What the HTTP status alone says, for codes we do not know and for answers without one. */
export function byStatus(status: number): Meaning {
  switch (status) {
    case 401:
      return {
        kind: "login",
        slug: "refused",
        says: "SCM refused the credentials",
        hint: "Check user name, password and customer URI.",
      };
    case 403:
      return {
        kind: "privilege",
        slug: "blocked",
        says: "the request was blocked before it reached SCM's application",
        hint: "Check whether this machine's address is allowed for the SCM account, and any proxy on the way.",
      };
    case 404:
      return {
        kind: "missing",
        slug: "object",
        says: "it does not exist or is not visible to this administrator",
        hint: "Check the id, and which organizations the administrator may see.",
      };
    case 407:
      return {
        kind: "login",
        slug: "proxy",
        says: "a proxy refused its credentials",
        hint: "Check the proxy's user name and password.",
      };
    case 408:
    case 425:
      return {
        kind: "outage",
        slug: "timeout",
        says: "SCM did not receive the request in time",
        hint: "Try again later.",
      };
    case 409:
      return {
        kind: "state",
        slug: "conflict",
        says: "it conflicts with the present state",
        hint: "Run again.",
      };
    case 429:
      return {
        kind: "rate",
        slug: "limited",
        says: "SCM asks to slow down",
        hint: ({ max_parallel_requests }) => `Lower ${max_parallel_requests}.`,
      };
    default:
      break;
  }
  if (status >= 500) {
    return {
      kind: "outage",
      slug: "server",
      says: "SCM or a gateway in front of it fails",
      hint: "Try again later.",
    };
  }
  if (status >= 300 && status < 400) {
    return {
      kind: "contract",
      slug: "redirect",
      says: "the server answered with a redirect, which is never followed, since it could lead credentials elsewhere",
      hint: "Check the base URL; it must name SCM itself.",
    };
  }
  if (status === 400 || status === 422) {
    return {
      kind: "request",
      slug: "refused",
      says: "SCM refused the request",
      hint: "Correct what SCM names.",
    };
  }
  return {
    kind: "contract",
    slug: "status",
    says: "the server answered with an unexpected status",
    hint: "Check the base URL.",
  };
}

/**
 * What a refusal in the form of a web page says. SCM itself answers in JSON, so "not found" as a page speaks of the
 * address and not of the record.
 */
export function pageMeaning(status: number): Meaning {
  const meaning = byStatus(status);
  if (meaning.kind !== "missing" && meaning.kind !== "request") return meaning;
  return {
    kind: "contract",
    slug: "html",
    says: "the server does not know this address",
    hint: "Check the base URL and any proxy on the way.",
  };
}
