import { resource } from "../../framework/resource.ts";
import type { Connection } from "../connection.ts";
import { proveControl } from "./domain-validated/apply.ts";
import { domainValidatedAttributes } from "./domain-validated/attributes.ts";
import { planDomainValidated } from "./domain-validated/plan.ts";
import { readDomainValidated } from "./domain-validated/read.ts";

const MINUTE_MS = 60_000;

/** `sectigo_domain_validated`: a domain whose control the CA has verified; certificates depend on it. */
export const domainValidatedResource = resource<Connection>()(
  "domain_validated",
  {
    version: 0,
    doc:
      "Tells SCM that the challenge of a `sectigo_domain_validation` is published, and waits until the CA has found it. Let " +
      "it depend on what publishes the challenge (`depends_on`), and certificates on it (`validation`). Destroying it " +
      "calls nothing: what is validated stays so.",
    attributes: domainValidatedAttributes,
    timeoutsMs: {
      create: 30 * MINUTE_MS,
      update: 30 * MINUTE_MS,
      delete: MINUTE_MS,
      read: MINUTE_MS,
    },
  },
  {
    plan: planDomainValidated,
    create: ({ config, ...operation }) => proveControl(operation, config, null),
    read: readDomainValidated,
    update: ({ config, prior, ...operation }) => proveControl(operation, config, prior),
    delete: async () => undefined,
  },
);
