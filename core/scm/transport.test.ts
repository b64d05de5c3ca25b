import { describe, expect, it } from "vitest";
import { rawServer, reply } from "../../test/support/raw-server.ts";
import { createTransport, sortFault, type WireRequest } from "./transport.ts";

const wire: WireRequest = {
  method: "GET",
  path: "/",
  headers: {},
  body: null,
  freshConnection: false,
  timeoutMs: 5000,
};
const open = new AbortController().signal;

describe("sortFault", () => {
  const failed = (facts: object): Error => Object.assign(new Error("x"), facts);
  it.each([
    ["ECONNREFUSED", { code: "ECONNREFUSED" }, "refused", false],
    ["an unreachable host", { code: "EHOSTUNREACH" }, "refused", false],
    ["a name that does not resolve", { code: "ENOTFOUND" }, "dns", false],
    ["a name server that is down", { code: "EAI_AGAIN" }, "dns", false],
    ["a connect that takes too long", { code: "UND_ERR_CONNECT_TIMEOUT" }, "connect_timeout", false],
    [
      "the system's own limit while connecting",
      { code: "ETIMEDOUT", syscall: "connect" },
      "connect_timeout",
      false,
    ],
    [
      "several addresses that all refuse",
      { code: "X", errors: [{ syscall: "connect" }, { syscall: "connect" }] },
      "refused",
      false,
    ],
    [
      "several addresses of which one was written to",
      { code: "X", errors: [{ syscall: "connect" }, { syscall: "write" }] },
      "reset",
      true,
    ],
    ["an expired server certificate", { code: "CERT_HAS_EXPIRED" }, "tls", false],
    ["a certificate of nobody known", { code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" }, "tls", false],
    ["a name that the certificate lacks", { code: "ERR_TLS_CERT_ALTNAME_INVALID" }, "tls", false],
    [
      "an alert, which may come after the request",
      { code: "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED" },
      "tls",
      true,
    ],
    ["a server that speaks no TLS", { code: "EPROTO" }, "tls", true],
    ["the system's own limit while waiting", { code: "ETIMEDOUT", syscall: "read" }, "timeout", true],
    ["headers that do not come", { code: "UND_ERR_HEADERS_TIMEOUT" }, "timeout", true],
    ["a closed socket", { code: "UND_ERR_SOCKET" }, "reset", true],
    ["fewer octets than announced", { code: "UND_ERR_RES_CONTENT_LENGTH_MISMATCH" }, "truncated", true],
    ["something never heard of", { code: "ENEW" }, "reset", true],
    ["an error without a code", {}, "reset", true],
  ] as const)("sorts %s", (_name, facts, kind, wasSent) => {
    expect(sortFault(failed(facts))).toMatchObject({ kind, wasSent });
  });

  it.each([undefined, null, "text", 7])("sorts %j too, as sent", (thrown) => {
    expect(sortFault(thrown)).toMatchObject({ kind: "reset", wasSent: true });
  });

  it("lets go of what an HTTP parser had received", () => {
    const fault = sortFault(failed({ name: "HTTPParserError", data: "hunter2" }));
    expect(fault).toMatchObject({ kind: "malformed", cause: undefined });
  });
});

describe("createTransport", () => {
  it("returns any complete answer, redirects included, with headers in lower case", async () => {
    await using server = await rawServer(
      ({ socket }) => void socket.write(reply(302, "", { Location: "https://evil.test" })),
    );
    const transport = createTransport({ origin: server.url, connections: 1 });
    expect(await transport.send(wire, open)).toMatchObject({
      ok: true,
      answer: { status: 302, headers: { location: "https://evil.test" } },
    });
    expect(server.requests).toHaveLength(1);
    await transport.close();
  });

  it.each([
    ["announced", "content-length: 5000\r\n"],
    ["found on the way", "connection: close\r\n"],
  ])("ends an answer that is larger than allowed, %s", async (_name, header) => {
    await using server = await rawServer(({ socket }) => {
      socket.end(`HTTP/1.1 200 OK\r\n${header}\r\n${"x".repeat(5000)}`);
    });
    const transport = createTransport({ origin: server.url, connections: 1 });
    const send = (largestAnswerBytes: number) => transport.send({ ...wire, largestAnswerBytes }, open);
    expect(await send(4999)).toMatchObject({ ok: false, fault: { kind: "too_large", wasSent: true } });
    expect(await send(5000)).toMatchObject({ ok: true });
    await transport.close();
  });

  it("ends what is under way when it is closed, and refuses what comes later", async () => {
    await using server = await rawServer(() => undefined);
    const transport = createTransport({ origin: server.url, connections: 1 });
    const under = transport.send(wire, open);
    while (server.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await transport.close();
    expect(await under).toMatchObject({ ok: false });
    const late = await transport.send(wire, open);
    expect(late).toMatchObject({
      ok: false,
      fault: { kind: "stopped", wasSent: false, detail: "cancelled.closed" },
    });
  });
});
