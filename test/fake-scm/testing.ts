import { deflateRawSync } from "node:zlib";
import { fieldsOf } from "./fields-of.ts";
import type { FakeScmChoices } from "./options.ts";
import { type FakeScm, startFakeScm } from "./server.ts";
import { makeCsr } from "./x509/make-csr.ts";

/** Tools of the fake's own tests: a bare caller, a CSR, and a server that ends with the test. */

export { type KeyKind, makeCsr } from "./x509/make-csr.ts";

/** An answer, read whole. */
export type Reply = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
};

export type Caller = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Reply>;

/** A fake for one test, with a caller that signs in as any of its administrators. */
export type TestScm = FakeScm & {
  readonly call: Caller;
  readonly as: (login: string) => Caller;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

/** Starts a fake that issues at once; `await using` ends it. */
export async function testScm(choices: FakeScmChoices = {}): Promise<TestScm> {
  const fake = await startFakeScm({ issueDelayMs: 0, ...choices });
  const as = (login: string): Caller => {
    const password = fake.logins.find((known) => known.login === login)?.password ?? "";
    return callerOf(fake.apiUrl, { login, password, customerUri: fake.customerUri });
  };
  return { ...fake, as, call: as(fake.username), [Symbol.asyncDispose]: fake.close };
}

/** A caller with fixed headers. `body` is sent as JSON unless it is text or octets already. */
export function callerOf(apiUrl: string, fixed: Record<string, string>): Caller {
  return async (method, path, body, headers = {}) => {
    const isRaw = typeof body === "string" || body instanceof Uint8Array || body instanceof FormData;
    const response = await fetch(`${apiUrl}${path}`, {
      method,
      headers: {
        ...fixed,
        ...(isRaw ? {} : { "Content-Type": "application/json;charset=utf-8" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
    });
    const text = Buffer.from(await response.arrayBuffer()).toString("latin1");
    const isJson = method !== "HEAD" && (response.headers.get("content-type")?.includes("json") ?? false);
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? JSON.parse(text) : undefined,
    };
  };
}

/** A complete enroll body for the first organization and the public profile. */
export function enrollBody(commonName: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { orgId: 7003, csr: makeCsr(commonName).csr, certType: 3312, term: 199, ...more };
}

/** Enrolls and answers the new id. */
export async function enroll(
  scm: Pick<TestScm, "call">,
  commonName: string,
  more: Record<string, unknown> = {},
): Promise<number> {
  const reply = await scm.call("POST", "/ssl/v1/enroll", enrollBody(commonName, more));
  return Number(fieldsOf(reply.json).sslId);
}

/** A zip archive of deflated files, just enough to be read again. */
export function zipOf(files: Readonly<Record<string, Buffer>>): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    entries.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, ...entries, end]));
}
