import { describe, expect, it } from "vitest";
import { ConfigError, LoginError, LostError, RequestError } from "../../core/index.ts";
import { explain } from "./explain.ts";
import type { Settings } from "./settings.ts";

const SETTINGS: Settings = {
  base_url: { value: "https://cert-manager.com", source: "the default" },
  customer_uri: { value: "acme", source: "the provider block" },
  username: { value: "svc", source: "the environment variable SECTIGO_USERNAME" },
  password: { value: "s3cret", source: "the environment variable SECTIGO_PASSWORD" },
};

describe("explain", () => {
  it("says what was tried and why in one line with the codes, and the rest once", () => {
    const message =
      'enroll "a.test" in organization 7: the SCM profile does not offer this term; SCM says "Wrong term."';
    const facts = { code: "request.term_not_offered", status: 400, vendorCode: -36, requestId: "r-1" };
    expect(
      explain(new RequestError(message, { ...facts, path: "term_days", hint: "Choose one." }), SETTINGS),
    ).toEqual({
      severity: "error",
      summary:
        'Enroll "a.test" in organization 7: the SCM profile does not offer this term ' +
        "[request.term_not_offered, HTTP 400, SCM -36]",
      detail: 'SCM says "Wrong term."\n\nSCM\'s id of the request: r-1.\n\nChoose one.',
      path: [{ attribute: "term_days" }],
    });
  });

  it("keeps the warning that something may have happened", () => {
    const error = new LostError("enroll a: the connection broke; it may have taken effect", {
      code: "lost.reset",
      hint: "look first",
    });
    expect(explain(error, null)).toEqual({
      severity: "error",
      summary: "Enroll a: the connection broke [lost.reset]",
      detail: "It may have taken effect.\n\nLook first.",
    });
  });

  it("S4 says where each part of a refused sign-in came from, and never the password", () => {
    const error = new LoginError(
      'read certificate 1: SCM refused the credentials of user "svc" of customer "acme"',
      {
        code: "login.refused",
        status: 401,
        hint: "Check user name, password and customer URI.",
      },
    );
    const { detail, summary } = explain(error, SETTINGS);
    expect(detail).toContain('username "svc" comes from the environment variable SECTIGO_USERNAME');
    expect(detail).toContain('Of this sign-in, customer_uri "acme" comes from the provider block');
    expect(detail).toContain("password comes from the environment variable SECTIGO_PASSWORD");
    expect(detail).toContain("https://cert-manager.com (from the default)");
    expect(summary + detail).not.toContain("s3cret");
  });

  it("says where a setting that can't be used came from", () => {
    const error = new ConfigError("password holds a line break", {
      code: "config.x",
      path: "password",
      hint: "Fix it.",
    });
    expect(explain(error, SETTINGS).detail).toBe(
      "The value of password comes from the environment variable SECTIGO_PASSWORD.\n\nFix it.",
    );
  });

  it("shows kind and place of a bug, never its words, which may hold anything", () => {
    const { summary, detail } = explain(new TypeError("s3cret"), SETTINGS);
    expect(summary).toMatch(/\[bug\.unexpected\]$/);
    expect(detail).toMatch(/^Report this[\s\S]*TypeError\n\s+at .*explain\.test/);
    expect(summary + detail).not.toContain("s3cret");
  });
});
