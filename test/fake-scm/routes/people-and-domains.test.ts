import { describe, expect, test } from "vitest";
import { testScm } from "../testing.ts";

const NOON = Date.parse("2026-03-16T12:00:00Z");

describe("administrators", () => {
  test("list with filters, details with privileges and credentials", async () => {
    await using scm = await testScm({ now: NOON });
    const all = await scm.call("GET", "/admin/v1?size=2");
    expect(all.headers.get("x-total-count")).toBe("9");
    expect(all.json).toHaveLength(2);
    expect((await scm.call("GET", "/admin/v1?login=LAB&type=API&role=RAO_SSL")).json).toMatchObject([
      { id: 823 },
    ]);
    expect((await scm.call("GET", "/admin/v1/823")).json).toMatchObject({
      credentials: [{ role: "RAO_SSL", orgId: 7108 }],
      privileges: expect.arrayContaining(["sslRequest"]),
      activeStatus: "ACTIVE",
    });
    expect((await scm.call("GET", "/admin/v1/1")).status).toBe(404);
  });

  test("the own password's state, and changing it under the policy", async () => {
    await using scm = await testScm({ now: NOON });
    expect((await scm.call("GET", "/admin/v1/password")).json).toStrictEqual({ state: "NEVER_EXPIRE" });
    const expiring = scm.as("expiring");
    const state = { state: "ALIVE", expirationDate: "2026-03-26" };
    expect((await expiring("GET", "/admin/v1/password")).json).toStrictEqual(state);
    const weak = await expiring("POST", "/admin/v1/changepassword", { newPassword: "Longenough!" });
    expect(weak).toMatchObject({ status: 400, json: { code: -7306 } });
    expect((await expiring("POST", "/admin/v1/changepassword", { newPassword: "L0ngenough!" })).status).toBe(
      204,
    );
    expect((await expiring("GET", "/admin/v1/password")).status).toBe(401);
  });
});

describe("domains", () => {
  test("list, count and details; those of others stay out of sight", async () => {
    await using scm = await testScm({ now: NOON });
    expect((await scm.call("GET", "/domain/v1?state=active")).headers.get("x-total-count")).toBe("5");
    expect((await scm.call("GET", "/domain/v1/count")).json).toStrictEqual({ count: 6 });
    expect((await scm.call("GET", "/domain/v1/801")).json).toMatchObject({
      validationStatus: "VALIDATED",
      dcvExpiration: "2026-08-31",
    });
    expect((await scm.call("GET", "/domain/v1/813")).json).not.toHaveProperty("dcvExpiration");
    expect((await scm.call("GET", "/domain/v1/1")).status).toBe(404);
    expect((await scm.call("GET", "/domain/v1?orgId=7108&name=labs")).json).toHaveLength(1);
  });

  test("validations in constants and, later, in display names; the privilege counts", async () => {
    await using scm = await testScm({ now: NOON });
    const classic = await scm.call("GET", "/dcv/v1/validation?dcvStatus=EXPIRED");
    expect(classic.json).toMatchObject([{ domain: "expired.test", dcvOrderStatus: "NOT_INITIATED" }]);
    const later = await scm.call("GET", "/dcv/v2/validation?dcvStatus=Not%20validated");
    expect(later.json).toMatchObject([{ dcvStatus: "Not validated" }, {}]);
    expect((await scm.call("GET", "/dcv/v1/validation?expiresIn=14")).json).toMatchObject([
      { domain: "labs.test" },
    ]);
    const refused = await scm.as("reader")("GET", "/dcv/v1/validation");
    expect(refused.json).toMatchObject({
      code: -3,
      description: "You are not authorized to perform DCV validation.",
    });
  });
});
