import { describe, expect, it } from "vitest";
import { CSR_LABELS, parsePem, parsePemAs, writePem } from "./pem.ts";

const der = Buffer.from("30030101ff", "hex");
const one = "-----BEGIN CERTIFICATE-----\nMAMBAf8=\n-----END CERTIFICATE-----";

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
  return "no error";
}

describe("parsePem", () => {
  it.each([
    ["LF and a final newline", `${one}\n`, 1],
    ["no final newline", one, 1],
    ["CRLF", `${one.replaceAll("\n", "\r\n")}\r\n`, 1],
    ["two blocks without a newline between them", one + one, 2],
    ["text around the blocks", `subject=CN = a\n${one}\nissuer: b\n${one}\nthe end`, 2],
    ["indented blocks", `    ${one.replaceAll("\n", "\n    ")}`, 1],
    ["a byte order mark", `\uFEFF${one}`, 1],
    ["header lines inside the block", one.replace("MAMB", "X-Note: a\nX-More: b\n\nMAMB"), 1],
    ["no block", "nothing here", 0],
    ["an empty text", "", 0],
  ])("reads %s", (_name, text, count) => {
    const blocks = parsePem(text);
    expect(blocks).toHaveLength(count);
    for (const block of blocks) expect(block).toEqual({ label: "CERTIFICATE", der });
  });

  it.each([
    ["a block that was cut off in its body", one.slice(0, 35), "pki.pem_truncated"],
    ["a block that was cut off in its END line", one.slice(0, -3), "pki.pem_truncated"],
    ["a cut block before a whole one", one.slice(0, 34) + one, "pki.pem_truncated"],
    ["a body that is not base64", one.replace("MAMB", "MA?B"), "pki.pem_malformed"],
    ["a body that lost a character", one.replace("MAMB", "MAM"), "pki.pem_malformed"],
    ["an END line of another label", one.replace("END CERTIFICATE", "END CRL"), "pki.pem_truncated"],
  ])("refuses %s", (_name, text, code) => {
    expect(codeOf(() => parsePem(text))).toBe(code);
  });
});

describe("parsePemAs", () => {
  it("takes the label that Windows and Java tools write", () => {
    const text = one.replaceAll("CERTIFICATE", "NEW CERTIFICATE REQUEST");
    expect(parsePemAs(text, CSR_LABELS, "a CSR")[0]?.label).toBe("NEW CERTIFICATE REQUEST");
  });

  it.each([
    "PRIVATE KEY",
    "RSA PRIVATE KEY",
    "ENCRYPTED PRIVATE KEY",
  ])("refuses a %s and keeps it to itself", (label) => {
    const secret = Buffer.from("the secret of the key, which nobody may see");
    const text = writePem(label, secret);
    let thrown: unknown;
    try {
      parsePemAs(one + text, [...CSR_LABELS, "CERTIFICATE"], "a CSR");
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: "pki.private_key_unexpected" });
    const told = JSON.stringify(thrown, Object.getOwnPropertyNames(thrown));
    expect(told).not.toContain(secret.toString("base64").slice(0, 12));
  });

  it.each([
    ["another label", one, "pki.pem_wrong_label"],
    ["no block", "CN=shop", "pki.pem_missing"],
  ])("refuses %s", (_name, text, code) => {
    expect(codeOf(() => parsePemAs(text, CSR_LABELS, "a CSR"))).toBe(code);
  });
});

describe("writePem", () => {
  it("breaks lines after 64 characters, with LF and a final newline", () => {
    const lines = writePem("CERTIFICATE", Buffer.alloc(100)).split("\n");
    expect(lines.map((line) => line.length)).toEqual([27, 64, 64, 8, 25, 0]);
  });

  it("leaves no empty line when the body fills its lines", () => {
    expect(writePem("CERTIFICATE", Buffer.alloc(48))).not.toContain("\n\n");
  });
});
