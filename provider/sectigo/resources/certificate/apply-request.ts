import type { Operation } from "../../../framework/resource.ts";
import { Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import { withProfile } from "./by-profile.ts";
import { orderConnection, readConnection } from "./connections.ts";
import { refuseApply } from "./guard.ts";
import type { CertificateConfig, CertificateState, PlannedCertificate, StoredCertificate } from "./values.ts";

/** What Terraform hands over. */
export interface GivenRequest extends Operation<Connection> {
  readonly config: CertificateConfig;
  readonly planned: PlannedCertificate;
  /** Null when the resource is created. */
  readonly prior: StoredCertificate | null;
  readonly checkpoint: (state: CertificateState) => void;
}

/** What an apply works with: arguments and state completed by the profile, and a connection by the sensors that it allows. */
export interface ApplyRequest extends GivenRequest {
  /** The arguments as the user wrote them, which is how they stand in state. */
  readonly given: CertificateConfig;
}

/**
 * Opens an apply, before any call.
 * @throws ConfigError for what no plan could see while it was not known: another account, another business unit, a profile
 *         beside numbers, a sensor that is not declared
 */
export function openApply<R extends GivenRequest>(request: R): R & ApplyRequest {
  const { config, planned, prior, api } = request;
  refuseApply(config, prior && { state: prior, private: request.private }, api);
  const wished = withProfile(config);
  const routing = mayOrder(request) ? orderConnection(api, wished) : readConnection(api, wished);
  for (const { summary, detail } of routing.diagnostics) request.warn(summary, detail);
  return {
    ...request,
    given: config,
    config: wished,
    planned: withProfile(planned),
    prior: prior && withProfile(prior),
    api: routing.api,
  };
}

/** Whether the plan announced an order: unknown values are all that it leaves as a trace. */
export function mayOrder({ planned, prior }: Pick<GivenRequest, "planned" | "prior">): boolean {
  return prior === null || planned.ssl_id instanceof Unknown || planned.pending instanceof Unknown;
}

/** The arguments as they stand in state: all but those that are never stored; and whose the certificate is. */
export function argumentsOf({ given }: Pick<ApplyRequest, "given">) {
  const { private_key_wo: _, ...stored } = given;
  return { ...stored, business_unit: given.profile?.business_unit ?? null };
}
