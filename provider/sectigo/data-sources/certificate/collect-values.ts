import {
  type CertificateDetails,
  ContractError,
  collect,
  NotFoundError,
  StateError,
  standingOf,
  type WaitOptions,
  withoutOrder,
} from "../../../../core/index.ts";
import type { Operation } from "../../../framework/resource.ts";
import type { Connection } from "../../connection.ts";
import { inOneText } from "../../explain.ts";
import { type IssuedValues, issuedValues, NOT_ISSUED } from "../../resources/certificate/state.ts";

/**
 * What the certificate itself says. SCM does not hand out what is pending or revoked, and some that were discovered or
 * uploaded never; of those the number in the record is all there is.
 */
export async function collectValues(
  { api, warn }: Pick<Operation<Connection>, "api" | "warn">,
  { sslId, serialNumber, status }: CertificateDetails,
  wait: WaitOptions,
): Promise<IssuedValues> {
  const numberOnly = { ...NOT_ISSUED, serial_number: serialNumber };
  if (serialNumber === null || standingOf(status) !== "issued") return numberOnly;
  try {
    const chain = await collect(api.client, sslId, { ...wait, clock: api.clock, serialNumber });
    return chain === null ? numberOnly : issuedValues(withoutOrder(chain));
  } catch (thrown) {
    const isLasting =
      thrown instanceof StateError || thrown instanceof NotFoundError || thrown instanceof ContractError;
    if (!isLasting) throw thrown;
    warn(
      `Certificate ${sslId} can't be collected`,
      `SCM shows its record, but not the certificate; its values are null. ${inOneText(api.explain(thrown))}`,
    );
    return numberOnly;
  }
}
