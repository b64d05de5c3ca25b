import { type EnrollmentMethod, isEnrollmentMethod, METHOD_RULES } from "../../../../core/index.ts";
import { type Diagnostic, error } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import type { Config } from "../../../framework/resource.ts";
import type { Planning } from "../../../framework/spec.ts";
import { Unknown } from "../../../framework/value.ts";
import type { ProfileAttributes } from "./attributes.ts";

type Wishes = Planning<Config<ProfileAttributes>>;

/** Rules between arguments; what is not known yet is passed over. */
export function validateProfile(config: Wishes): readonly Diagnostic[] {
  const method = config.enrollment_method;
  return [
    ...(config.connector === null ? [NO_CONNECTOR] : []),
    ...exactlyOne(config, "organization", "organization_id"),
    ...(method === "acme" && config.scm_profile === null && config.scm_profile_id === null
      ? []
      : exactlyOne(config, "scm_profile", "scm_profile_id")),
    ...judgeAccountName(config),
    ...(typeof method === "string" && isEnrollmentMethod(method) ? judgeMethod(config, method) : []),
    ...judgeAuthentication(config),
  ];
}

const NO_CONNECTOR = error(
  "A profile needs a connector",
  "Name the one that its certificates are enrolled through: connector = sectigo_connector.<name>.ref.",
  path("connector"),
);

function exactlyOne(
  config: Wishes,
  name: "organization" | "scm_profile",
  id: "organization_id" | "scm_profile_id",
): readonly Diagnostic[] {
  const given = [name, id].filter((each) => config[each as typeof name] !== null);
  if (given.length === 1) return [];
  // Unknown counts as given: null it can't become in both, and the plan looks again.
  if (given.length === 2 && [config[name], config[id]].some((value) => value instanceof Unknown)) return [];
  const found = given.length === 0 ? "neither is given" : "both are given";
  return [
    error(`One of ${name} and ${id} is needed, ${found}`, `Give the name or the id, not both.`, path(name)),
  ];
}

function judgeMethod(config: Wishes, method: EnrollmentMethod): readonly Diagnostic[] {
  const { remote } = METHOD_RULES[method];
  const takes = {
    sensor: method === "sensor",
    web_form: remote?.kind === "webForm",
    acme: remote?.kind === "acmeAccount",
  };
  const needs = { sensor: takes.sensor, web_form: method === "browser_pkcs12", acme: takes.acme };
  const names = ["sensor", "web_form", "acme"] as const;
  return [
    ...names
      .filter((name) => needs[name] && config[name] === null)
      .map((name) =>
        error(`The enrollment method ${method} needs ${name}`, WHY[name], path("enrollment_method")),
      ),
    ...names
      .filter((name) => !takes[name] && isGiven(config[name]))
      .map((name) =>
        error(
          `The enrollment method ${method} has no ${name}`,
          `People who use this method ${METHOD_RULES[method].summary}. Leave ${name} out.`,
          path(name),
        ),
      ),
    ...judgeApproval(config, method),
  ];
}

const WHY = {
  sensor: "Name the one sensor by which its orders go.",
  web_form: "The web form is where people enroll: name its endpoint, and give an access code or idp_rules.",
  acme: 'Name the ACME server at which its clients order: acme = { server = "…" }.',
} as const;

const LEAST_NAME = 3;
const MOST_NAME = 128;

/** The account takes the profile's name where it has none of its own. */
function judgeAccountName({ name, web_form: form, acme }: Wishes): readonly Diagnostic[] {
  if (typeof name !== "string") return [];
  const isFit = name.length >= LEAST_NAME && name.length <= MOST_NAME;
  const account = isFit ? undefined : [form, acme].find((each) => each !== null);
  if (account === undefined || account instanceof Unknown || account.account_name !== null) return [];
  const argument = account === form ? "web_form" : "acme";
  return [
    error(
      `The profile's name "${name}" can't be that of its account in SCM`,
      `SCM takes ${LEAST_NAME} to ${MOST_NAME} characters, ${name.length} are given. Give ${argument}.account_name.`,
      path("name"),
    ),
  ];
}

/** Those who find the address of a web form must not get certificates for the asking. */
function judgeApproval(config: Wishes, method: EnrollmentMethod): readonly Diagnostic[] {
  const form = config.web_form;
  if (form === null || form instanceof Unknown) return [];
  const isOpen = form.idp_rules === null && config.access_code_wo === null;
  if (form.auto_approve === true && method === "admin_web_request")
    return [
      error(
        "auto_approve does not go with the enrollment method admin_web_request",
        "An administrator decides on each request there. Leave auto_approve out, or use the method csr.",
        path("web_form"),
      ),
    ];
  if (form.auto_approve === true && isOpen)
    return [
      error(
        "auto_approve needs an access code or idp_rules",
        "Without them anybody who finds the web form's address would get certificates. Give access_code_wo or idp_rules, or leave auto_approve out.",
        path("web_form"),
      ),
    ];
  if (method === "browser_pkcs12" && isOpen)
    return [
      error(
        "The enrollment method browser_pkcs12 needs an access code or idp_rules",
        "The web form hands out keys. Give access_code_wo, from an ephemeral resource or variable, or idp_rules.",
        path("web_form"),
      ),
    ];
  return [];
}

function judgeAuthentication(config: Wishes): readonly Diagnostic[] {
  const { access_code_wo: code, access_code_wo_version: version, web_form: form } = config;
  if (code === null && version === null) return [];
  if (form === null)
    return [
      error(
        "An access code needs web_form",
        "It is asked for at the web form. Leave it out, or add web_form.",
        path("access_code_wo"),
      ),
    ];
  if (!(form instanceof Unknown) && form.idp_rules !== null)
    return [
      error(
        "An access code and idp_rules exclude each other",
        "SCM asks for one of them. Leave the other out.",
        path("access_code_wo"),
      ),
    ];
  if (code !== null && version === null)
    return [
      error(
        "access_code_wo needs access_code_wo_version",
        "Terraform does not store the code, so only the version tells that there is a new one. Start with 1.",
        path("access_code_wo_version"),
      ),
    ];
  return [];
}

function isGiven(value: unknown): boolean {
  return value !== null && !(value instanceof Unknown);
}
