import { beforeAll, describe, expect, it } from "vitest";
import { type Issued, issue, makeChain, makeCsr } from "../../test/support/certificates.ts";
import { type Certificate, readCertificate } from "./certificate.ts";
import { arrangeChain, chainPem, fullChainPem } from "./chain.ts";
import { readCsr } from "./csr.ts";

function read(...issued: Issued[]): Certificate[] {
  return issued.map(({ der }) => readCertificate(der));
}

function commonNames(certificates: readonly Certificate[]): (string | null)[] {
  return certificates.map(({ subject }) => subject.commonName);
}

describe("arrangeChain", () => {
  let leaf: Issued;
  let issuing: Issued;
  let policy: Issued;
  let root: Issued;
  beforeAll(async () => {
    [leaf, issuing, policy, root] = await makeChain();
  });

  it("finds leaf, intermediates and root", () => {
    const chain = arrangeChain(read(root, policy, issuing, leaf));
    expect(chain.leaf.subject.commonName).toBe("shop.example.test");
    expect(commonNames(chain.intermediates)).toEqual(["Test OV CA", "Test Policy CA"]);
    expect(chain.root?.subject.commonName).toBe("Test Root");
    expect(chainPem(chain)).toBe(issuing.pem + policy.pem);
    expect(fullChainPem(chain)).toBe(leaf.pem + issuing.pem + policy.pem);
  });

  it("has no root when none was sent", () => {
    const chain = arrangeChain(read(policy, leaf, issuing));
    expect(commonNames(chain.intermediates)).toEqual(["Test OV CA", "Test Policy CA"]);
    expect(chain.root).toBeNull();
  });

  it("takes a single certificate as the leaf, even one that is its own issuer", async () => {
    const selfSigned = await issue({ subject: "CN=self", isCa: true });
    const chain = arrangeChain(read(selfSigned, selfSigned));
    expect(chain).toMatchObject({ intermediates: [], root: null });
    expect(chain.leaf.subject.commonName).toBe("self");
  });

  it("knows the CA of an old hierarchy that has neither key identifiers nor constraints", async () => {
    const old = { withoutKeyIds: true, withoutConstraints: true };
    const oldRoot = await issue({ subject: "CN=Old Root", ...old });
    const oldLeaf = await issue({ subject: "CN=old.test", issuer: oldRoot, ...old });
    const chain = arrangeChain(read(oldRoot, oldLeaf));
    expect(chain.leaf.subject.commonName).toBe("old.test");
    expect(chain.root?.subject.commonName).toBe("Old Root");
  });

  it("tells a rekeyed CA of the same name by its signature", async () => {
    const options = { subject: "CN=Twin CA", isCa: true, issuer: root, withoutKeyIds: true };
    const [first, second] = [await issue(options), await issue(options)];
    const twinLeaf = await issue({ subject: "CN=twin.test", issuer: second, withoutKeyIds: true });
    expect(() => arrangeChain(read(first, second, twinLeaf, root))).toThrow(
      expect.objectContaining({ code: "pki.chain_unrelated" }),
    );
    const chain = arrangeChain(read(twinLeaf, root, second));
    expect(chain.intermediates[0]?.fingerprintSha256).toBe(readCertificate(second.der).fingerprintSha256);
  });

  it("prefers the short way to a root when a CA is cross-signed", async () => {
    const elder = await issue({ subject: "CN=Elder Root", isCa: true });
    const crossed = await issue({ subject: root.subject, isCa: true, issuer: elder, keys: root.keys });
    const chain = arrangeChain(read(elder, crossed, root, policy, issuing, leaf));
    expect(commonNames(chain.intermediates)).toEqual(["Test OV CA", "Test Policy CA"]);
    expect(chain.root?.subject.commonName).toBe("Test Root");
  });

  it("follows the cross-signed way when the own root is not there", async () => {
    const elder = await issue({ subject: "CN=Elder Root", isCa: true });
    const crossed = await issue({ subject: root.subject, isCa: true, issuer: elder, keys: root.keys });
    const chain = arrangeChain(read(leaf, elder, issuing, crossed, policy));
    expect(commonNames(chain.intermediates)).toEqual(["Test OV CA", "Test Policy CA", "Test Root"]);
    expect(chain.root?.subject.commonName).toBe("Elder Root");
  });

  it("ends although two CAs have signed each other", async () => {
    const a = await issue({ subject: "CN=A", isCa: true });
    const b = await issue({ subject: "CN=B", isCa: true });
    const aByB = await issue({ subject: "CN=A", isCa: true, issuer: b, keys: a.keys });
    const bByA = await issue({ subject: "CN=B", isCa: true, issuer: a, keys: b.keys });
    const under = await issue({ subject: "CN=under.test", issuer: a });
    const chain = arrangeChain(read(aByB, bByA, under));
    expect(chain.leaf.subject.commonName).toBe("under.test");
    expect(commonNames(chain.intermediates)[0]).toBe("A");
  });

  it("drops duplicates", () => {
    const chain = arrangeChain(read(leaf, root, leaf, issuing, issuing, policy, root));
    expect(chain.intermediates).toHaveLength(2);
  });

  it("chooses the leaf by key, and leaves another leaf with its chain out", async () => {
    const [otherLeaf, otherIssuing, otherPolicy, otherRoot] = await makeChain({ subject: "CN=other.test" });
    const csr = readCsr((await makeCsr({ keys: leaf.keys })).pem);
    const all = read(otherRoot, otherLeaf, root, leaf, otherIssuing, issuing, policy, otherPolicy);
    const chain = arrangeChain(all, { leafKey: csr.publicKey });
    expect(chain.leaf.subject.commonName).toBe("shop.example.test");
    expect(commonNames(chain.intermediates)).toEqual(["Test OV CA", "Test Policy CA"]);
  });

  it("takes the newest of several certificates for one key", async () => {
    const newer = await issue({
      subject: "CN=shop.example.test",
      issuer: issuing,
      keys: leaf.keys,
      notBefore: new Date("2026-05-01T00:00:00Z"),
    });
    const key = readCertificate(leaf.der).publicKey;
    const chain = arrangeChain(read(newer, leaf, issuing, policy), { leafKey: key });
    expect(chain.leaf.notBefore).toEqual(new Date("2026-05-01T00:00:00Z"));
  });

  describe("of several ways up", () => {
    let elder: Issued;
    let crossed: Issued;
    beforeAll(async () => {
      elder = await issue({ subject: "O=Test,CN=Elder Root", isCa: true });
      crossed = await issue({ subject: root.subject, isCa: true, issuer: elder, keys: root.keys });
    });

    it.each(["Elder Root", "elder root", "CN=Elder Root,O=Test"])("takes the one that ends at %s", (name) => {
      const chain = arrangeChain(read(root, leaf, elder, issuing, crossed, policy), { preferredTop: name });
      expect(commonNames(chain.intermediates)).toEqual(["Test OV CA", "Test Policy CA", "Test Root"]);
      expect(chain.root?.subject.commonName).toBe("Elder Root");
      expect(chain.tops).toEqual(["Elder Root", "Test Root"]);
    });

    it("takes it by the name of a root that was not sent", () => {
      const choices = { preferredTop: "Elder Root" };
      const chain = arrangeChain(read(root, leaf, issuing, crossed, policy), choices);
      expect(chain).toMatchObject({ root: null, tops: ["Elder Root", "Test Root"] });
      expect(chain.intermediates.at(-1)?.pem).toBe(crossed.pem);
    });

    it("takes the shortest where none has the preferred name", () => {
      const choices = { preferredTop: "Another Root" };
      const chain = arrangeChain(read(root, leaf, elder, issuing, crossed, policy), choices);
      expect(chain.tops).toEqual(["Test Root", "Elder Root"]);
    });
  });

  describe("sets aside, where it may,", () => {
    it("CA certificates that issued nothing of the chain", async () => {
      const stranger = await issue({ subject: "CN=Stranger CA", isCa: true });
      const other = await issue({ subject: "CN=Other CA", isCa: true, issuer: stranger });
      for (const [all, aside] of [
        [read(stranger, root, policy, other, issuing, leaf), ["Stranger CA", "Other CA"]],
        [read(policy, issuing, leaf, other), ["Other CA"]],
      ] as const) {
        const chain = arrangeChain(all, { setsAside: true });
        expect(commonNames(chain.intermediates)).toEqual(["Test OV CA", "Test Policy CA"]);
        expect(commonNames(chain.setAside)).toEqual(aside);
      }
    });

    it.each([
      ["a gap in the middle", () => read(leaf, policy, root)],
      ["a gap below the root", () => read(leaf, issuing, root)],
      ["a lone leaf", () => read(leaf, policy)],
    ])("and still refuses %s", (_name, make) => {
      const code = "pki.chain_missing_link";
      expect(() => arrangeChain(make(), { setsAside: true })).toThrow(expect.objectContaining({ code }));
    });
  });

  describe("refuses", () => {
    it.each([
      ["nothing", () => [], "pki.chain_empty"],
      ["CA certificates alone", () => read(root, policy, issuing), "pki.chain_no_leaf"],
      ["a gap in the middle", () => read(leaf, policy, root), "pki.chain_missing_link"],
      ["a gap below the root", () => read(leaf, issuing, root), "pki.chain_missing_link"],
    ])("%s", (_name, make, code) => {
      expect(() => arrangeChain(make())).toThrow(expect.objectContaining({ code }));
    });

    it("two leaves, naming both", async () => {
      const other = await issue({ subject: "CN=other.test", issuer: issuing });
      expect(() => arrangeChain(read(leaf, other, issuing))).toThrow(/shop\.example\.test.*other\.test/);
    });

    it("a certificate that has nothing to do with the leaf", async () => {
      const stranger = await issue({ subject: "CN=Stranger CA", isCa: true });
      expect(() => arrangeChain(read(leaf, issuing, policy, root, stranger))).toThrow(
        expect.objectContaining({
          code: "pki.chain_unrelated",
          message: expect.stringContaining("Stranger CA"),
        }),
      );
    });

    it("a bundle without the expected key", async () => {
      const csr = readCsr((await makeCsr()).pem);
      expect(() => arrangeChain(read(leaf, issuing), { leafKey: csr.publicKey })).toThrow(
        expect.objectContaining({ code: "pki.chain_no_leaf" }),
      );
    });
  });
});
