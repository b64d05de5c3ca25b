import { VALIDATION_METHODS } from "../../../../core/index.ts";
import { listOf, single, string } from "../../../framework/attribute.ts";
import { filled, known } from "../../checks.ts";
import { validationRef } from "../../validation-ref.ts";
import { validationRenewal } from "./renewal.ts";

/** What a `sectigo_domain_validation` has. */
export const domainValidationAttributes = {
  domain: string({
    is: "required",
    onChange: "recreate",
    same: (one, other) => one.toLowerCase() === other.toLowerCase(),
    doc: "The domain as SCM holds it, such as `example.test` or `*.example.test`.",
    checks: [filled],
  }),
  method: string({
    is: "required",
    onChange: "update",
    doc:
      "How control is proved: `cname` or `txt` (`record` is to be published), `http` or `https` (`file` is to be served), " +
      "`email` (a person confirms), `dns_connector` (SCM's own program publishes the record). Another method starts anew.",
    checks: [known(VALIDATION_METHODS)],
  }),
  email: string({
    is: "optional",
    onChange: "update",
    doc: "With the method `email`: the address that gets Sectigo's mail, one of `emails`.",
    checks: [filled],
  }),
  dns_connector_id: string({
    is: "optional",
    onChange: "update",
    doc: "With the method `dns_connector`: id of SCM's DNS connector, see `data.sectigo_dns_connectors`.",
    checks: [filled],
  }),
  dns_provider: string({
    is: "optional",
    onChange: "update",
    doc: "With the method `dns_connector`: the provider that the connector is to use; SCM's choice when left out.",
    checks: [filled],
  }),
  renewal: validationRenewal,
  record: single(
    {
      name: string({ is: "computed", doc: "Name of the record, without a final dot." }),
      type: string({ is: "computed", doc: "`CNAME` or `TXT`." }),
      value: string({ is: "computed", doc: "Value of the record, without a final dot." }),
    },
    {
      is: "computed",
      keep: true,
      nullable: true,
      doc: "The DNS record to publish, with `cname` and `txt`; null with other methods, and where the challenge is void.",
    },
  ),
  file: single(
    {
      url: string({ is: "computed", doc: "Address at which the CA reads the file." }),
      path: string({ is: "computed", doc: "Path of that address, from the root of the site." }),
      content: string({ is: "computed", doc: "What is to be in it, to the last line feed." }),
    },
    {
      is: "computed",
      keep: true,
      nullable: true,
      doc: "The file to serve, with `http` and `https`; null with other methods, and where the challenge is void.",
    },
  ),
  emails: listOf(
    { address: string({ is: "computed", doc: "A mail address." }) },
    { is: "computed", keep: true, doc: "With `email`: the addresses that SCM offers; else empty." },
  ),
  ref: validationRef,
} as const;

export type DomainValidationAttributes = typeof domainValidationAttributes;
