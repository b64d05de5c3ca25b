import { describe, expect, it } from "vitest";
import type { LogFields } from "./log.ts";
import { redactFields, redactingLogger, scrub } from "./redact.ts";

describe("redaction", () => {
  it("hides every field that is not listed", () => {
    expect(redactFields({ status: 200, call: "GET ssl", token: "hunter2", customerSecret: 7 })).toEqual({
      status: 200,
      call: "GET ssl",
      token: "(redacted)",
      customerSecret: "(redacted)",
    });
  });

  it("escapes what could forge a log line", () => {
    expect(redactFields({ reason: "fine\n[ERROR] forged \u001b[2J" })).toEqual({
      reason: "fine\\u{a}[ERROR] forged \\u{1b}[2J",
    });
  });

  it("stands in front of a logger at every level", () => {
    const seen: LogFields[] = [];
    const keep = (_message: string, fields?: LogFields): void => {
      seen.push(fields ?? {});
    };
    const log = redactingLogger({ trace: keep, debug: keep, info: keep, warn: keep, error: keep });
    for (const level of ["trace", "debug", "info", "warn", "error"] as const)
      log[level]("m", { password: "hunter2" });
    expect(seen).toEqual(Array.from({ length: 5 }, () => ({ password: "(redacted)" })));
  });

  it("removes known secrets from foreign text, and leaves words alone that a tiny secret would match", () => {
    expect(scrub("user svc used hunter2, hunter2!", ["hunter2"])).toBe(
      "user svc used (redacted), (redacted)!",
    );
    expect(scrub("abc", ["a", ""])).toBe("abc");
  });
});
