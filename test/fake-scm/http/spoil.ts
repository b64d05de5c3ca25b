import type { Fault } from "../faults.ts";
import type { EmptyMembers } from "../options.ts";
import { type Answer, edgeAnswer } from "./answer.ts";
import { type BodyStyle, writeJson } from "./shape.ts";

const JSON_TYPE = "application/json;charset=UTF-8";

/** An answer as it goes out. */
export type Wire = {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
  /** Sent instead of the body, piece by piece. */
  readonly pieces?: Iterable<string>;
  /** Octets to send before the connection is dropped; undefined sends all. */
  readonly cutAt?: number;
};

/** The answer that takes the place of the work, for faults that keep SCM from doing it; undefined lets it be done. */
export function answerInstead(fault: Fault | undefined): Answer | undefined {
  if (fault?.kind === "html") return edgeAnswer(fault.status ?? 502, "Proxy Error");
  if (fault?.kind === "empty") return { status: fault.status ?? 200, bytes: Buffer.alloc(0) };
  if (fault?.kind !== "status") return undefined;
  const headers = fault.retryAfter === undefined ? {} : { "Retry-After": String(fault.retryAfter) };
  const status = fault.status ?? 503;
  if (fault.code === undefined) return { status, bytes: Buffer.alloc(0), headers };
  return { status, json: { code: fault.code, description: fault.description ?? "Planted fault" }, headers };
}

/** Writes an answer out, spoilt as the fault asks for. */
export function toWire(answer: Answer, fault: Fault | undefined, empty: EmptyMembers): Wire {
  const kind = fault?.kind;
  const style = bodyStyle(kind, empty);
  const { status } = answer;
  const headers: Record<string, string> = { ...answer.headers };
  if (kind === "no-total-count") delete headers["X-Total-Count"];
  if (answer.rows || answer.json !== undefined) headers["Content-Type"] ??= JSON_TYPE;
  if (answer.rows && kind !== "truncated") {
    return { status, headers, body: Buffer.alloc(0), pieces: reportPieces(answer.rows, kind, style) };
  }
  const body = answer.rows
    ? Buffer.from([...reportPieces(answer.rows, kind, style)].join(""))
    : bodyOf(answer, kind, style);
  const wire = { status, headers, body };
  return kind === "truncated" ? { ...wire, cutAt: Math.floor(body.length / 2) } : wire;
}

function bodyOf({ json, bytes }: Answer, kind: Fault["kind"] | undefined, style: BodyStyle): Buffer {
  if (json !== undefined) return Buffer.from(writeJson(spoilJson(json, kind), style));
  const body = bytes ?? Buffer.alloc(0);
  return kind === "crlf" ? Buffer.from(body.toString("latin1").replace(/\r?\n/g, "\r\n"), "latin1") : body;
}

function* reportPieces(
  rows: Iterable<unknown>,
  kind: Fault["kind"] | undefined,
  style: BodyStyle,
): Generator<string> {
  let text = '{"statusCode":0,"reports":[';
  let isFirst = true;
  for (const row of rows) {
    text += (isFirst ? "" : ",") + writeJson(spoilJson(row, kind), style);
    isFirst = false;
    if (text.length > 100_000) {
      yield text;
      text = "";
    }
  }
  yield `${text}]}`;
}

function bodyStyle(kind: Fault["kind"] | undefined, empty: EmptyMembers): BodyStyle {
  if (kind === "null-members") return { empty: "null", extra: false };
  if (kind === "empty-members") return { empty: "empty-string", extra: false };
  return { empty, extra: kind === "extra-members" };
}

function spoilJson(json: unknown, kind: Fault["kind"] | undefined): unknown {
  if (kind === "short-page" && Array.isArray(json)) return json.slice(0, Math.ceil(json.length / 2));
  if (kind === "empty-page" && Array.isArray(json)) return [];
  if (kind === "other-serial") return withOtherSerial(json);
  if (kind !== "unknown-status") return json;
  if (Array.isArray(json)) return json.map((entry) => spoilJson(entry, kind));
  return typeof json === "object" && json !== null && "status" in json
    ? { ...json, status: "Quarantined" }
    : json;
}

function withOtherSerial(json: unknown): unknown {
  const isRecord = typeof json === "object" && json !== null && "serialNumber" in json;
  return isRecord ? { ...json, serialNumber: "0B:AD:5E:71:A1" } : json;
}
