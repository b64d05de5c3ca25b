import type { Caller } from "../caller.ts";
import { type CertificateDecisions, certificateDecisions } from "./certificate-decisions.ts";
import { type CertificateLocations, certificateLocations } from "./certificate-locations.ts";
import { type CertificateOrders, certificateOrders } from "./certificate-orders.ts";
import { type CertificateReads, certificateReads } from "./certificate-reads.ts";

/** SSL certificates: all calls of SCM's area of that name. */
export interface Certificates
  extends CertificateReads,
    CertificateOrders,
    CertificateDecisions,
    CertificateLocations {}

/** Binds the area to one caller. */
export function certificates(caller: Caller): Certificates {
  const reads = certificateReads(caller);
  return {
    ...reads,
    ...certificateOrders(caller),
    ...certificateDecisions(caller, reads),
    ...certificateLocations(caller),
  };
}
