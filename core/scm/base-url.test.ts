import { describe, expect, it } from "vitest";
import { judgeBaseUrl, judgeHost } from "./base-url.ts";

describe("judgeBaseUrl", () => {
  it.each([
    "https://cert-manager.com",
    "https://cert-manager.com/",
    "https://cert-manager.com/api",
    "https://cert-manager.com/api/",
    "https://cert-manager.com/api/ssl",
    "https://cert-manager.com/api/ssl/v1/",
    "https://cert-manager.com/private",
    "https://cert-manager.com/private/",
    "https://cert-manager.com/private/api/",
    "HTTPS://CERT-MANAGER.COM/API",
    " https://cert-manager.com ",
  ])("takes %j as Sectigo's own", (text) => {
    expect(judgeBaseUrl(text, [])).toEqual({
      ok: true,
      origin: "https://cert-manager.com",
      path: "",
      isLoopback: false,
    });
  });

  it.each([
    ["https://hard.cert-manager.com", "https://hard.cert-manager.com"],
    ["https://admin.enterprise.sectigo.com/api", "https://admin.enterprise.sectigo.com"],
    ["http://127.0.0.1:8080/api", "http://127.0.0.1:8080"],
    ["http://[::1]:8080", "http://[::1]:8080"],
    ["http://localhost:1/private", "http://localhost:1"],
    ["https://cert-manager.com:443/", "https://cert-manager.com"],
  ])("takes %j", (text, origin) => {
    expect(judgeBaseUrl(text, [])).toMatchObject({ ok: true, origin });
  });

  it.each([
    ["http://cert-manager.com", /plain http/],
    ["http://example.test", /plain http/],
    ["https://example.test", /not one of Sectigo's hosts/],
    ["https://cert-manager.com.evil.test", /not one of Sectigo's hosts/],
    ["https://evilcert-manager.com", /not one of Sectigo's hosts/],
    ["https://sectigo.com.evil.test/", /not one of Sectigo's hosts/],
    ["https://127.0.0.1.evil.test", /not one of Sectigo's hosts/],
    ["http://127.evil.test", /plain http/],
    ["https://user:pw@cert-manager.com", /user name or password/],
    ["https://cert-manager.com@evil.test", /user name or password/],
    ["https://cert-manager.com\\@evil.test", /not an address/],
    ["https:cert-manager.com", /not an address/],
    ["cert-manager.com", /not an address/],
    ["ftp://cert-manager.com", /not an address/],
    ["", /not an address/],
    ["https://cert-manager.com/?x=1", /query/],
    ["https://cert-manager.com/#x", /query or fragment/],
    ["https://cert-manager.com/customer/acme/ssl", /web portal/],
    ["https://cert-manager.com/portal", /unknown path/],
  ])("refuses %j", (text, reason) => {
    expect(judgeBaseUrl(text, [])).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
  });

  it("names the customer URI when a user pastes the portal's address", () => {
    const verdict = judgeBaseUrl("https://cert-manager.com/customer/acme-corp", []);
    expect(verdict).toMatchObject({
      ok: false,
      hint: expect.stringContaining('"acme-corp" as customer URI'),
    });
  });

  it("never repeats an address that may hold a password", () => {
    for (const text of ["ftp://svc:hunter2@host", "https://svc:hunter2@cert-manager.com"]) {
      expect(JSON.stringify(judgeBaseUrl(text, []))).not.toContain("hunter2");
    }
  });

  it("goes to a host that the operator listed, with its path, by name or by name and port", () => {
    for (const list of [["scm.corp.test"], [" SCM.corp.TEST "], ["scm.corp.test:8443"]]) {
      expect(judgeBaseUrl("https://scm.corp.test:8443/sectigo/api/", list)).toEqual({
        ok: true,
        origin: "https://scm.corp.test:8443",
        path: "/sectigo",
        isLoopback: false,
      });
    }
  });

  it("does not take a listed host for its subdomains, another port or plain http", () => {
    expect(judgeBaseUrl("https://x.scm.corp.test", ["scm.corp.test"]).ok).toBe(false);
    expect(judgeBaseUrl("https://scm.corp.test:9", ["scm.corp.test:8443"]).ok).toBe(false);
    expect(judgeBaseUrl("http://scm.corp.test", ["scm.corp.test"]).ok).toBe(false);
    expect(judgeBaseUrl("https://anything.test", ["", " "]).ok).toBe(false);
  });
});

describe("judgeHost", () => {
  it("keeps the path of a token address", () => {
    expect(judgeHost("https://auth.sso.sectigo.com/auth/realms/x/token", [])).toMatchObject({
      ok: true,
      path: "/auth/realms/x/token",
    });
  });
});
