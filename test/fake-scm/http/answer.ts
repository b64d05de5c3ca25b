import type { ScmError } from "../errors.ts";

/** What goes back over the wire. `json` is written at the very end, when it is settled how empty members look. */
export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly bytes?: Buffer;
  /** Rows of a report; written as they come, since all of them may not fit into one string. */
  readonly rows?: Iterable<unknown>;
};

/** 200 with a JSON body. Members that are undefined count as empty. */
export function json(body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 200, json: body, headers };
}

export const noContent: Answer = { status: 204 };
export const emptyOk: Answer = { status: 200 };

/** 201 without a body; the new id ends the absolute Location. */
export function created(location: string): Answer {
  return { status: 201, headers: { Location: location } };
}

/** SCM's own refusal. */
export function refusal(error: ScmError): Answer {
  return { status: error.status, json: { code: error.code, description: error.message } };
}

/** What the web server in front of SCM says when it knows no such address: HTML, as gateways do. */
export function edgeAnswer(status: number, title: string): Answer {
  const page = `<html><head><title>${status} ${title}</title></head><body><h1>${title}</h1></body></html>`;
  return { status, bytes: Buffer.from(page), headers: { "Content-Type": "text/html" } };
}
