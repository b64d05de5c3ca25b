import { beforeAll, describe, expect, it } from "vitest";
import type { CertificateChain } from "../../core/index.ts";
import { readCertificatePem } from "../../core/index.ts";
import { issue } from "../../test/support/certificates.ts";
import type { OrderInputs } from "../inputs/order.ts";
import { decide } from "./decide.ts";
import type { Existing } from "./existing.ts";

const NEW = new Date("2026-04-02T00:00:00Z");
/** 199 days from April on: a third is left in the middle of August, 30 days in the middle of September. */
const SUMMER = new Date("2026-08-20T00:00:00Z");
const AUTUMN = new Date("2026-09-20T00:00:00Z");
const LAST_DAY = new Date("2026-10-16T00:00:00Z");

let chain: CertificateChain;
beforeAll(async () => {
  const { pem } = await issue({
    subject: "CN=shop.example.test",
    notBefore: new Date("2026-04-01T00:00:00Z"),
    notAfter: new Date("2026-10-17T00:00:00Z"),
  });
  chain = { leaf: readCertificatePem(pem), intermediates: [], root: null, setAside: [], tops: [] };
});

interface Held {
  readonly sslId: number;
  readonly hasSameKey?: boolean;
  readonly hasSameNames?: boolean;
  readonly isRenewed?: boolean;
}

const existing = ({ sslId, hasSameKey = true, hasSameNames = true, isRenewed = false }: Held): Existing => ({
  chain,
  hasSameKey,
  hasSameNames,
  // Only these two are looked at.
  details: { sslId, isRenewed } as Existing["details"],
});

type Policy = Pick<OrderInputs, "onExisting" | "renewBefore">;
const renew: Policy = { onExisting: "renew", renewBefore: null };
const reuse: Policy = { onExisting: "reuse", renewBefore: null };
const replace: Policy = { onExisting: "replace", renewBefore: null };
const inDays: Policy = { onExisting: "renew", renewBefore: { days: 30 } };
const byShare: Policy = { onExisting: "renew", renewBefore: { share: 1 / 10 } };

const same = [{ sslId: 1 }];
const otherKey = [{ sslId: 1, hasSameKey: false }];
const otherNames = [{ sslId: 1, hasSameNames: false }];

describe("decide", () => {
  it.each<[string, readonly Held[], Policy, Date, string]>([
    ["nothing is there", [], renew, NEW, "enroll"],
    ["nothing is there to replace", [], replace, NEW, "enroll"],
    ["it is young", same, renew, NEW, "reuse"],
    ["a third of its life is left", same, renew, SUMMER, "renew"],
    ["a third is left, and renew-before says 30 days", same, inDays, SUMMER, "reuse"],
    ["30 days are left, and renew-before says so", same, inDays, AUTUMN, "renew"],
    ["30 days are left, and renew-before says a tenth", same, byShare, AUTUMN, "reuse"],
    ["it is due, and on-existing says reuse", same, reuse, LAST_DAY, "reuse"],
    ["it is due, and on-existing says replace", same, replace, SUMMER, "renew"],
    ["its key is another one", otherKey, renew, NEW, "enroll"],
    ["its names are others", otherNames, reuse, NEW, "enroll"],
    ["its key is another one, and on-existing says replace", otherKey, replace, NEW, "replace"],
    ["its names are others, and on-existing says replace", otherNames, replace, NEW, "replace"],
    [
      "one that was renewed stands beside its successor",
      [
        { sslId: 1, hasSameKey: false, isRenewed: true },
        { sslId: 2, hasSameKey: false },
      ],
      replace,
      NEW,
      "replace",
    ],
    ["two could be meant", [...otherKey, { sslId: 2, hasSameNames: false }], replace, NEW, "refuse"],
    ["the same stands beside another", [...otherKey, { sslId: 2 }], replace, NEW, "reuse"],
  ])("when %s", (_name, held, policy, now, kind) => {
    expect(decide({ valid: held.map(existing), compromised: null, ordered: null }, policy, now).kind).toBe(
      kind,
    );
  });

  it("takes over what a run before has ordered, unless a certificate serves already", () => {
    const ordered = { compromised: null, ordered: 9 };
    expect(decide({ valid: [], ...ordered }, replace, NEW)).toEqual({ kind: "adopt", sslId: 9 });
    expect(decide({ valid: otherKey.map(existing), ...ordered }, replace, NEW).kind).toBe("adopt");
    expect(decide({ valid: same.map(existing), ...ordered }, renew, NEW).kind).toBe("reuse");
  });

  it("gives a key that was compromised nothing, while a good certificate for it is used on", () => {
    expect(decide({ valid: [], compromised: 7, ordered: null }, renew, NEW)).toMatchObject({
      kind: "refuse",
    });
    expect(decide({ valid: same.map(existing), compromised: 7, ordered: null }, renew, NEW).kind).toBe(
      "reuse",
    );
  });

  it("lets a renewal fail while the old certificate is good, and not when it is about to end", () => {
    const found = { valid: same.map(existing), compromised: null, ordered: null };
    expect(decide(found, renew, SUMMER)).toMatchObject({ kind: "renew", mayFail: true });
    expect(decide(found, renew, LAST_DAY)).toMatchObject({ kind: "renew", mayFail: false });
  });
});
