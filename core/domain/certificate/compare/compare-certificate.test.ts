import { describe, expect, it } from "vitest";
import { issue, makeKeys } from "../../../../test/support/certificates.ts";
import { readCertificate } from "../../../pki/certificate.ts";
import { arrangeChain } from "../../../pki/chain.ts";
import { type Asked, compareCertificate } from "./compare-certificate.ts";
import { missingNamesOf, refusalOf } from "./mismatch.ts";

const ASKED: Asked = { commonName: "shop.example.test", names: ["api.example.test"], termDays: 199 };

interface Issued {
  readonly subject?: string;
  readonly names?: readonly string[];
  readonly days?: number;
}

async function chainOf({ subject, names, days = 199 }: Issued) {
  const notBefore = new Date("2026-03-16T00:00:00Z");
  const { der } = await issue({
    subject: subject ?? "CN=shop.example.test",
    names: (names ?? ["api.example.test", "shop.example.test"]).map((value) => ({ type: "dns", value })),
    notBefore,
    notAfter: new Date(notBefore.getTime() + days * 86_400_000 - 1000),
  });
  return arrangeChain([readCertificate(der)]);
}

const all = ["api.example.test", "shop.example.test"];

describe("a certificate beside its order", () => {
  it.each<[string, Issued, Asked, unknown]>([
    ["is as it was asked for", {}, ASKED, []],
    ["has its common name in another spelling", { subject: "CN=SHOP.Example.Test" }, ASKED, []],
    ["has it elsewhere in the subject", { subject: "CN=shop.example.test,C=NL,O=Example" }, ASKED, []],
    [
      "lacks a name",
      { names: ["shop.example.test"] },
      ASKED,
      [{ code: "names_missing", names: ["api.example.test"] }],
    ],
    [
      "has www. added",
      { names: [...all, "www.shop.example.test"] },
      ASKED,
      [{ code: "names_added", names: ["www.shop.example.test"] }],
    ],
    [
      "has the bare domain of a wildcard added",
      { subject: "CN=*.shop.example.test", names: ["*.shop.example.test", "shop.example.test"] },
      { commonName: "*.shop.example.test", names: [] },
      [{ code: "names_added", names: ["shop.example.test"] }],
    ],
    [
      "has a name that nobody asked for",
      { names: [...all, "mail.example.test"] },
      ASKED,
      [{ code: "names_foreign", names: ["mail.example.test"] }],
    ],
    [
      "has a name that only the request's extension asked for",
      { names: [...all, "mail.example.test"] },
      { ...ASKED, alsoAsked: [{ kind: "dns", value: "mail.example.test" }] },
      [{ code: "names_added", names: ["mail.example.test"] }],
    ],
    [
      "has another of its names as common name",
      { subject: "CN=api.example.test" },
      ASKED,
      [{ code: "common_name_other", asked: "shop.example.test", found: "api.example.test" }],
    ],
    ["ends later", { days: 365 }, ASKED, [{ code: "term_other", askedDays: 199, days: 365 }]],
    ["ends a day later", { days: 200 }, ASKED, []],
    ["has names that were not known", { names: ["mail.example.test"] }, { termDays: 199 }, []],
  ])("%s", async (_name, issued, asked, found) => {
    expect(compareCertificate(asked, await chainOf(issued))).toEqual(found);
  });

  it("is refused for another key before anything else is looked at", async () => {
    const chain = await chainOf({ names: ["mail.example.test"] });
    const { der } = await issue({ subject: "CN=other.test", keys: await makeKeys() });
    const found = compareCertificate({ ...ASKED, publicKey: readCertificate(der).publicKey }, chain);
    expect(refusalOf(found)).toEqual({ code: "key_other", serialNumber: chain.leaf.serialNumber });
    expect(missingNamesOf(found)).toEqual(["api.example.test"]);
  });

  it("comes from another organization than the one before", async () => {
    const chain = await chainOf({ subject: "CN=shop.example.test,O=New CA" });
    const before = readCertificate((await issue({ subject: "CN=x,O=Old CA" })).der);
    expect(compareCertificate({ former: before }, chain)).toEqual([
      { code: "issuer_other", before: "Old CA", now: "New CA" },
    ]);
  });

  it("came with a CA certificate too many, and not by the way that was preferred", async () => {
    const root = await issue({ subject: "CN=Root", isCa: true });
    const leaf = await issue({ subject: "CN=shop.example.test", issuer: root });
    const stray = await issue({ subject: "CN=Stray", isCa: true });
    const certificates = [stray, root, leaf].map(({ der }) => readCertificate(der));
    const chain = arrangeChain(certificates, { setsAside: true, preferredTop: "Elder" });
    expect(compareCertificate({ preferredChain: "Elder" }, chain)).toEqual([
      { code: "chain_set_aside", subjects: ["CN=Stray"] },
      { code: "chain_not_preferred", wanted: "Elder", tops: ["Root"] },
    ]);
    expect(compareCertificate({ preferredChain: "root" }, chain)).toHaveLength(1);
  });
});
