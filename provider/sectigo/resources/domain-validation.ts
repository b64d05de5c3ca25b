import { judgeValidation, quoted, startValidation } from "../../../core/index.ts";
import { type Operation, resource } from "../../framework/resource.ts";
import { Unknown } from "../../framework/value.ts";
import { type Connection, waitOf } from "../connection.ts";
import { refuseOtherAccountOfState } from "../other-account.ts";
import { domainValidationAttributes } from "./domain-validation/attributes.ts";
import { planDomainValidation } from "./domain-validation/plan.ts";
import { validateDomainValidation } from "./domain-validation/validate.ts";
import {
  methodOf,
  refOf,
  type StoredValidation,
  startedValues,
  type ValidationConfig,
  type ValidationState,
  voided,
} from "./domain-validation/values.ts";

const MINUTE_MS = 60_000;

/** `sectigo_domain_validation`: a challenge that proves control of a domain, and when it is to be renewed. */
export const domainValidationResource = resource<Connection>()(
  "domain_validation",
  {
    version: 0,
    doc:
      "Starts the validation of a domain (DCV) and shows what is to be published. `sectigo_domain_validated` waits for " +
      "the CA afterwards. When the validation comes to its end, a plan starts a new challenge, and dependents that publish " +
      "`record` or `file` change in the same apply. Destroying it calls nothing: what is validated stays so.",
    attributes: domainValidationAttributes,
    timeoutsMs: { create: 5 * MINUTE_MS, update: 5 * MINUTE_MS, delete: MINUTE_MS, read: MINUTE_MS },
  },
  {
    validate: validateDomainValidation,
    plan: planDomainValidation,
    create: ({ config, ...operation }) => start(operation, config),
    read: ({ state, ...operation }) => read(operation, state),
    async update({ config, prior, planned, ...operation }) {
      if (planned.ref instanceof Unknown || prior.ref === null) return start(operation, config);
      const { record, file, emails } = prior;
      const ref = refOf(config, prior.ref.challenge, operation.api.identity);
      return { ...config, record, file, emails: emails ?? [], ref };
    },
    delete: async () => undefined,
  },
);

async function start(operation: Operation<Connection>, config: ValidationConfig): Promise<ValidationState> {
  const { api } = operation;
  const { domain } = config;
  const startedAt = api.clock.now();
  const challenge = await startValidation(
    api.client,
    { domain, method: methodOf(config) },
    waitOf(operation),
  );
  api.catalog.forgetValidationStatus(domain);
  return startedValues(config, challenge, { identity: api.identity, startedAt });
}

/** Time is the plan's to judge; a refresh only finds challenges that were started anew outside. */
async function read(operation: Operation<Connection>, state: StoredValidation): Promise<StoredValidation> {
  const { api } = operation;
  const { domain, ref } = state;
  if (domain === null || ref === null) return state;
  refuseOtherAccountOfState(ref, api.identity, `read the validation of ${quoted(domain)}`);
  const status = await api.catalog.validationStatus(domain, waitOf(operation));
  const verdict = judgeValidation({ domain, status, challenge: ref.challenge, policy: {} }, api.clock.now());
  return verdict.kind === "void" ? voided(state) : state;
}
