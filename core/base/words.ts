/** What is called one way in Terraform and another in the Action. Values of users and texts of SCM are never terms. */
export type Term =
  | "username"
  | "password"
  | "customer_uri"
  | "client_id"
  | "client_secret"
  | "access_token"
  | "base_url"
  | "token_url"
  | "ca_certificates"
  | "max_parallel_requests"
  | "request_timeout"
  | "order_key"
  | "order_scope"
  | "adopt_within"
  | "csr_pem"
  | "subject_alternative_names"
  | "comments"
  | "external_requesters"
  | "custom_fields"
  | "reason";

/** How a thing is done there, in the imperative and without a full stop, to stand inside a sentence. */
interface Phrases {
  readonly skipValidationCheck: string;
  readonly commonNameFromSan: string;
  readonly neverRenew: string;
  /** In place of a name that means several. */
  readonly giveOrganizationId: string;
  readonly giveProfileId: string;
  /** A record of SCM in place of an order. */
  readonly takeOver: (sslId: number | null) => string;
  /** The same, where a person has to find out which record it is. */
  readonly takeOverAnother: string;
  /** The same, where the certificate has a key that is not ours. */
  readonly takeOverOtherKey: string;
  /** So that SCM's records are read anew. */
  readonly lookAnew: string;
}

/** The words of a front end. One that it lacks does not compile. */
export type Words = Readonly<Record<Term, string>> & Phrases;

/** Text of a message: finished, or made with the words of the front end that shows it. */
export type Text = string | ((words: Words) => string);

/** A text in the words of a front end. */
export function textIn(text: Text, words: Words): string {
  return typeof text === "string" ? text : text(words);
}

/** Of no front end: for logs, stores and programs that use core alone. */
export const PLAIN_WORDS: Words = {
  username: "user name",
  password: "password",
  customer_uri: "customer URI",
  client_id: "client id",
  client_secret: "client secret",
  access_token: "access token",
  base_url: "base URL",
  token_url: "token URL",
  ca_certificates: "CA certificates",
  max_parallel_requests: "number of parallel requests",
  request_timeout: "request timeout",
  order_key: "order key",
  order_scope: "order scope",
  adopt_within: "time to take orders over",
  csr_pem: "CSR",
  subject_alternative_names: "list of names",
  comments: "comment",
  external_requesters: "list of external requesters",
  custom_fields: "custom field",
  reason: "reason",
  skipValidationCheck: "skip the check of validations",
  commonNameFromSan: "take the common name from the names",
  neverRenew: "never renew it here",
  giveOrganizationId: "give its id",
  giveProfileId: "give its id",
  takeOver: (sslId) => `take over ${sslId === null ? "its record" : `the record ${sslId}`}`,
  takeOverAnother: "take that record over in place of this one",
  takeOverOtherKey: "take it over with a request of its key",
  lookAnew: "run again",
};
