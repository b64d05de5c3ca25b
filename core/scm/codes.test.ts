import { describe, expect, it } from "vitest";
import { PLAIN_WORDS, textIn } from "../base/words.ts";
import { CALLS, type CallName, callRule } from "./calls.ts";
import { isPendingCode, meaningOf } from "./codes.ts";
import { privilegeOf } from "./privileges.ts";

describe("meaningOf", () => {
  it.each<[CallName, number, number | undefined, string]>([
    ["GET ssl", 401, -16, "login.refused"],
    ["GET ssl", 401, undefined, "login.refused"],
    ["GET ssl", 400, -16, "login.refused"],
    ["GET ssl", 401, -3, "login.refused"],
    ["GET ssl", 400, -970, "login.shut_out"],
    ["POST admin/changepassword", 400, -7306, "login.password_rule"],
    ["GET dcv", 400, -3, "privilege.not_authorized"],
    ["GET ssl", 403, undefined, "privilege.blocked"],
    ["POST ssl/enroll", 400, -1010, "privilege.domain_not_allowed"],
    ["POST ssl/enroll", 400, -36, "request.term_not_offered"],
    ["POST ssl/enroll", 400, -107, "state.dcv_missing"],
    ["POST ssl/enroll", 400, -9, "request.csr_unreadable"],
    ["POST ssl/enroll", 400, -141, "request.csr_key_size"],
    ["POST ssl/enroll", 400, -62, "request.custom_field_missing"],
    ["POST ssl/enroll", 400, -993, "privilege.orders_restricted"],
    ["POST ssl/enroll", 400, -1002, "contract.body_refused"],
    ["POST ssl/enroll", 422, -9999, "request.refused"],
    ["GET ssl/{sslId}", 404, -5101, "missing.certificate"],
    ["GET ssl/{sslId}", 404, undefined, "missing.object"],
    ["POST ssl/revoke/{sslId}", 400, -124, "missing.certificate"],
    ["GET ssl/collect/{sslId}", 400, -110, "state.revoked"],
    ["GET ssl/collect/{sslId}", 400, -192, "state.revoked"],
    ["POST ssl/renewById/{sslId}", 400, -180, "state.renewal_forbidden"],
    ["GET ssl", 400, -109, "outage.ca_unavailable"],
    ["GET ssl", 429, -3, "rate.limited"],
    ["GET ssl", 503, -36, "outage.server"],
    ["GET ssl", 302, undefined, "contract.redirect"],
    ["GET ssl", 407, undefined, "login.proxy"],
  ])("reads %s, HTTP %i, SCM %s as %s", (call, status, vendorCode, expected) => {
    const { kind, slug } = meaningOf(call, status, vendorCode);
    expect(`${kind}.${slug}`).toBe(expected);
  });

  it("gives codes with two meanings the one of the call", () => {
    const slug = (call: CallName, code: number): string => meaningOf(call, 400, code).slug;
    expect(slug("POST ssl/revoke/{sslId}", -159)).toBe("already_revoked");
    expect(slug("POST ssl/enroll", -159)).toBe("too_many_custom_fields");
    expect(slug("GET smime/{id}", -105)).toBe("person");
    expect(slug("POST ssl/renewById/{sslId}", -105)).toBe("renewal_failed");
  });

  it("has a sentence and a remedy for every code and status", () => {
    for (let code = -8000; code <= 10; code += 1) {
      const { says, hint } = meaningOf("POST ssl/enroll", 400, code);
      expect(says).toMatch(/^\S.*[^.]$/);
      expect(hint).toMatch(/^[A-Z].*\.$/);
    }
    for (let status = 300; status < 600; status += 1)
      expect(textIn(meaningOf("GET ssl", status, undefined).hint, PLAIN_WORDS)).toMatch(/\.$/);
  });

  it("knows which refusals of collect mean not yet", () => {
    expect([0, -23, -1400, -183, -103, -109].every(isPendingCode)).toBe(true);
    expect([-110, -124, -16, undefined].some(isPendingCode)).toBe(false);
  });
});

describe("the table of calls", () => {
  const names = Object.keys(CALLS) as CallName[]; // the table's own keys

  it("names each method and path once", () => {
    const seen = names.map((name) => `${callRule(name).method} ${callRule(name).path}`);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("sends what orders, renews, replaces, or creates once only, and repeats all reading", () => {
    const once = names.filter((name) => callRule(name).repeat === "ifUnsent");
    expect(once).toEqual(
      expect.arrayContaining(["POST ssl/enroll", "POST ssl/renewById/{sslId}", "POST ssl/replace/{sslId}"]),
    );
    for (const name of names) {
      const { method, repeat } = callRule(name);
      if (/enroll|renew|replace/.test(name)) expect([name, repeat]).toEqual([name, "ifUnsent"]);
      if (method !== "POST") expect([name, repeat]).toEqual([name, "always"]);
    }
  });

  it("knows the privilege of what changes SSL certificates", () => {
    expect(privilegeOf("POST ssl/enroll")).toBe("sslRequest");
    expect(privilegeOf("POST ssl/revoke/serial/{serial}")).toBe("sslRevoke");
    expect(privilegeOf("PUT ssl")).toBe("sslManage");
    expect(privilegeOf("GET ssl")).toBeNull();
  });
});
