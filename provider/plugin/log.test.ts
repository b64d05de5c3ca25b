import { describe, expect, it } from "vitest";
import { createLog, formatLine, LOG_LEVELS, type LogLevel, readLogLevel } from "./log.ts";

const at = new Date("2026-03-04T05:06:07.008Z");

function collect(level: LogLevel | "off"): { lines: string[]; log: ReturnType<typeof createLog> } {
  const lines: string[] = [];
  const redact = (text: string): string => text.replaceAll("secret", "***");
  return { lines, log: createLog({ level, now: () => at, write: (line) => lines.push(line), redact }) };
}

describe("formatLine", () => {
  it("writes hclog's members with six fractional digits, then the fields", () => {
    expect(formatLine({ level: "warn", message: "one\ntwo", at, fields: { a: "b" } })).toBe(
      '{"@level":"warn","@message":"one\\ntwo","@timestamp":"2026-03-04T05:06:07.008000Z","a":"b"}\n',
    );
  });

  it("lets no field take the place of hclog's own members", () => {
    const line = formatLine({
      level: "info",
      message: "m",
      at,
      fields: { "@message": "other", "@@level": "x" },
    });
    expect(JSON.parse(line)).toMatchObject({
      "@level": "info",
      "@message": "m",
      _message: "other",
      _level: "x",
    });
  });

  it("cuts a long text and says how much is missing", () => {
    const message = JSON.parse(formatLine({ level: "info", message: "x".repeat(5_000), at }))["@message"];
    expect(message).toMatch(/^x{4096} … \(904 more characters\)$/);
  });

  it.each([
    ["one message of control characters", "\u0001".repeat(70_000), {}],
    [
      "many long fields",
      "short",
      Object.fromEntries([..."abcdefghijklmnopqrst"].map((k) => [k, "ü".repeat(9_000)])),
    ],
  ])("stays below 64 KiB with %s", (_name, message, fields) => {
    const line = formatLine({ level: "info", message, at, fields });
    expect(Buffer.byteLength(line)).toBeLessThan(64 * 1024);
    expect(JSON.parse(line)["@level"]).toBe("info");
  });
});

describe("createLog", () => {
  it.each([...LOG_LEVELS.entries()])("writes from its level upwards (%i: %s)", (index, level) => {
    const { lines, log } = collect(level);
    for (const each of LOG_LEVELS) log[each]("m");
    expect(lines.map((line) => JSON.parse(line)["@level"])).toEqual(LOG_LEVELS.slice(index));
  });

  it("writes nothing when off", () => {
    const { lines, log } = collect("off");
    log.error("m");
    expect(lines).toEqual([]);
  });

  it("redacts message and fields, and writes every field as text", () => {
    const { lines, log } = collect("trace");
    log.info("a secret", { token: "secret", count: 2, ok: true });
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      "@message": "a ***",
      token: "***",
      count: "2",
      ok: "true",
    });
  });
});

describe("readLogLevel", () => {
  it.each([
    ["nothing set", {}, "off"],
    ["an empty word", { A: "" }, "off"],
    ["the first that is set", { A: "warn", B: "trace" }, "warn"],
    ["a later one when the first is empty", { A: "", B: "ERROR" }, "error"],
    ["off before a later one", { A: "OFF", B: "trace" }, "off"],
    ["a word that is not a level", { A: "JSON" }, "trace"],
  ])("reads %s", (_name, environment, expected) => {
    expect(readLogLevel(["A", "B"], environment)).toBe(expected);
  });
});
