import { describe, expect, it } from "vitest";
import { makeCsr } from "../../test/support/certificates.ts";
import { readCsr } from "./csr.ts";
import { requestText } from "./request-text.ts";

describe("a request's file", () => {
  it.each<[string, (pem: string, der: Buffer) => Buffer]>([
    ["PEM", (pem) => Buffer.from(pem)],
    ["PEM with CRLF", (pem) => Buffer.from(pem.replaceAll("\n", "\r\n"))],
    ["UTF-8 with a byte order mark", (pem) => Buffer.from(`\ufeff${pem}`)],
    ["UTF-16 LE with a byte order mark", (pem) => Buffer.from(`\ufeff${pem}`, "utf16le")],
    ["UTF-16 LE without one", (pem) => Buffer.from(pem, "utf16le")],
    ["UTF-16 BE with a byte order mark", (pem) => Buffer.from(`\ufeff${pem}`, "utf16le").swap16()],
    ["DER", (_pem, der) => der],
  ])("is read as %s", async (_form, write) => {
    const { pem, der } = await makeCsr();
    expect(readCsr(requestText(write(pem, der))).pem).toBe(readCsr(pem).pem);
  });

  it.each([
    ["base64 without armour", (der: Buffer) => der.toString("base64"), "base64 without BEGIN and END lines"],
    ["UTF-16 in a text", (der: Buffer) => `-\0-\0-\0${der.toString("latin1")}`, "NUL characters"],
  ])("as %s in an argument names its cause", async (_form, write, found) => {
    const { der } = await makeCsr();
    expect(() => readCsr(write(der))).toThrow(found);
  });
});
