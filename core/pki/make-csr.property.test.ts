import fc from "fast-check";
import { expect, it } from "vitest";
import { openssl } from "../../test/support/openssl.ts";
import { readCsr } from "./csr.ts";
import { makeCsr } from "./make-csr.ts";
import { nameSet } from "./names.ts";
import { generatePrivateKey } from "./private-key.ts";

const keys = [
  await generatePrivateKey({ algorithm: "RSA", bits: 2048 }),
  await generatePrivateKey({ algorithm: "EC", curve: "P-256" }),
  await generatePrivateKey({ algorithm: "EC", curve: "P-521" }),
];

const idn = fc.constantFrom("bücher.example", "例え.example", "ÆØÅ.test", "*.straße.example");
const name = fc.oneof(
  fc.domain(),
  fc.domain().map((domain) => `*.${domain}`),
  fc.ipV4(),
  fc.ipV6(),
  idn,
);
const words = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'aZ9 éß,+"\\<>;=#ü漢'), minLength: 1, maxLength });
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const subject = fc.record({
  commonName: optional(fc.domain().filter((domain) => domain.length <= 64)),
  organization: optional(words(64)),
  organizationalUnit: optional(words(64)),
  locality: optional(words(128)),
  state: optional(words(128)),
  country: optional(fc.constantFrom("GB", "CH", "US")),
});
const contents = fc.record({
  key: fc.constantFrom(...keys),
  subject,
  names: fc.array(name, { maxLength: 40 }),
});

it("a request that is made is read back as what went in, and verifies", () => {
  fc.assert(
    fc.property(contents, (given) => {
      const csr = readCsr(makeCsr(given));
      expect(csr.names).toEqual(nameSet(given.names));
      expect(csr.commonName).toBe(given.subject.commonName);
      expect(csr.publicKey.sha256).toBe(given.key.publicKey.sha256);
      expect(csr.verify()).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it("openssl verifies it and reads the same subject", () => {
  fc.assert(
    fc.property(contents, (given) => {
      const pem = makeCsr(given);
      const said = openssl(
        ["req", "-verify", "-noout", "-subject", "-nameopt", "RFC2253,-esc_msb,utf8"],
        pem,
      );
      expect(said.output).toContain("self-signature verify OK");
      // They differ in which signs they escape without need.
      const [theirs, ours] = [said.stdout.replace(/^subject=|\n$/g, ""), readCsr(pem).subject];
      expect(theirs.replace(/\\(.)/g, "$1")).toBe(ours.replace(/\\(.)/g, "$1"));
    }),
    { numRuns: 25 },
  );
});
