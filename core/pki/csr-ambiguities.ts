import { quoted } from "../base/text.ts";
import type { DistinguishedName } from "./distinguished-name.ts";
import { readSan } from "./names.ts";
import type { RequestedExtensions } from "./request-extensions.ts";

/**
 * What SCM, the CA and we may each read otherwise in a request: then the certificate may bear a name that was not judged. SCM's
 * documents do not say which of several common names it takes, nor what it makes of blanks around one.
 * @returns whole clauses about the request ("it …"), empty when there is one way to read it
 */
export function ambiguitiesOf(subject: DistinguishedName, requested: RequestedExtensions): readonly string[] {
  return [
    ...commonNamesOf(subject),
    ...(requested.ambiguity === null ? [] : [`it has ${requested.ambiguity}`]),
    ...requested.names.flatMap(({ kind, value }) => {
      const octets = kind === "other" ? /^([126])#([0-9a-f]*)$/.exec(value)?.[2] : undefined;
      return octets === undefined ? [] : [`it asks for a name of octets that are not text (${octets})`];
    }),
  ];
}

function commonNamesOf({ commonNames }: DistinguishedName): readonly string[] {
  const [first, ...others] = commonNames;
  if (first === undefined) return [];
  const shown = commonNames.map(({ value }) => quoted(value)).join(", ");
  if (others.length > 0) return [`it has ${commonNames.length} common names: ${shown}`];
  if (first.together > 1)
    return [`its common name ${shown} stands in one part of the subject with other attributes`];
  const canonical = readSan(first.value).value;
  if (first.value.toLowerCase() === canonical.toLowerCase()) return [];
  return [`its common name ${shown} is not written as certificates have it: ${quoted(canonical)}`];
}
