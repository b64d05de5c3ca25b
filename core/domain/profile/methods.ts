/** How certificates of a profile come about; each profile has exactly one. */
export const ENROLLMENT_METHODS = [
  "admin_web_request",
  "browser_pkcs12",
  "csr",
  "agent",
  "sensor",
  "rest_api",
  "acme",
] as const;

export type EnrollmentMethod = (typeof ENROLLMENT_METHODS)[number];

/** Inputs of a certificate of which a method takes some and refuses the others. */
export type MethodInput = "csr_pem" | "private_key" | "private_key_wo" | "sensor";

/** What SCM holds for a profile, beside nothing at all. */
type RemoteObject =
  | { readonly kind: "webForm"; readonly keyMadeBy: "requester" | "browser" }
  | { readonly kind: "acmeAccount" };

/** One row of the table of methods. */
interface MethodRule {
  /** Completes "people who use this method …". */
  readonly summary: string;
  /** Inputs that a certificate may have; null when certificates of this method are not ordered by us at all. */
  readonly inputs: readonly MethodInput[] | null;
  /** One of these has to be there; empty when none is needed. */
  readonly oneOf: readonly MethodInput[];
  /** Where certificates come from instead, and what to do; null where we order them. */
  readonly elsewhere: string | null;
  readonly remote: RemoteObject | null;
}

const ANY_KEY = ["csr_pem", "private_key", "private_key_wo"] as const;

/** The table of methods: what each takes, what it refuses, and what it keeps in SCM. */
export const METHOD_RULES: Readonly<Record<EnrollmentMethod, MethodRule>> = {
  admin_web_request: {
    summary: "bring a CSR; an administrator decides on the request",
    inputs: ["csr_pem"],
    oneOf: ["csr_pem"],
    elsewhere: null,
    remote: { kind: "webForm", keyMadeBy: "requester" },
  },
  browser_pkcs12: {
    summary: "enroll in their browser, which makes the key and hands out a PKCS#12 file",
    inputs: null,
    oneOf: [],
    elsewhere:
      "People enroll at the profile's `enrollment_url`. What they enroll is found by `data.sectigo_inventory` and can be " +
      "imported. For a PKCS#12 file of a key made here, use another method and the ephemeral `sectigo_pkcs12`.",
    remote: { kind: "webForm", keyMadeBy: "browser" },
  },
  csr: {
    summary: "bring a CSR and keep its key",
    inputs: ["csr_pem"],
    oneOf: ["csr_pem"],
    elsewhere: null,
    remote: { kind: "webForm", keyMadeBy: "requester" },
  },
  agent: {
    summary: "run the GitHub Action on the host itself, where key and certificate stay",
    inputs: null,
    oneOf: [],
    elsewhere:
      "Run the GitHub Action in agent mode on the host: it makes the key there and writes the files. A certificate that " +
      "it enrolled can be imported.",
    remote: null,
  },
  sensor: {
    summary: "order by one named sensor only",
    inputs: [...ANY_KEY, "sensor"],
    oneOf: ANY_KEY,
    elsewhere: null,
    remote: null,
  },
  rest_api: {
    summary: "order by SCM's REST API, with a CSR or with a key made here",
    inputs: ANY_KEY,
    oneOf: ANY_KEY,
    elsewhere: null,
    remote: null,
  },
  acme: {
    summary: "use an ACME client, bound to the profile's account",
    inputs: null,
    oneOf: [],
    elsewhere:
      "Give an ACME client the profile's `acme_directory_url` and the credentials of the ephemeral " +
      "`sectigo_acme_credentials`. What it enrolls is found by `data.sectigo_inventory`.",
    remote: { kind: "acmeAccount" },
  },
};

/** Whether some text is one of the methods, spelled exactly. */
export function isEnrollmentMethod(text: string): text is EnrollmentMethod {
  return (ENROLLMENT_METHODS as readonly string[]).includes(text);
}

/** How much is known of an input: a plan may not know yet what it is, but that it is there. */
export type Presence = "absent" | "present" | "unknown";

export type PresentInputs = { readonly [Input in MethodInput]: Presence };

/** Why a certificate's inputs do not go with its profile's method. */
export interface InputFault {
  /** The input that is wrong; null when it is the method as such. */
  readonly input: MethodInput | null;
  readonly summary: string;
  readonly detail: string;
}

/**
 * Holds a certificate's inputs against its profile's method. An input that is not known yet is not judged.
 * @param purpose "keep" while a certificate that exists already is only kept: an imported one has no inputs, and may
 *   well belong to a method by which we don't order
 * @returns faults in the order of the inputs; empty when they fit
 */
export function judgeMethodInputs(
  method: EnrollmentMethod,
  inputs: PresentInputs,
  purpose: "order" | "keep" = "order",
): InputFault[] {
  const rule = METHOD_RULES[method];
  const given = (Object.keys(inputs) as MethodInput[]).filter((input) => inputs[input] === "present");
  if (rule.inputs === null) {
    const refused: InputFault = {
      input: given[0] ?? null,
      summary: `The profile's enrollment method is ${method}: certificates of it are not ordered here`,
      detail: rule.elsewhere ?? "",
    };
    return purpose === "order" || given.length > 0 ? [refused] : [];
  }
  const surplus = given.filter((input) => !rule.inputs?.includes(input));
  return [
    ...surplus.map((input) => surplusFault(method, input, rule)),
    ...(purpose === "order" ? lacking(method, inputs, rule) : []),
  ];
}

function surplusFault(method: EnrollmentMethod, input: MethodInput, { inputs }: MethodRule): InputFault {
  const takes = (inputs ?? []).join(", ");
  const others = ENROLLMENT_METHODS.filter((other) => METHOD_RULES[other].inputs?.includes(input));
  return {
    input,
    summary: `The profile's enrollment method ${method} takes no ${input}`,
    detail: `It takes ${takes}. Leave ${input} out, or use a profile with the method ${others.join(" or ")}.`,
  };
}

function lacking(method: EnrollmentMethod, inputs: PresentInputs, { oneOf }: MethodRule): InputFault[] {
  if (oneOf.length === 0 || oneOf.some((input) => inputs[input] !== "absent")) return [];
  return [
    {
      input: oneOf[0] ?? null,
      summary: `The profile's enrollment method ${method} needs ${oneOf.length > 1 ? "one of " : ""}${oneOf.join(", ")}`,
      detail: "None is given. Without one there is no key to certify.",
    },
  ];
}
