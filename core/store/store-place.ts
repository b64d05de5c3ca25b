import { ConfigError } from "../base/errors.ts";

const DATABASE = /^postgres(?:ql)?:\/\//i;
const ANY_URL = /^[a-z][a-z\d+.-]+:\/\//i;
/** Also where the rest can't be read as a URL, for which a colon or an at sign in the password is enough. */
const PASSWORD = /^[^:]+:\/\/[^/?]*:[^/?]*@|[?&](?:ssl)?password=/i;

const CHOICES =
  'Name a file, or a database as postgres://user@host/database?sslmode=verify-full ("none" does without a store).';

export function isUrl(place: string): boolean {
  return ANY_URL.test(place);
}

/** Whether a store's place is a database rather than a file. */
export function isDatabaseUrl(place: string): boolean {
  return DATABASE.test(place);
}

/**
 * Judges a place that stands in configuration, which is committed and shown: no password may.
 * @returns what is wrong with it, in words that repeat nothing of it; null when nothing is
 */
export function judgeConfiguredPlace(place: string): string | null {
  if (!isUrl(place)) return null;
  if (PASSWORD.test(place)) {
    return "a password stands in it, which would be kept in plain text; leave it out of the URL and set PGPASSWORD or PGPASSFILE, or set the whole URL in the environment variable SECTIGO_INVENTORY_STORE";
  }
  return isDatabaseUrl(place) ? null : "of URLs only postgres:// is known";
}

/** @throws ConfigError `config.store` for a URL of another kind, which would be taken for the name of a file */
export function refuseOtherUrl(place: string): void {
  if (!isUrl(place) || isDatabaseUrl(place)) return;
  throw new ConfigError("open the inventory store: of URLs only postgres:// is known", {
    ...{ code: "config.store", path: "store" },
    hint: `${CHOICES} It is what SECTIGO_INVENTORY_STORE or \`store\` says.`,
  });
}
