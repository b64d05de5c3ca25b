import { integer, string } from "../../framework/attribute.ts";
import { resource } from "../../framework/resource.ts";
import { Unknown } from "../../framework/value.ts";
import { type Connection, waitOf } from "../connection.ts";
import { readDetails } from "../read-details.ts";
import { stableStatus } from "./certificate/state.ts";

const MINUTE_MS = 60_000;

/** @throws ConfigError: an approval acts in SCM, so a run for other units refuses it. */
function checkUnit(unit: string | null, { businessUnits }: Connection): void {
  businessUnits.check(unit, "approve a certificate request");
}

const PURPOSE = {
  what: "read certificate request",
  hint:
    "It is gone, or this administrator may not see it: SCM does not tell these apart. Approvals are made with another " +
    "administrator than the request's; give that one the right to see the organization.",
};

/** `sectigo_certificate_approval`: an administrator's yes to a request that another one made. */
export const certificateApprovalResource = resource<Connection>()(
  "certificate_approval",
  {
    version: 0,
    doc:
      "Approves a certificate request that waits for an administrator. Use it with a provider alias of another " +
      'administrator than the one that enrolls, and `on_pending = "return"` on the certificate: SCM does not let ' +
      "requesters approve their own. Destroying it calls nothing: an approval can't be taken back.",
    attributes: {
      ssl_id: integer({
        is: "required",
        onChange: "recreate",
        doc: "SCM's id of the request: `ssl_id` of a `sectigo_certificate`, or that of its `pending` successor.",
      }),
      message: string({
        is: "optional",
        onChange: "record",
        orElse: "Approved by Terraform",
        doc: "What SCM keeps with the approval, 1 to 512 characters.",
        checks: [
          (value) =>
            value.length >= 1 && value.length <= 512
              ? null
              : `1 to 512 characters are required, ${value.length} are given`,
        ],
      }),
      business_unit: string({
        is: "optional",
        onChange: "record",
        doc: "Business unit of the certificate, `business_unit` of the `sectigo_certificate`; needed where runs are bound to units.",
      }),
      status: string({
        is: "computed",
        keep: true,
        doc: "Where the request stood after it was approved, in SCM's words. It is not updated later; `status` of the certificate is.",
      }),
    },
    timeoutsMs: { create: 5 * MINUTE_MS, update: MINUTE_MS, delete: MINUTE_MS, read: MINUTE_MS },
  },
  {
    async plan({ action, planned, api }) {
      const unit = planned?.business_unit ?? null;
      if (action === "create" && api !== null && !(unit instanceof Unknown)) checkUnit(unit, api);
      return {};
    },
    async create(request) {
      const { api, config } = request;
      checkUnit(config.business_unit, api);
      const wait = waitOf(request);
      await api.client.certificates.approve(config.ssl_id, config.message, wait);
      const { status } = await readDetails(api, config.ssl_id, { wait, purpose: PURPOSE });
      return { ...config, status: stableStatus(status) };
    },
    // What becomes of the request is the certificate's to tell; an approval that was given stays given.
    read: async ({ state }) => state,
    update: async ({ config, prior }) => ({ ...config, status: prior.status ?? "Approved" }),
    delete: async () => undefined,
  },
);
