import fc from "fast-check";
import { expect, it } from "vitest";
import { parsePem, writePem } from "./pem.ts";

const label = fc.constantFrom("CERTIFICATE", "CERTIFICATE REQUEST", "PKCS7", "PRIVATE KEY");
const block = fc.record({ label, der: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) });

it("what is written is read back, whatever stands between the blocks and however lines end", () => {
  const between = fc.constantFrom("", "\n", "\r\n\r\n", "Bag Attributes\n  friendlyName: x\n");
  fc.assert(
    fc.property(
      fc.array(block, { maxLength: 4 }),
      between,
      fc.boolean(),
      fc.boolean(),
      (blocks, gap, crlf, cut) => {
        const joined = gap + blocks.map(({ label, der }) => writePem(label, der)).join(gap);
        const ended = cut
          ? joined.replaceAll(/-----\n/g, "-----").replaceAll(/(BEGIN [A-Z0-9 ]+-----)/g, "$1\n")
          : joined;
        expect(parsePem(crlf ? ended.replaceAll("\n", "\r\n") : ended)).toEqual(blocks);
      },
    ),
  );
});

it("no text makes it hang or fail in another way than by a PkiError", () => {
  const pieces = fc.constantFrom(
    "-----BEGIN A-----",
    "-----END A-----",
    "-----",
    "QUJD",
    "\n",
    "a: b",
    "=",
    "BEGIN",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      try {
        parsePem(parts.join(""));
      } catch (error) {
        expect(error).toHaveProperty("code", expect.stringMatching(/^pki\.pem_/));
      }
    }),
  );
});
