import * as z from "zod/mini";
import { idNumber, orElse, orNull, ownList, text } from "./wire.ts";

/** Where a certificate was found or put. */
export interface CertificateLocation {
  readonly locationId: number;
  /** As SCM spells it: CUSTOM, NODE_PORT, AZURE_KEY_VAULT, … */
  readonly type: string;
  readonly name: string | null;
  readonly details: Readonly<Record<string, string>>;
}

export const certificateLocation = z.pipe(
  z.object({
    id: idNumber,
    locationType: orElse(text, "UNKNOWN"),
    name: orNull(text),
    details: orElse(z.record(z.string(), orElse(text, "")), {}),
  }),
  z.transform(
    (wire): CertificateLocation => ({
      locationId: wire.id,
      type: wire.locationType,
      name: wire.name,
      details: wire.details,
    }),
  ),
);

export const certificateLocations = ownList("certificate locations", certificateLocation);
