import type { ScmClient, WaitOptions } from "../../core/index.ts";

/** Records in SCM where a certificate is in use, unless the very same location stands there already. */
export async function recordLocation(
  client: ScmClient,
  { sslId, details }: { readonly sslId: number; readonly details: Readonly<Record<string, string>> },
  wait: WaitOptions,
): Promise<"recorded" | "known"> {
  const locations = await client.certificates.locations(sslId, wait);
  const isSame = (held: Readonly<Record<string, string>>): boolean =>
    Object.entries(details).every(([name, value]) => held[name] === value);
  if (locations.some((location) => isSame(location.details))) return "known";
  await client.certificates.addLocation(sslId, details, wait);
  return "recorded";
}
