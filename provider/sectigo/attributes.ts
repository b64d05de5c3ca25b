import { integer, set, string, text } from "../framework/attribute.ts";
import { parseDuration } from "../framework/duration.ts";
import { sensorsArgument } from "./sensors-argument.ts";

/** The provider block. */
export const providerAttributes = {
  base_url: string({
    is: "optional",
    doc: "Address of SCM, default `https://cert-manager.com`. Environment: `SECTIGO_BASE_URL`. Hosts outside Sectigo's and loopback must be listed in `SECTIGO_ALLOWED_HOSTS`.",
  }),
  customer_uri: string({
    is: "optional",
    doc: "The customer's part of SCM's portal address (`…/customer/<customer_uri>`), passed on unchanged. Environment: `SECTIGO_CUSTOMER_URI`.",
  }),
  username: string({
    is: "optional",
    doc: "Login name of an SCM administrator of type Standard or API. Environment: `SECTIGO_USERNAME`.",
  }),
  password: string({
    is: "optional",
    sensitive: true,
    doc: "The administrator's password. Environment: `SECTIGO_PASSWORD`; that, or an ephemeral variable, keeps it out of plan files.",
  }),
  client_certificate_pem: string({
    is: "optional",
    doc: "Client certificate to sign in with instead of a password, PEM; it must be registered on the administrator. Environment: `SECTIGO_CLIENT_CERTIFICATE`, PEM or the path of a file.",
  }),
  client_key_pem: string({
    is: "optional",
    sensitive: true,
    doc: "Private key of the client certificate, PEM. Environment: `SECTIGO_CLIENT_KEY`, PEM or the path of a file.",
  }),
  client_id: string({
    is: "optional",
    doc: "OAuth2 client id, to sign in on SCM's Admin host instead of user name and password. Environment: `SECTIGO_CLIENT_ID`.",
  }),
  client_secret: string({
    is: "optional",
    sensitive: true,
    doc: "Secret of the OAuth2 client. Environment: `SECTIGO_CLIENT_SECRET`.",
  }),
  token_url: string({
    is: "optional",
    doc: "Address that exchanges client id and secret for a token, default Sectigo's. Environment: `SECTIGO_TOKEN_URL`.",
  }),
  ca_certificates_pem: string({
    is: "optional",
    doc: "Certificates of authorities to trust beside the system's, PEM, one after the other: of a proxy that inspects TLS, or of a gateway before SCM. Environment: `SECTIGO_CA_CERTIFICATES`, PEM or the path of a file. Proxies outside this machine must be listed in `SECTIGO_ALLOWED_HOSTS` when this argument is set, since with an authority of its own a proxy could read the credentials.",
  }),
  sensors: sensorsArgument,
  business_units: set(text, {
    is: "optional",
    doc: "Business units that this configuration may touch; what belongs to another or to none is refused. `SECTIGO_BUSINESS_UNITS`, a list with commas, narrows it further and is never widened by it. A guard against accidents, not against people.",
  }),
  order_scope: string({
    is: "optional",
    doc: "Tells this configuration's orders from those of others that order the same: repository and workspace, such as `github.com/example/infra:prod`. With it an order that an interrupted run left behind is taken over instead of ordered twice, also where the key is made here. Environment: `SECTIGO_ORDER_SCOPE`.",
    checks: [
      (value) => (value.trim() !== "" && value.length <= 200 ? null : "1 to 200 characters are required"),
    ],
  }),
  adopt_within: string({
    is: "optional",
    doc: "How long after its issue a certificate that an interrupted run ordered is taken over, as a duration like `24h`, which is the default. `0s` takes over nothing: finding one is an error then.",
    checks: [duration],
  }),
  max_orders_per_run: integer({
    is: "optional",
    doc: "Certificates that one run may enroll, renew or replace, default 100. A plan that would order more fails and lists them.",
    checks: [notNegative],
  }),
  max_revocations_per_run: integer({
    is: "optional",
    doc: "Certificates that one run may revoke, default 25. A plan that would revoke more fails and lists them.",
    checks: [notNegative],
  }),
  max_parallel_requests: integer({
    is: "optional",
    doc: "Requests to SCM at the same time, default 8, at most 64.",
    checks: [
      (value) => (value >= 1 && value <= 64 ? null : `a number from 1 to 64 is required, ${value} is given`),
    ],
  }),
  request_timeout: string({
    is: "optional",
    doc: "How long one request to SCM may take before it is tried again or given up, as a duration like `30s`, which is the default.",
    checks: [
      (value) =>
        (parseDuration(value) ?? 0) >= 1 ? null : `"${value}" is not a duration; write it like "30s" or "1m"`,
    ],
  }),
} as const;

function duration(value: string): string | null {
  return parseDuration(value) === null ? `"${value}" is not a duration; write it like "24h" or "90m"` : null;
}

function notNegative(value: number): string | null {
  return value >= 0 ? null : `0 or more is required, ${value} is given`;
}
