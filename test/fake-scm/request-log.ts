import type { LoginKind } from "./http/call.ts";

/** One request as it may be shown: no password, no token, no key, and of other texts only what tests need. */
export type LoggedRequest = {
  readonly sequence: number;
  readonly method: string;
  /** As sent, with the prefix. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Members of a JSON body, masked; or its length in octets when it is anything else. */
  readonly body: unknown;
  readonly login: string | null;
  readonly loginKind: LoginKind | "none";
  /** Names of all headers, sorted: what was sent can be judged without its values. */
  readonly headerNames: readonly string[];
  readonly userAgent: string | null;
  /** Null until answered, and for ever when the connection was dropped. */
  status: number | null;
  /** Length of the answer's body so far as it was written. */
  answerBytes: number;
  /** Kind of the planted fault it met. */
  fault: string | null;
};

/** Members whose text may stand in the log. Everything else shows its type and length only. */
const SHOWN = new Set(
  (
    "orgId orgID certType certTypeId term subjAltNames subjectAlternativeNames commonName comments externalRequester " +
    "dcvMode reason reasonCode sslId message name value state daysBeforeExpiration serialNumber issuer certId " +
    "organizationIds certificateStatus certificateDateAttribute from to domain status requester " +
    "organizationId acmeServer profileIds csrGenerationMethod accountAuthMethod autoApprove uriExtension endpointType type"
  ).split(" "),
);

/** Requests in order of arrival; the newest hundred thousand are kept. */
export class RequestLog {
  #requests: LoggedRequest[] = [];
  #last = 0;

  add(request: Omit<LoggedRequest, "sequence">): LoggedRequest {
    this.#last += 1;
    const logged = { sequence: this.#last, ...request };
    this.#requests.push(logged);
    if (this.#requests.length > 100_000) this.#requests = this.#requests.slice(-50_000);
    return logged;
  }

  get requests(): readonly LoggedRequest[] {
    return this.#requests;
  }

  clear(): void {
    this.#requests = [];
  }
}

/** Shows a body by allow-list. */
export function maskBody(body: Buffer): unknown {
  if (body.length === 0) return null;
  if (body.length > 100_000) return `${body.length} octets`;
  try {
    return maskValue("", JSON.parse(body.toString("utf8")));
  } catch (error) {
    if (error instanceof SyntaxError) return `${body.length} octets`;
    throw error;
  }
}

function maskValue(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry) => maskValue(name, entry));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, maskValue(key, entry)]));
  }
  if (SHOWN.has(name) || value === null || typeof value === "boolean") return value;
  return typeof value === "string" ? `text of ${value.length}` : typeof value;
}
