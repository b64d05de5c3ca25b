import { expect, it } from "vitest";
import { issue, makeKeys } from "../../../../test/support/certificates.ts";
import { readCertificate } from "../../../pki/certificate.ts";
import { arrangeChain } from "../../../pki/chain.ts";
import { generatePrivateKey, privateKeyPem } from "../../../pki/private-key.ts";
import { compareWithOrder, type OrderComparison } from "./compare-with-order.ts";

const ASKED = { commonName: "shop.example.test", names: ["api.example.test"], termDays: 199 };
const ORDER: OrderComparison = { asked: ASKED, keys: null, isAccepted: false };

/** A certificate that has the names given and is valid for a year, compared; and what was told of it. */
async function compared(names: readonly string[], order: Partial<OrderComparison>, isKnown = false) {
  const notBefore = new Date("2026-03-16T00:00:00Z");
  const { der } = await issue({
    subject: "CN=shop.example.test",
    keys: await makeKeys(),
    names: names.map((value) => ({ type: "dns", value })),
    notBefore,
    notAfter: new Date("2027-03-16T00:00:00Z"),
  });
  const told: string[] = [];
  const tell = ({ code }: { code: string }): void => void told.push(code);
  const result = compareWithOrder(
    arrangeChain([readCertificate(der)]),
    { ...ORDER, ...order },
    { isKnown, tell },
  );
  return { result, told };
}

const LACKING = ["shop.example.test"];
const FOREIGN = ["shop.example.test", "mail.example.test"];

it("S76 tells of a certificate what its user has not accepted and does not know yet", async () => {
  const { result, told } = await compared(LACKING, {});
  expect(result).toMatchObject({ fits: true, privateKeyPem: null, missingNames: ["api.example.test"] });
  expect(told).toEqual(["names_missing", "term_other"]);
  expect((await compared(LACKING, { isAccepted: true })).told).toEqual(["term_other"]);
  expect((await compared(LACKING, {}, true)).told).toEqual(["names_missing"]);
  expect((await compared(LACKING, { isAccepted: true }, true)).told).toEqual([]);
});

it("S76 tells of a refused certificate the refusal alone, whatever is accepted and known", async () => {
  const { result, told } = await compared(FOREIGN, { isAccepted: true }, true);
  expect(result).toEqual({ fits: false, refused: { code: "names_foreign", names: ["mail.example.test"] } });
  expect(told).toEqual(["names_foreign"]);
});

it("refuses a certificate whose key is none of those that are here", async () => {
  const key = privateKeyPem(await generatePrivateKey({ algorithm: "EC", curve: "P-256" }));
  const { result, told } = await compared(LACKING, { keys: [null, key] });
  expect(result).toMatchObject({ fits: false, refused: { code: "key_other" } });
  expect(told).toEqual(["key_other"]);
});
