import type { Operation } from "../../../framework/resource.ts";
import type { Connection } from "../../connection.ts";
import { certificateLabel } from "./label.ts";
import type { StoredCertificate } from "./values.ts";

/** Warns at the second of two resources that hold one certificate, or of which one waits for what the other holds. */
export function tellHeldTwice(
  { api, warn }: Pick<Operation<Connection>, "warn"> & { readonly api: Connection },
  found: StoredCertificate | null,
): void {
  if (found === null) return;
  const ids = new Set([found.ssl_id, found.pending?.ssl_id ?? null].filter((id) => id !== null));
  for (const id of ids) {
    if (api.held.take(id)) continue;
    const which = id === found.ssl_id ? certificateLabel(found) : `ssl_id ${id}`;
    warn(
      `Two resources hold certificate ${which}`,
      "Each believes that the certificate is its own: destroying one revokes the certificate of the other, and both may renew it. " +
        `Keep one address, which \`ssl_id = ${id}\` in \`terraform show\` helps to find. Take the other out of state with a removed ` +
        "block (lifecycle { destroy = false }) or `state rm`, which revokes nothing, and delete its resource and import blocks.",
    );
  }
}
