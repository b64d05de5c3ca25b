import {
  awaitValidation,
  judgeValidation,
  quoted,
  SectigoError,
  type StartedValidation,
} from "../../../../core/index.ts";
import type { Config, Operation, State, Stored } from "../../../framework/resource.ts";
import { type Connection, waitOf } from "../../connection.ts";
import { inOneText } from "../../explain.ts";
import { refuseOtherAccount } from "../../other-account.ts";
import type { ValidationRef } from "../../validation-ref.ts";
import { methodOf } from "../domain-validation/values.ts";
import type { DomainValidatedAttributes } from "./attributes.ts";
import { refuseOtherDomain, validatedRefOf } from "./plan.ts";

type Configured = Config<DomainValidatedAttributes>;
type Before = Stored<DomainValidatedAttributes> | null;

/**
 * Has the challenge verified. While the former validation still counts, a failure is a warning with the old values, and
 * the next plan waits on; within the hard deadline, and without a former one, it is an error.
 */
export async function proveControl(
  operation: Operation<Connection>,
  config: Configured,
  prior: Before,
): Promise<State<DomainValidatedAttributes>> {
  const { api, signal } = operation;
  const { domain, validation } = config;
  refuseOtherAccount(validation, api.identity, "validation");
  refuseOtherDomain(validation, domain);
  const ref = validatedRefOf(domain, api);
  api.catalog.forgetValidationStatus(domain);
  const { deadline } = waitOf(operation);
  try {
    const started = startedOf(domain, validation);
    const { validated, expires } = await awaitValidation(api.client, started, {
      clock: api.clock,
      signal,
      deadline,
      log: operation.log,
    });
    return { ...config, validated_on: validated, expires, challenge: validation.challenge, ref };
  } catch (thrown) {
    if (prior === null || !(thrown instanceof SectigoError) || !(await stillCounts(operation, domain)))
      throw thrown;
    const { validated_on, expires, challenge } = prior;
    operation.warn(
      `The validation of ${quoted(domain)} is not renewed yet`,
      `The former one counts until ${expires ?? "an unknown day"}, and the next plan waits on. ${inOneText(api.explain(thrown))}`,
    );
    return { ...config, validated_on, expires, challenge, ref };
  }
}

function startedOf(domain: string, ref: ValidationRef): StartedValidation {
  return {
    domain,
    method: methodOf(ref),
    challenge: ref.challenge?.startsWith("started ") ? null : ref.challenge,
    email: ref.email ?? undefined,
    dnsConnectorId: ref.dns_connector_id ?? undefined,
    dnsProvider: ref.dns_provider ?? undefined,
  };
}

/** Whether SCM says that the domain is validated, for longer than the hard deadline. */
async function stillCounts(operation: Operation<Connection>, domain: string): Promise<boolean> {
  const { api, signal } = operation;
  if (signal.aborted) return false;
  const wait = { signal, deadline: new Date(api.clock.now().getTime() + GRACE_MS) };
  const status = await api.client.domainValidations.status(domain, wait);
  const isValid = { ...status, orderStatus: "NOT_INITIATED" };
  const now = api.clock.now();
  const verdict = judgeValidation({ domain, status: isValid, challenge: null, policy: {} }, now);
  return verdict.kind === "valid" || (verdict.kind === "due" && now < verdict.hardDeadline);
}

/** For the one look after the deadline. */
const GRACE_MS = 30_000;
