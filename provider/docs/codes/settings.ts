import type { CodeTable } from "./table.ts";

/** Settings that are wrong: found before anything is ordered, mostly before any request. */
export const SETTINGS: CodeTable = {
  access_code: ["The web form has no access code.", "Give `access_code_wo` beside `access_code_wo_version`."],
  acme_server: ["SCM has no ACME server of that name.", "Take a name that the error lists, exactly."],
  agent_directory: [
    "The directory of the agent mode does not exist on the host.",
    "Make it, with an owner and a mode that fit a private key.",
  ],
  authorities: ["The text for CA certificates holds none.", "Give certificates of authorities as PEM."],
  base_url: [
    "The address is not SCM's, not https, or not allowed for these credentials.",
    "Correct `base_url`; list hosts of your own in `SECTIGO_ALLOWED_HOSTS`.",
  ],
  business_unit: [
    "The business unit is not one that this run may touch.",
    "Run it where that unit is allowed, or correct the unit.",
  ],
  client_certificate: [
    "The client certificate or its key can't be read, has ended, or they do not belong together.",
    "Give both as PEM, the key without a password.",
  ],
  count_by: [
    "`count_by` names persons.",
    "Set `include_persons = true`, or leave `requester` out of `count_by`.",
  ],
  credential_characters: [
    "A credential holds a character that an HTTP header can't carry.",
    "Remove line breaks and blanks around the value.",
  ],
  credential_missing: ["A credential is empty.", "Set the one that the error names."],
  csr_missing: ["The input `csr` names no file, or no file matches.", "Give paths or globs, one per line."],
  csr_mixed: ["Paths and a request as PEM stand in one input.", "Give one kind in one step."],
  csr_pattern: [
    "A pattern of `csr` has a bracket that is left open.",
    "Close it, or write `?` for any one letter.",
  ],
  csr_same_name: ["Two CSR files have the same name.", "Rename one, or use a step for each."],
  csr_too_large: ["A file is too large to be a request.", "Name CSR files only."],
  custom_field: [
    "SCM has no custom field of that name.",
    "Take the exact name; the error lists those near it.",
  ],
  details: [
    "A condition of the inventory takes one request for each certificate.",
    "Set `details = true`, or narrow the filter.",
  ],
  event: ["A pull request's run may not order or revoke.", "Use `command: check` there."],
  file_unreadable: [
    "A file that a variable names can't be read.",
    "Put PEM, or the path of a file with it, into the variable.",
  ],
  file_unwritable: [
    "A file can't be written.",
    "Check space and permissions, and that no directory has its name.",
  ],
  filter: ["A condition of a filter or view can't be read.", "Correct the condition as the error says."],
  has_successor: [
    "`has_successor` can't be told for client and device certificates.",
    'Narrow the filter with `certificate_types = ["ssl"]`.',
  ],
  views: ["The file of views can't be read.", "Write a JSON object with a filter for each name."],
  hook: [
    "The hook can't be started.",
    "Give the program on the first line and each argument on its own line.",
  ],
  input: ["An input of the Action is wrong.", "Correct it as the error says."],
  inputs: ["Several inputs of the Action are wrong.", "Correct all that are listed."],
  key_unreadable: [
    "The key file can't be read.",
    "Let the runner's user read it, or name another directory.",
  ],
  list_element: ["An element of a list is empty or has a comma.", "Give one value per element."],
  live_unbounded: [
    "A live inventory would have to read the whole account.",
    "Ask for `ssl` only, and bound a date at both ends.",
  ],
  max_orders: [
    "The run would order more than its limit allows.",
    "Look at the list. Raise `max_orders_per_run` (`max-orders`) if all are meant.",
  ],
  max_revocations: [
    "The run would revoke more than its limit allows.",
    "Look at the list. Raise `max_revocations_per_run` (`max-revocations`) if all are meant.",
  ],
  max_writes: [
    "The rules would write more records than `max-writes` allows.",
    "Look at the dry run. Raise `max-writes` if all are meant, or narrow the rules.",
  ],
  name_unknown: [
    "The organization or SCM profile is not known under that name.",
    "Take a name that the error lists, or an id.",
  ],
  names_hidden: [
    "This administrator may not list organizations and SCM profiles.",
    "Give `organization_id` and `scm_profile_id`.",
  ],
  never_imported: [
    "What is asked for was never imported to its end.",
    'Leave `refresh` out, or set it to `"always"`.',
  ],
  store: [
    "The place of the inventory can't be understood, or a password stands in it.",
    "Name a file or `postgres://user@host/database?sslmode=verify-full`, and give the password by `PGPASSWORD` or `PGPASSFILE`.",
  ],
  no_store: [
    "There is no store to keep an inventory in.",
    "Name a file in `store` or `SECTIGO_INVENTORY_STORE`.",
  ],
  not_a_ref: [
    "The argument is not a `ref`.",
    "Pass the whole object: `connector = sectigo_connector.main.ref`.",
  ],
  not_allowed: ["The profile does not allow this order.", "Change the order, or the limits of the profile."],
  not_read_yet: ["A certificate was moved here and never read.", "Plan without `-refresh=false`."],
  number: ["A number is less than 1 or not whole.", "Correct it or leave it out."],
  order_not_possible: [
    "The order can't be placed as configured: request, names, method or profile do not fit.",
    "Do what the error says; nothing was ordered.",
  ],
  organization: [
    "The organization is not known under that name.",
    "Take a name that the error lists, or its id.",
  ],
  other_account: [
    "Ids of one SCM account are used with another.",
    "Choose the provider block of that account, or the argument of this one.",
  ],
  other_domain: [
    "The proof waits for another domain than the challenge is for.",
    "Take `domain` and `validation` from the same `sectigo_domain_validation`.",
  ],
  path_missing: ["A file does not exist.", "Correct the path; it begins at the root of the repository."],
  path_outside: ["A path leads out of the workspace.", "Give a path inside the checked-out repository."],
  path_unusable: [
    "A directory can't be made or used.",
    "Check its name, and that the runner's user may write there.",
  ],
  period: ["A period of the connector's import is wrong.", "Correct `frequency` or `full_import_every`."],
  profile: ["The SCM profile is not known under that name.", "Take a name that the error lists, or its id."],
  proxy_variable: ["`HTTPS_PROXY` is not an address of a proxy.", "Correct or unset it."],
  result_too_large: [
    "The rows are more than Terraform takes in one answer (64 MB).",
    "Lower `limit`, narrow `filter`, or set `limit = 0`.",
  ],
  rule: ["An assignment rule is wrong.", "Correct the rule that the error names."],
  rules: ["The file of rules is wrong.", "Write a JSON list of rules as the error says."],
  sensor: ["A sensor is declared wrongly.", "Correct `sensors` of the provider block."],
  sensor_unknown: [
    "A sensor is named that the provider block does not declare.",
    "Declare it, or take a listed one.",
  ],
  setting_missing: [
    "A setting for the sign-in is missing.",
    "Set it; pull requests of forks get no secrets.",
  ],
  sign_in_ambiguous: [
    "Two ways to sign in are set.",
    "Keep one, and unset the others, also in the environment.",
  ],
  terraform_version: ["Terraform is too old.", "Use Terraform 1.5 or OpenTofu 1.6 or newer."],
  test_clock: ["`SECTIGO_TEST_CLOCK` is set outside of a test.", "Unset it."],
  tls_unverified: [
    "`NODE_TLS_REJECT_UNAUTHORIZED` asks to trust every server.",
    "Unset it; give authorities of your own in `ca_certificates_pem`.",
  ],
  token_url: ["The token address is not allowed for these credentials.", "Correct `token_url`."],
  too_long: ["A text is longer than SCM takes.", "Shorten it."],
  too_many_details: [
    "A condition needs too many single requests.",
    "Narrow the filter by type, organization or dates.",
  ],
  two_ways: ["A profile says the same thing in two ways.", "Keep one of the two arguments."],
  unknown_name: [
    "The administrator sees no organization or profile of that name.",
    "Take a name that is listed.",
  ],
  workspace: [
    "`GITHUB_WORKSPACE` is not set.",
    "Run this as a step of a job, or set it to the repository's root.",
  ],
};
