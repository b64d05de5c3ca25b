import { type Followed, standingOf } from "../../../../core/index.ts";
import type { PrivateData } from "../../../framework/private.ts";
import { readPrivateData, writePrivateData } from "./private-data.ts";
import type { StoredCertificate } from "./values.ts";

type Held = Pick<StoredCertificate, "ssl_id" | "status" | "not_after">;

/** The certificate that an order of this state is to follow; null where none was issued, or where it was revoked. */
export function followedBy(held: Held | null, data: PrivateData): Followed | null {
  const remembered = readPrivateData(data).followed;
  if (held === null || held.ssl_id === null || standingOf(held.status ?? "Issued") === "revoked") return null;
  if (held.not_after !== null) return { sslId: held.ssl_id, notAfter: new Date(held.not_after) };
  if (remembered === null) return null;
  const [sslId = "", notAfter = ""] = remembered.split(" ");
  return { sslId: Number(sslId), notAfter: new Date(notAfter) };
}

/** A request takes the place of what has ended, whose values leave the state: then only this says what it follows. */
export function rememberFollowed(held: Held | null, data: PrivateData): void {
  const followed = followedBy(held, data);
  const text = followed && `${followed.sslId} ${followed.notAfter?.toISOString()}`;
  writePrivateData(data, { followed: text });
}
