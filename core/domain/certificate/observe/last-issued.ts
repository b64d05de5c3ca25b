import { standingOf, wasIssued } from "../status.ts";
import { type Holdings, servingIn } from "./find-holdings.ts";

/**
 * The certificate that was issued last for an intent: the one that serves, else the youngest record of its order that lives
 * or has had its time. Null where none is known, where it was revoked, and where it lives but can't be collected.
 * @returns `notAfter` null: it is over, and SCM does not say since when
 */
export function lastIssued({
  valid,
  ends,
  line,
}: Holdings): { readonly sslId: number; readonly notAfter: Date | null } | null {
  const serving = servingIn(valid);
  if (serving !== null) return { sslId: serving.details.sslId, notAfter: serving.chain.leaf.notAfter };
  const before = line.find(({ status }) => wasIssued(status));
  if (before === undefined) return null;
  const { sslId, status } = before;
  const living = valid.find(({ details }) => details.sslId === sslId)?.chain.leaf.notAfter;
  const notAfter = living ?? ends.get(sslId) ?? null;
  return notAfter === null && standingOf(status) === "issued" ? null : { sslId, notAfter };
}
