import { expect, it } from "vitest";
import { makeChain } from "../../test/support/certificates.ts";
import { openssl } from "../../test/support/openssl.ts";
import { readBundle } from "./bundle.ts";
import { readCertificatesPem } from "./certificate.ts";
import { arrangeChain } from "./chain.ts";
import { pkcs7Pem } from "./pkcs7.ts";

const made = await makeChain();
const chain = arrangeChain(readCertificatesPem(made.map(({ pem }) => pem).join("")));

it("S51 makes a PKCS#7 file that openssl reads: leaf and intermediates, no root", () => {
  const printed = openssl(["pkcs7", "-print_certs", "-noout"], pkcs7Pem(chain)).output;
  const subjects = printed.split("\n").filter((line) => line.startsWith("subject"));
  expect(subjects).toHaveLength(3);
  expect(printed).toContain("shop.example.test");
  expect(subjects.some((subject) => subject.includes("Test Root"))).toBe(false);
});

it("comes back from our own reader as the same chain", () => {
  const again = arrangeChain(readBundle(Buffer.from(pkcs7Pem(chain))));
  expect(again.leaf.fingerprintSha256).toBe(chain.leaf.fingerprintSha256);
  expect(again.intermediates.map(({ subject }) => subject.text)).toEqual(
    chain.intermediates.map(({ subject }) => subject.text),
  );
});
