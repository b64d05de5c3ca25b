import { resource } from "../../framework/resource.ts";
import type { Connection } from "../connection.ts";
import { connectorAttributes } from "./connector/attributes.ts";
import { checkBusinessUnits } from "./connector/business-units.ts";
import { needsVerifying } from "./connector/needs-verifying.ts";
import { planConnector } from "./connector/plan.ts";
import { refOf } from "./connector/ref.ts";
import { verifyLink } from "./connector/verify-link.ts";

const MINUTE_MS = 60_000;

/** `sectigo_connector`: a named link to the provider's SCM account; nothing of it exists in SCM. */
export const connectorResource = resource<Connection>()(
  "connector",
  {
    version: 0,
    doc:
      "A named link to the SCM account of the provider block: the sensors to go by, and what is imported into the " +
      "inventory. It lives in Terraform only. The link is tried when it is made and when its account or sensors change; " +
      "`sectigo_connector_status` tells how it is at the moment.",
    attributes: connectorAttributes,
    timeoutsMs: { create: MINUTE_MS, update: MINUTE_MS, delete: MINUTE_MS, read: MINUTE_MS },
  },
  {
    plan: planConnector,
    async create(request) {
      const { config, api } = request;
      checkBusinessUnits(config, api, "create");
      const state = { ...config, ref: refOf(config, api.identity, null) };
      if (needsVerifying(state, null)) await verifyLink(request, config.managing_sensors);
      return state;
    },
    async read({ state, api }) {
      checkBusinessUnits(state, api, "read");
      return state;
    },
    async update(request) {
      const { config, prior, api } = request;
      checkBusinessUnits(prior, api, "change");
      checkBusinessUnits(config, api, "change");
      const state = { ...config, ref: refOf(config, api.identity, prior) };
      if (needsVerifying(state, prior)) await verifyLink(request, config.managing_sensors);
      return state;
    },
    async delete({ prior, api }) {
      checkBusinessUnits(prior, api, "destroy");
    },
  },
);
