import { describe, expect, it } from "vitest";
import { NoConnection, TunnelRefused } from "./tunnel.ts";
import { sortFault } from "./wire-fault.ts";

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
    ["a certificate of an unknown issuer", { code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" }, "tls", false],
    ["a name that the certificate lacks", { code: "ERR_TLS_CERT_ALTNAME_INVALID" }, "tls", false],
    ["a certificate that is not for servers", { code: "INVALID_PURPOSE" }, "tls", false],
    ["an authority that may not issue", { code: "INVALID_CA" }, "tls", false],
    ["a chain that is too long for its authority", { code: "PATH_LENGTH_EXCEEDED" }, "tls", false],
    ["a revocation list that has ended", { code: "CRL_HAS_EXPIRED" }, "tls", false],
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

  it.each([
    [new NoConnection("proxy", failed({ code: "ECONNREFUSED" })), "refused", "proxy"],
    [new NoConnection("proxy", failed({ code: "UND_ERR_SOCKET" })), "reset", "proxy"],
    [new NoConnection("tunnel", failed({ code: "EPROTO" })), "tls", "tunnel"],
    [new NoConnection("tunnel", failed({ code: "ENEW" })), "reset", "tunnel"],
    [new NoConnection("proxy", new TunnelRefused(503)), "proxy_refused", "proxy"],
  ])("knows that nothing was sent where no connection came about: %s", (error, kind, stage) => {
    expect(sortFault(error)).toMatchObject({ kind, stage, wasSent: false });
  });

  it.each([
    [502, false],
    [503, false],
    [504, false],
    [403, true],
    [407, true],
  ])("takes a proxy's %i for lasting: %s", (status, isLasting) => {
    expect(sortFault(new NoConnection("proxy", new TunnelRefused(status)))).toMatchObject({ isLasting });
  });
});
