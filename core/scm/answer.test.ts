import { expect, it } from "vitest";
import { countCalls } from "../../test/support/count-calls.ts";
import { readRefusal } from "./answer.ts";

const answer = (body: string | Uint8Array) => ({ status: 200, headers: {}, body: Buffer.from(body) });

it.each([
  ["PEM", "-----BEGIN CERTIFICATE-----\nMIIB\n"],
  ["PEM behind a blank line", "\n-----BEGIN CERTIFICATE-----\nMIIB\n"],
  ["DER", Uint8Array.of(0x30, 0x82, 0x03, 0x01)],
])("a certificate is not read as JSON: %s", async (_name, body) => {
  const calls = await countCalls("core/scm/answer.ts", async () => {
    expect(readRefusal(answer(body))).toEqual({ vendorCode: undefined, words: undefined });
  });
  expect(calls.get("readJson") ?? 0).toBe(0);
});

it.each([
  ["as it is", '{"code":-23,"description":"wait"}'],
  ["behind a byte order mark", '\uFEFF {"code":-23,"description":"wait"}'],
  ["behind much white space", `${" ".repeat(100)}{"code":"-23","description":"wait"}`],
])("a refusal is read %s", (_name, body) => {
  expect(readRefusal(answer(body))).toEqual({ vendorCode: -23, words: "wait" });
});
