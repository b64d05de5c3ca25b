import { describe, expect, test } from "vitest";
import { fieldsOf } from "./fields-of.ts";
import { enroll, enrollBody, testScm } from "./testing.ts";

describe("planted faults", () => {
  test("they hit their route so many times, after so many, and no other", async () => {
    await using scm = await testScm();
    await scm.control.plantFault({
      route: "GET /ssl/v1/{id}",
      kind: "status",
      status: 429,
      after: 1,
      retryAfter: 7,
    });
    const statuses: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      const reply = await scm.call("GET", "/ssl/v1/types");
      statuses.push(reply.status);
      if (reply.status === 429) expect(reply.headers.get("retry-after")).toBe("7");
    }
    expect(statuses).toStrictEqual([200, 429, 200]);
    expect((await scm.call("GET", "/organization/v1")).status).toBe(200);
    expect(await scm.control.faults()).toMatchObject([{ passed: 1, hits: 1 }]);
  });

  test("a reset before the work leaves nothing behind, one after it leaves a certificate", async () => {
    await using scm = await testScm();
    await scm.control.plantFault({ route: "POST /ssl/v1/enroll", kind: "reset-before" });
    await scm.control.plantFault({ route: "POST /ssl/v1/enroll", kind: "reset-after" });
    await expect(scm.call("POST", "/ssl/v1/enroll", enrollBody("a.example.test"))).rejects.toThrow(
      "fetch failed",
    );
    expect(await scm.control.certificates()).toHaveLength(0);
    await expect(scm.call("POST", "/ssl/v1/enroll", enrollBody("a.example.test"))).rejects.toThrow(
      "fetch failed",
    );
    expect(await scm.control.certificates()).toHaveLength(1);
  });

  test("HTML, emptiness, SCM's own codes and half an answer", async () => {
    await using scm = await testScm();
    const route = "* /ssl/v1/types";
    await scm.control.plantFault({ route, kind: "html" });
    expect(await scm.call("GET", "/ssl/v1/types")).toMatchObject({ status: 502, json: undefined });
    await scm.control.plantFault({ route, kind: "empty" });
    expect(await scm.call("GET", "/ssl/v1/types")).toMatchObject({ status: 200, text: "" });
    await scm.control.plantFault({ route, kind: "status", status: 400, code: -195, description: "CA away" });
    expect((await scm.call("GET", "/ssl/v1/types")).json).toStrictEqual({
      code: -195,
      description: "CA away",
    });
    await scm.control.plantFault({ route, kind: "truncated" });
    await expect(scm.call("GET", "/ssl/v1/types")).rejects.toThrow("terminated");
  });

  test("a hanging answer ends with the caller's patience", async () => {
    await using scm = await testScm();
    await scm.control.plantFault({ route: "*", kind: "hang" });
    const patience = AbortSignal.timeout(50);
    const headers = { login: "x", password: "x", customerUri: "x" };
    await expect(fetch(`${scm.apiUrl}/ssl/v1/types`, { headers, signal: patience })).rejects.toThrow(
      "aborted",
    );
    expect(await scm.control.requests()).toMatchObject([{ status: null, fault: "hang" }]);
  });

  test("spoilt lists: no total, short pages, strange members, strange statuses", async () => {
    await using scm = await testScm();
    for (const name of ["a", "b", "c"]) await enroll(scm, `${name}.example.test`);
    const [first] = await scm.control.certificates();
    await scm.control.plantFault({ route: "GET /ssl/v1", kind: "no-total-count" });
    expect((await scm.call("GET", "/ssl/v1")).headers.has("x-total-count")).toBe(false);
    await scm.control.plantFault({ route: "GET /ssl/v1", kind: "short-page" });
    expect((await scm.call("GET", "/ssl/v1")).json).toHaveLength(2);
    await scm.control.plantFault({ route: "GET /ssl/v1/{id}", kind: "unknown-status" });
    expect((await scm.call("GET", `/ssl/v1/${first?.sslId}`)).json).toMatchObject({ status: "Quarantined" });
    await scm.control.plantFault({ route: "GET /ssl/v1/{id}", kind: "extra-members" });
    expect((await scm.call("GET", `/ssl/v1/${first?.sslId}`)).json).toHaveProperty("addedInALaterRelease");
    await scm.control.plantFault({ route: "GET /ssl/v1/{id}", kind: "null-members" });
    expect((await scm.call("GET", `/ssl/v1/${first?.sslId}`)).json).toMatchObject({ revoked: null });
    await scm.control.plantFault({ route: "GET /ssl/v1/collect/{id}", kind: "crlf" });
    expect((await scm.call("GET", `/ssl/v1/collect/${first?.sslId}?format=pem`)).text).toContain("-----\r\n");
  });
});

describe("request log", () => {
  test("it shows what was asked for and none of the secrets", async () => {
    await using scm = await testScm();
    const body = enrollBody("www.example.test", { comments: "tf:marker" });
    await scm.call("POST", "/ssl/v1/enroll?dateFormat=ISO", body, { Authorization: "Bearer SECRET" });
    const log = await scm.control.requests();
    const text = JSON.stringify(log);
    expect(log[0]).toMatchObject({
      sequence: 1,
      method: "POST",
      path: "/api/ssl/v1/enroll",
      query: { dateFormat: "ISO" },
      login: "svc-certs",
      fault: null,
    });
    expect(fieldsOf(log[0]?.body)).toMatchObject({ comments: "tf:marker", term: 199 });
    expect(log[0]?.headerNames).toContain("password");
    for (const secret of [scm.password, "SECRET", "BEGIN CERTIFICATE"]) expect(text).not.toContain(secret);
  });
});
