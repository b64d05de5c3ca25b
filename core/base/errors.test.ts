import { describe, expect, it } from "vitest";
import { BugError, RequestError, SectigoError } from "./errors.ts";

describe("SectigoError", () => {
  it("says what was tried, why, and its numbers", () => {
    const error = new RequestError('enroll "api.example.test": term 365 is not offered by SCM profile 12', {
      code: "request.term_not_offered",
      status: 400,
      vendorCode: -36,
      call: "POST ssl/enroll",
      hint: "Choose another.",
    });
    expect(error.message).toBe(
      'enroll "api.example.test": term 365 is not offered by SCM profile 12 [request.term_not_offered, HTTP 400, SCM -36]',
    );
    expect(error).toMatchObject({
      status: 400,
      vendorCode: -36,
      call: "POST ssl/enroll",
      hint: "Choose another.",
    });
    expect(error).toBeInstanceOf(SectigoError);
  });

  it("shows code 0 of SCM, which is a number like any other", () => {
    const error = new RequestError("x", { code: "request.x", vendorCode: 0, hint: "y" });
    expect(error.message).toBe("x [request.x, SCM 0]");
  });

  it("leaves its own kind as it is at a boundary", () => {
    const error = new BugError("x", { code: "bug.x", hint: "y" });
    expect(SectigoError.from(error)).toBe(error);
  });

  it("never names a class as a bundle has renamed it", () => {
    class i extends Error {}
    const renamed = Object.assign(new Error("x"), { name: "aB" });
    for (const error of [new i("x"), renamed])
      expect(SectigoError.from(error).message).toMatch(/^an unexpected Error reached the surface/);
    expect(SectigoError.from(new TypeError("x")).message).toMatch(/^an unexpected TypeError reached/);
  });

  it.each([
    new TypeError("secret hunter2"),
    "hunter2",
    undefined,
    { password: "hunter2" },
  ])("wraps what is foreign without its text: %s", (foreign) => {
    const error = SectigoError.from(foreign);
    expect(error.code).toBe("bug.unexpected");
    expect(error.cause).toBe(foreign);
    expect(error.message).not.toContain("hunter2");
  });
});
