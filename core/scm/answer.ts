import * as z from "zod/mini";
import type { WireAnswer } from "./transport.ts";

/** A decoded value, or what is wrong with the answer, in words without any of its content. */
export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly slug: string; readonly says: string };

export type Decoder<T> = (answer: WireAnswer) => Decoded<T>;

function bad(slug: string, says: string): Decoded<never> {
  return { ok: false, slug, says };
}

function first(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  return start.replace(/^ï»¿/, "").trimStart().charAt(0);
}

/** Whether a gateway or portal answered in SCM's place: some of them label their pages wrongly, so look inside too. */
export function isHtml(answer: WireAnswer): boolean {
  return first(answer.body) === "<" || /\b(html|xml)\b/i.test(answer.headers["content-type"] ?? "");
}

function charset(answer: WireAnswer): string {
  return /charset="?([\w-]+)"?/i.exec(answer.headers["content-type"] ?? "")?.[1] ?? "utf-8";
}

function decodeText(answer: WireAnswer): Decoded<string> {
  try {
    return { ok: true, value: new TextDecoder(charset(answer), { fatal: true }).decode(answer.body) };
  } catch {
    // Both an unknown charset and a wrong byte land here; the exception says no more than that.
    return bad("encoding", "the answer is not text in the character set it names");
  }
}

/** Values in a small answer, however small each is. */
const MOST_SMALL_VALUES = 20_000;
/** Octets that a value takes on average, with its name and its marks; SCM's own take twice as many. */
const LEAST_VALUE_BYTES = 8;

/**
 * Whether the answer has far more values than an answer of that length has: 90 MB of empty objects take 23 GB and minutes
 * to read, so octets alone do not limit it. Each value but the first of a list follows a comma or opens a bracket.
 */
function isBomb(body: Uint8Array): boolean {
  const most = Math.max(MOST_SMALL_VALUES, body.length / LEAST_VALUE_BYTES);
  let values = 0;
  for (const byte of body) if (byte === 0x2c || byte === 0x7b || byte === 0x5b) values += 1;
  return values > most;
}

/** Reads JSON whatever the content type says, since gateways and mocks label it freely. */
function readJson(answer: WireAnswer): Decoded<unknown> {
  const encoding = answer.headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") return bad("compressed", "the answer is compressed, which was not asked for");
  const text = decodeText(answer);
  if (!text.ok) return text;
  if (text.value.trim() === "") return bad("empty", "the answer is empty where JSON was expected");
  if (isHtml(answer))
    return bad("html", "a web page came instead of JSON; a gateway or portal answered in SCM's place");
  if (isBomb(answer.body)) return bad("shape", "the answer has more members than any answer of SCM");
  try {
    const value: unknown = JSON.parse(text.value);
    return { ok: true, value };
  } catch {
    // The exception quotes the body, so it goes no further.
    const length = answer.body.length;
    return bad(
      "not_json",
      `the answer is not complete JSON (${length} bytes); it may have been cut off on the way`,
    );
  }
}

/** "[3].sslId": where in the answer, never what. */
function place(path: readonly PropertyKey[]): string {
  const text = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  return text.replace(/^\./, "") || "the whole answer";
}

/** The first fault only, by its place and what was expected there. */
export function shapeFault(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  const expected =
    issue?.code === "invalid_type" ? `${issue.expected} expected` : (issue?.message ?? "unknown fault");
  return `${place(issue?.path ?? [])} is not what SCM's reference promises: ${expected}`;
}

/** Decodes JSON by a schema. */
export function jsonDecoder<T>(schema: z.ZodMiniType<T>): Decoder<T> {
  return (answer) => {
    const json = readJson(answer);
    if (!json.ok) return json;
    const parsed = schema.safeParse(json.value);
    return parsed.success ? { ok: true, value: parsed.data } : bad("shape", shapeFault(parsed.error));
  };
}

/** For calls whose answer has no content: what stands in it is ignored, except a page that is not SCM's. */
export const noContent: Decoder<null> = (answer) =>
  isHtml(answer)
    ? bad("html", "a web page came instead of SCM's answer; a gateway or portal answered in its place")
    : { ok: true, value: null };

/** 201 with `Location`, whose last part is the new id; null where SCM leaves it out or the id is not a number. */
export const createdId: Decoder<number | null> = (answer) => {
  const read = noContent(answer);
  if (!read.ok) return read;
  const last = /\/(\d{1,15})\/?$/.exec(answer.headers.location ?? "")?.[1];
  return { ok: true, value: last === undefined ? null : Number(last) };
};

const errorBody = z.object({
  // Sectigo documents an integer; some gateways and mocks send it as text.
  code: z.optional(z.union([z.number(), z.string()])),
  description: z.optional(z.string()),
  message: z.optional(z.string()),
  error: z.optional(z.string()),
  error_description: z.optional(z.string()),
});

/** What a refusal says about itself; code and words are absent when it says nothing we can read. */
export interface RefusalWords {
  readonly vendorCode: number | undefined;
  readonly words: string | undefined;
  /** It is JSON that ends before its end, so that SCM's reason was lost on the way. */
  readonly isCutOff?: boolean;
}

/** PEM, or DER of a sequence. JSON that begins so is a number, and read as JSON each certificate would cost an exception. */
function isCertificate({ body }: WireAnswer): boolean {
  return ["-", "0"].includes(first(body));
}

/** Reads `{"code": …, "description": …}` or what resembles it; anything else is nothing, since the status stands. */
export function readRefusal(answer: WireAnswer): RefusalWords {
  const nothing = { vendorCode: undefined, words: undefined };
  if (answer.body.length === 0 || isHtml(answer) || isCertificate(answer)) return nothing;
  const json = readJson(answer);
  if (!json.ok && first(answer.body) === "{") return { ...nothing, isCutOff: true };
  const parsed = errorBody.safeParse(json.ok ? json.value : null);
  if (!parsed.success) return nothing;
  const { code, description, message, error_description, error } = parsed.data;
  const number = typeof code === "string" && /^-?\d+$/.test(code) ? Number(code) : code;
  return {
    vendorCode: typeof number === "number" && Number.isSafeInteger(number) ? number : undefined,
    words: [description, message, error_description, error].find(
      (text) => text !== undefined && text.trim() !== "",
    ),
  };
}
