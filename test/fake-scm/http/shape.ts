import type { EmptyMembers } from "../options.ts";

/** Members that are text on the wire, so that "" is a possible way to say "nothing". */
const TEXT_MEMBERS = new Set(
  (
    "serialNumber commonName comments vendor validationType owner requester externalRequester requested approved " +
    "issued declined expires replaced revoked renewedDate signatureAlg keyAlgorithm keyType backendCertId subType " +
    "dcvValidation dcvExpiration expirationDate downloaded approver issuer sha1 md5 description"
  ).split(" "),
);

/** How a JSON body is written. */
export type BodyStyle = { readonly empty: EmptyMembers; readonly extra: boolean };

/**
 * Writes a body. Undefined members are left out, null or "", by choice; extra members show whether a reader
 * tolerates what it does not know.
 */
export function writeJson(body: unknown, style: BodyStyle): string {
  if (style.empty === "omit" && !style.extra) return JSON.stringify(body);
  return JSON.stringify(dress(body, style));
}

function dress(source: unknown, style: BodyStyle): unknown {
  if (Array.isArray(source)) return source.map((entry) => dress(entry, style));
  if (typeof source !== "object" || source === null) return source;
  const dressed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(source)) {
    if (value !== undefined) dressed[name] = dress(value, style);
    else if (style.empty === "null") dressed[name] = null;
    else if (style.empty === "empty-string" && TEXT_MEMBERS.has(name)) dressed[name] = "";
  }
  if (style.extra) dressed.addedInALaterRelease = { kind: "unknown", values: [1, null] };
  return dressed;
}
