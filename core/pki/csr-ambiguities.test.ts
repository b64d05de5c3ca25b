import { describe, expect, it } from "vitest";
import { opensslRequest } from "../../test/support/openssl-request.ts";
import { type Csr, readCsr } from "./csr.ts";
import { judgeCsr, refuseUnclear } from "./judge-csr.ts";
import { writePem } from "./pem.ts";
import { generatePrivateKey } from "./private-key.ts";
import {
  bitString,
  encode,
  encoded,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
  tagged,
  taggedOctets,
} from "./write-der.ts";
import { writeSubject } from "./write-subject.ts";

const readOpenssl = (wishes: Parameters<typeof opensslRequest>[0]): Csr =>
  readCsr(opensslRequest(wishes).toString());

/** A request whose SubjectAltName stands in as many attributes, lists and extensions as told. Its signature is none. */
async function withLists(types: readonly string[], each: readonly (readonly string[])[]): Promise<string> {
  const key = await generatePrivateKey({ algorithm: "EC", curve: "P-256" });
  const lists = each.map((names) =>
    sequence(
      ...names.map((name) =>
        sequence(
          oid("2.5.29.17"),
          octetString(encode(sequence(taggedOctets(2, Buffer.from(name, "latin1"))))),
        ),
      ),
    ),
  );
  const attributes = types.map((type) => sequence(oid(type), setOf(...lists)));
  const body = sequence(
    integer(0),
    writeSubject({ commonName: "a.test" }),
    encoded(key.publicKey.spki),
    tagged(0, ...attributes),
  );
  const algorithm = sequence(oid("1.2.840.10045.4.3.2"));
  return writePem("CERTIFICATE REQUEST", encode(sequence(body, algorithm, bitString(Buffer.alloc(64)))));
}

const PKCS9 = "1.2.840.113549.1.9.14";
const WINDOWS = "1.3.6.1.4.1.311.2.1.14";

describe("a request that two readers may read differently", () => {
  it.each([
    ["several common names", ["0.CN = a.test", "1.CN = b.test"], "it has 2 common names"],
    ["what Active Directory writes", ["0.CN = Computers", "1.CN = host.a.test"], "it has 2 common names"],
    ["a part of several attributes", ["OU = Web", "+CN = a.test"], "in one part of the subject"],
    ["a final dot", ["CN = a.test."], "not written as certificates have it"],
    ["letters beyond ASCII", ["CN = bücher.test"], "xn--bcher-kva.test"],
  ])("is refused for %s", (_case, subject, found) => {
    const { faults } = judgeCsr(opensslRequest({ subject }).toString());
    expect(faults[0]).toMatchObject({ code: "pki.csr_ambiguous", summary: expect.stringContaining(found) });
  });

  it.each([
    ["two attributes", [PKCS9, WINDOWS], [["a.test"]], "2 lists of requested extensions"],
    ["two lists in one", [PKCS9], [["a.test"], ["b.test"]], "2 lists of requested extensions"],
    ["two extensions of one kind", [PKCS9], [["a.test", "b.test"]], "the extension 2.5.29.17 twice"],
    ["octets that are not text", [PKCS9], [["b\u00fccher.test"]], "octets that are not text"],
    ["a NUL", [PKCS9], [["a.test\0.b.test"]], "octets that are not text"],
  ])("is refused for names in %s", async (_case, types, lists, found) => {
    const csr = readCsr(await withLists(types, lists));
    expect(csr.ambiguities).toEqual([expect.stringContaining(found)]);
    expect(() => refuseUnclear(csr)).toThrow(found);
  });

  it.each([
    ["upper case", ["CN = SHOP.a.test"]],
    ["a wildcard", ["CN = *.a.test"]],
    ["an address", ["CN = 192.0.2.1"]],
    ["an organization beside it", ["C = GB", "O = Example Ltd", "CN = a.test"]],
  ])("is not one with %s", (_case, subject) => {
    expect(readOpenssl({ subject }).ambiguities).toEqual([]);
  });

  it.each([
    ["no list", []],
    ["an empty list", [[]]],
  ])("nor one whose extension request has %s: it asks for no names", async (_case, lists) => {
    const { ambiguities, names } = readCsr(await withLists([PKCS9], lists));
    expect({ ambiguities, names }).toEqual({ ambiguities: [], names: [] });
  });

  it("an IDN as openssl writes it is read as the UTF-8 it is", () => {
    const extensions = ["subjectAltName = DNS:bücher.test"];
    expect(readOpenssl({ subject: ["CN = a.test"], extensions }).names).toEqual([
      { kind: "dns", value: "xn--bcher-kva.test" },
    ]);
  });
});

describe("what else stands in a request", () => {
  it("extensions that SCM leaves aside are named, usual ones are not", () => {
    const usual = [
      "keyUsage = digitalSignature",
      "extendedKeyUsage = serverAuth",
      "basicConstraints = CA:FALSE",
    ];
    const subject = ["CN = a.test"];
    expect(readOpenssl({ subject, extensions: usual }).ignoredExtensions).toEqual([]);
    const odd = ["tlsfeature = status_request", "basicConstraints = CA:TRUE", "1.2.3.4 = DER:0500"];
    expect(readOpenssl({ subject, extensions: odd }).ignoredExtensions).toEqual([
      "OCSP must-staple",
      "CA:TRUE (a CA certificate)",
      "1.2.3.4",
    ]);
  });

  it("a challenge password is refused in words that do not quote it", () => {
    const text = opensslRequest({ subject: ["CN = a.test"], challengePassword: "hunter2hunter2" }).toString();
    const { faults } = judgeCsr(text);
    expect(faults.map(({ code }) => code)).toEqual(["pki.csr_challenge_password"]);
    expect(JSON.stringify(faults)).not.toContain("hunter2");
  });
});
