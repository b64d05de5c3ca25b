import {
  type CertificateDetails,
  findYoungTwin,
  tellTwin,
  textIn,
  type WaitOptions,
} from "../../../../core/index.ts";
import type { Operation } from "../../../framework/resource.ts";
import type { Connection } from "../../connection.ts";
import { WORDS } from "../../words.ts";
import { readPrivateData } from "./private-data.ts";
import { knownIds } from "./superseded.ts";
import type { StoredCertificate } from "./values.ts";

/** An order so old is in every list and report, and a daily run has told it. */
const YOUNG_MS = 86_400_000;

/** Whether this state ordered its certificate within the last day. */
export function isYoungOrder({ api, private: data }: Operation<Connection>): boolean {
  const { orderedAt } = readPrivateData(data);
  return orderedAt !== null && api.clock.now().getTime() - Date.parse(orderedAt) < YOUNG_MS;
}

/**
 * Tells of a second order of the same in every refresh while the certificate is young: when it was ordered, SCM's list may
 * not have shown it.
 */
export async function warnOfYoungTwin(
  request: Operation<Connection> & { readonly state: StoredCertificate },
  details: CertificateDetails,
  wait: WaitOptions,
): Promise<void> {
  const { api, state, warn, log } = request;
  if (state.pending !== null || !isYoungOrder(request)) return;
  const twin = await findYoungTwin(api.client, details, { ...wait, known: knownIds(state), log });
  if (twin === null) return;
  const { summary, detail } = tellTwin(twin, details.sslId, false);
  warn(summary, textIn(detail, WORDS));
}
