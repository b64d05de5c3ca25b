import { describe, expect, it } from "vitest";
import type { DcvChallenge, DcvStatus } from "../../scm/schemas/domains.ts";
import { challengeId, publicationOf } from "./challenge.ts";
import { judgeValidation } from "./judge-validation.ts";

const CHALLENGE: DcvChallenge = {
  host: "_0D1E.shop.test.",
  point: "aa.bb.sectigo.com.",
  url: null,
  lines: [],
  emails: [],
};
const NONE: DcvChallenge = { host: null, point: null, url: null, lines: [], emails: [] };
const OURS = challengeId(CHALLENGE);

function status(more: Partial<DcvStatus>): DcvStatus {
  return {
    status: "VALIDATED",
    orderStatus: "NOT_INITIATED",
    orderMethod: null,
    validated: "2026-03-16",
    expires: "2026-06-24",
    lastCheck: null,
    nextCheck: null,
    message: null,
    orderBackendId: null,
    challenge: NONE,
    ...more,
  };
}

describe("judgeValidation", () => {
  const waiting = { orderStatus: "SUBMITTED", challenge: CHALLENGE } as const;
  it.each([
    ["validated a while ago: valid", status({}), "2026-04-01", "valid"],
    ["in the last third: due", status({}), "2026-06-01", "due"],
    ["on its last day: due", status({}), "2026-06-24T23:00:00Z", "due"],
    ["a day after its end, while SCM still says VALIDATED: ended", status({}), "2026-06-25", "ended"],
    ["SCM says EXPIRED: ended", status({ status: "EXPIRED" }), "2026-07-01", "ended"],
    ["our challenge waits at the CA: pending", status(waiting), "2026-06-01", "pending"],
    [
      "it waits for the user: pending",
      status({ ...waiting, orderStatus: "AWAITING_SUBMISSION" }),
      "2026-06-01",
      "pending",
    ],
    [
      "another one was started: void",
      status({ ...waiting, challenge: { ...CHALLENGE, point: "cc.dd.sectigo.com." } }),
      "2026-06-01",
      "void",
    ],
    ["SCM shows no challenge: pending", status({ ...waiting, challenge: NONE }), "2026-06-01", "pending"],
    [
      "the CA refused: rejected",
      status({ status: "NOT_VALIDATED", orderStatus: "REJECTED", expires: null }),
      "2026-06-01",
      "rejected",
    ],
    ["nothing is there: absent", status({ status: "NOT_VALIDATED", expires: null }), "2026-06-01", "absent"],
    ["no end is told: valid", status({ expires: null }), "2036-06-01", "valid"],
  ])("%s", (_name, given, now, kind) => {
    const input = { domain: "shop.test", status: given, challenge: OURS, policy: {} };
    expect(judgeValidation(input, new Date(now)).kind).toBe(kind);
  });

  it("spreads renewals of one day by the domain's name, without its case", () => {
    const at = (domain: string): number => {
      const input = { domain, status: status({}), challenge: null, policy: { window: { days: 30 } } };
      const verdict = judgeValidation(input, new Date("2026-06-20"));
      return verdict.kind === "due" ? verdict.renewAfter.getTime() : 0;
    };
    expect(at("a.test")).toBe(at("A.test"));
    expect(new Set(["a.test", "b.test", "c.test"].map(at)).size).toBe(3);
  });
});

describe("publicationOf", () => {
  it("gives records without final dots and files with their path", () => {
    expect(publicationOf("cname", CHALLENGE).record).toEqual({
      name: "_0D1E.shop.test",
      type: "CNAME",
      value: "aa.bb.sectigo.com",
    });
    expect(publicationOf("dns_connector", CHALLENGE).record).toBeNull();
    const file = { ...NONE, url: "http://shop.test/.well-known/pki-validation/0A.txt", lines: ["0f", "s"] };
    expect(publicationOf("http", file).file).toEqual({
      url: "http://shop.test/.well-known/pki-validation/0A.txt",
      path: "/.well-known/pki-validation/0A.txt",
      content: "0f\ns\n",
    });
  });
});
