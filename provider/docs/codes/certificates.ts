import type { CodeTable } from "./table.ts";

/** What stands in the way in SCM. */
export const STATES: CodeTable = {
  account_exists: [
    "SCM has a web-form or ACME account of that name.",
    "Choose another name, or take it over with `adopt_existing = true`.",
  ],
  acme_credentials: [
    "SCM shows no credentials for the ACME account.",
    "See whether this administrator may view them.",
  ],
  acme_domains: [
    "SCM did not add or remove all domains of the ACME account.",
    "Delegate and validate them, or take them out.",
  ],
  auto_renewal: [
    "SCM itself will renew the certificate.",
    "Switch automatic renewal off in SCM, or have this provider never renew it.",
  ],
  days_left: [
    "A certificate has fewer days left than `fail-below-days` asks for.",
    "See in the log why it was not renewed.",
  ],
  clock_off: ["This machine's clock is more than a day off SCM's.", "Set the clock (NTP), then run again."],
  creation_unclear: [
    "Something was sent to be created, and SCM shows it not at all or twice.",
    "Look it up in SCM, remove what is too much, then apply again.",
  ],
  domain_exists: ["SCM has the domain already.", "Import it."],
  endpoint: [
    "The server does not show the new certificate.",
    "Check that the hook makes the server load the files again.",
  ],
  endpoint_ambiguous: ["SCM has several web forms of that name.", "Rename one, or name another."],
  hook_failed: ["The hook ended with an error.", "See its output; certificate and key are in place."],
  hook_timeout: ["The hook did not end in time.", "See its output; the next run runs it again."],
  inventory_incomplete: [
    "Part of the inventory could not be read, and `require-complete` asks for all of it.",
    "Each gap says why. Remedy that and run again, or leave `require-complete` out.",
  ],
  key_compromised: [
    "A certificate for this key was revoked as compromised.",
    "Make a new key and a new request.",
  ],
  key_elsewhere: [
    "A run before handed the certificate on, and its key went with its runner.",
    "Run where the key can stay, give a CSR, or set `on-lost-key: enroll`.",
  ],
  not_issued: [
    "The certificate is not issued, and will not be without help.",
    "Do what the error says about its status.",
  ],
  order_exists: [
    "SCM holds this order already.",
    "Import it by the id in the error, or set `order_key` to order another one.",
  ],
  order_unclear: [
    "SCM holds a request that may be this order.",
    "Import it, or have it approved or declined first.",
  ],
  order_unproved: [
    "SCM holds a request with this order's marker, and this login (OAuth2) can't tell whether it placed it.",
    "Have it approved or declined; once it is issued, its key tells. Or import it.",
  ],
  pending: [
    "A request that should go is still under way.",
    "Have it declined or approved, then destroy again.",
  ],
  replacement_under_way: [
    "A replacement is under way.",
    "Run again when SCM shows the certificate as issued.",
  ],
  same_order: [
    "Two resources order the same, or a plan revokes and orders the same.",
    "Remove one, give one its own `order_key`, or paste the `moved` block.",
  ],
  successor_ended: [
    "The renewal was declined or rejected.",
    "Have it corrected in SCM; a new one is enrolled at the hard deadline.",
  ],
  successor_missing: ["SCM no longer says that the certificate was renewed.", "Refresh, then plan again."],
  successor_other_key: [
    "The certificate was renewed outside, for another key.",
    "Import that one, or do nothing.",
  ],
  successor_untaken: [
    "A certificate was renewed, and its successor is not held yet; another enrollment would lose it.",
    "Set the configuration back and run again, which takes it over; then make the change.",
  ],
  successor_pending: ["A renewal is not issued yet.", "Have it approved if it waits, then run again."],
  successor_unclear: ["Several records may be the renewal.", "Look in SCM which one it is, and import it."],
  other_order: [
    "SCM answered an order with the id of another one, which was left alone.",
    "Forget it with `terraform state rm` and apply: the apply finds the order.",
  ],
  taken_over: [
    "Another configuration acts for this certificate.",
    "Remove the resource here, or set `order_key` for a certificate of its own.",
  ],
  validation_absent: ["No validation of the domain is under way.", "Run again: a new challenge is started."],
  validation_rejected: ["The CA refused the validation.", "Ask Sectigo's support about the domain."],
  validation_void: [
    "The validation was started again elsewhere.",
    "Run again, and publish the new challenge.",
  ],
};

/** What is wrong with a request or its import. */
export const REQUESTS: CodeTable = {
  change_refused: ["SCM refuses the change.", "Do what the error says."],
  common_name_ambiguous: ["Several certificates have the common name.", "Give `ssl_id` or `serial_number`."],
  common_name_missing: ["There is no common name for the request.", "Set `subject = { common_name = … }`."],
  csr_pem_missing: [
    "Nothing says for which key the certificate is.",
    "Set `csr_pem`, `private_key_wo` or `private_key`.",
  ],
  finding: ["The request, its names or its validations are not as they must be.", "Do what the error says."],
  import_id: [
    "The id to import is neither SCM's number nor a serial number.",
    "Write `12345` or `serial:4F0A77`.",
  ],
  import_identity: [
    "The identity to import has nothing, both, or no id of SCM's.",
    "Give one of `ssl_id` and `certificate_pem`.",
  ],
  organization_id_missing: [
    "Nothing says for which organization the certificate is.",
    "Pass the whole `ref` of a profile, or set `organization_id`.",
  ],
  profile_missing: ["Nothing says for which organization and SCM profile.", "Set `profile`, or both ids."],
  scm_profile_id_missing: [
    "Nothing says with which SCM profile to enroll.",
    "Pass the whole `ref` of a profile, or set `scm_profile_id`.",
  ],
  serial_ambiguous: ["Several certificates have the serial number.", "Give SCM's id."],
  term_unknown: [
    "The term is left out, and SCM does not show which ones the profile offers.",
    "Set `term_days`.",
  ],
};

/** What can't be found. */
export const MISSING: CodeTable = {
  common_name: ["SCM lists no certificate of that common name.", "Check the name, or give an id."],
  serial: ["SCM lists no certificate of that serial number.", "Check the number, or give an id."],
};

/** What takes its time. */
export const PENDING: CodeTable = {
  not_issued: [
    "SCM has accepted the order and has not issued it yet.",
    "Run again: it waits on and orders nothing.",
  ],
  validation: [
    "The CA has not found the proof of the domain yet.",
    "Check that it is public, then run again.",
  ],
};

/** Runs that were stopped. */
export const CANCELLED: CodeTable = {
  closed: ["The client was used after it was closed.", "Report this."],
  deadline: ["The time limit was reached.", "Raise the timeout, or run again to continue."],
  run: ["The workflow's run was cancelled.", "Run again: orders that went out are taken over."],
  stopped: ["The run was stopped before the order.", "Run again."],
};
