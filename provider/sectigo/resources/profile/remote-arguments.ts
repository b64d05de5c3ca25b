import { bool, listOf, set, single, string, text } from "../../../framework/attribute.ts";
import { each, filled, known } from "../../checks.ts";

/** Attributes of people that SCM can look at. Source: Admin Operations OpenAPI file 25.9.2, IdpMappingRuleRequest. */
const IDP_KEYS = "cn displayname entitlement eppn givenname groups mail schachomeorganization sn uid".split(
  " ",
);

function length(least: number, most: number): (value: string) => string | null {
  return ({ length: found }) =>
    found >= least && found <= most
      ? null
      : `SCM takes ${least} to ${most} characters, ${found} ${found === 1 ? "is" : "are"} given`;
}

/** Without a rule, or with one that fits every text, the web form would be open to all. */
function some(values: readonly unknown[]): string | null {
  return values.length > 0 ? null : "at least one is required; an empty list would let everybody in";
}

const ACCOUNT_NAME = "Name of the account in SCM; the profile's own when left out.";
const ADOPT =
  "Whether to take over an account that has this name already; it is left in SCM on destroy then. False when left out: an account that was made elsewhere is never taken over silently.";

/** `web_form`: the account by which people enroll themselves. */
export const webFormArgument = single(
  {
    endpoint: string({
      is: "required",
      doc: "Name of the SSL web form in SCM. One that exists is used as it is; else it is made, for the profile's organization or department, and removed again with its last account.",
      checks: [length(1, 256)],
    }),
    uri_extension: string({
      is: "optional",
      doc: "End of the web form's address, where it has to be made; follows from its name when left out. No other web form may have it.",
      checks: [
        length(1, 58),
        (value) =>
          /^[A-Za-z0-9_-]+$/.test(value)
            ? null
            : `letters, digits, "-" and "_" are allowed, "${value}" is given`,
      ],
    }),
    account_name: string({ is: "optional", doc: ACCOUNT_NAME, checks: [length(3, 128)] }),
    idp_rules: listOf(
      {
        key: string({
          is: "required",
          doc: "Attribute of a person at the identity provider, such as `groups` or `mail`.",
          checks: [known(IDP_KEYS)],
        }),
        match: string({
          is: "required",
          doc: "`MATCHES` the whole value or `CONTAINS` a part of it.",
          checks: [known(["MATCHES", "CONTAINS"])],
        }),
        values: set(text, {
          is: "required",
          doc: "Values of which one has to be there; none of them empty.",
          checks: [some, each(filled)],
        }),
      },
      {
        is: "optional",
        doc: "Who may enroll, by what an identity provider says of them. Instead of an access code.",
        checks: [some],
      },
    ),
    auto_approve: bool({
      is: "optional",
      doc: "Whether requests are issued without an administrator; false when left out, also for an account that was taken over, so that nothing is approved unnoticed. Only with an access code or rules of an identity provider, never with `admin_web_request`.",
    }),
    allow_auto_renew: bool({
      is: "optional",
      doc: "Whether people may have SCM renew automatically; false when left out, as it is for an account that was taken over.",
    }),
    allow_empty_pin: bool({
      is: "optional",
      doc: "Whether people may download a PKCS#12 file without a passphrase; false when left out, as it is for an account that was taken over.",
    }),
    key_protection: string({
      is: "optional",
      doc: "How PKCS#12 files are encrypted: `AES256-SHA256`, which `browser_pkcs12` has when left out, or `TripleDES-SHA1` for programs that read nothing newer. As it is for an account that was taken over.",
      checks: [known(["AES256-SHA256", "TripleDES-SHA1"])],
    }),
    help_text: string({
      is: "optional",
      doc: "Text that people read at a web form which the profile makes; one that exists keeps its own, as it does when this is left out.",
      checks: [length(1, 2048)],
    }),
    adopt_existing: bool({ is: "optional", doc: ADOPT }),
  },
  {
    is: "optional",
    onChange: "update",
    doc: "Keeps an account on an SSL web form of SCM for this profile, at which people enroll. For `csr` and `admin_web_request`, where orders go by REST without it too, and needed by `browser_pkcs12`.",
  },
);

/** `acme`: the account to which ACME clients bind themselves. */
export const acmeArgument = single(
  {
    server: string({ is: "required", doc: "Name of the ACME server in SCM." }),
    domains: set(text, {
      is: "optional",
      doc: "Domains that its clients may order for, with all that is below them; those of the organization, validated, and within `allowed_names`. Left alone when left out.",
    }),
    account_name: string({ is: "optional", doc: ACCOUNT_NAME, checks: [length(3, 128)] }),
    adopt_existing: bool({ is: "optional", doc: ADOPT }),
  },
  {
    is: "optional",
    onChange: "update",
    doc: "The ACME account of this profile in SCM; needed by the method `acme`, refused by the others.",
  },
);
