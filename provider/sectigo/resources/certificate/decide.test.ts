import { describe, expect, it } from "vitest";
import { type CurrentCertificate, decide, type Situation } from "./decide.ts";

const current = (status: string, revocationReason: number | null = null): CurrentCertificate => ({
  label: "shop.example.test (serial 0A)",
  status,
  revocationReason,
  declinedOn: null,
});
const CHANGE = { argument: "csr_pem", found: "its key is not the certificate's" };
const situation = (part: Partial<Situation>): Situation => ({
  current: current("Issued"),
  changed: [],
  isOpen: false,
  isSameKey: true,
  ...part,
});

describe("decide", () => {
  const cases: readonly [string, Partial<Situation>, string][] = [
    ["enrolls when there is nothing yet", { current: null }, "enroll"],
    ["keeps an issued certificate whose arguments are the same", {}, "keep"],
    ["leaves the decision to apply while an argument is unknown", { isOpen: true }, "decideAtApply"],
    ["waits on for a pending request", { current: current("Applied") }, "await"],
    ["waits on for a request approved at the top level only", { current: current("SA Approved") }, "await"],
    ["enrolls anew after a revocation without a reason", { current: current("Revoked", 0) }, "enroll"],
    [
      "enrolls anew after a revocation whose reason SCM does not tell",
      { current: current("Revoked") },
      "enroll",
    ],
    ["enrolls anew after a revocation as superseded", { current: current("Revoked", 4) }, "enroll"],
    ["asks for a decision after cessation of operation", { current: current("Revoked", 5) }, "refuse"],
    ["asks for a decision after an affiliation change", { current: current("Revoked", 3) }, "refuse"],
    ["refuses the same key after a key compromise", { current: current("Revoked", 1) }, "refuse"],
    [
      "refuses a key that can't be compared after a key compromise",
      { current: current("Revoked", 1), isSameKey: null },
      "refuse",
    ],
    [
      "enrolls another key after a key compromise",
      { current: current("Revoked", 1), isSameKey: false },
      "enroll",
    ],
    ["refuses to change the order of a live certificate", { changed: [CHANGE] }, "refuse"],
    [
      "refuses to change the order of a pending request",
      { current: current("Approved"), changed: [CHANGE] },
      "refuse",
    ],
    ["refuses to go on from a declined request", { current: current("Declined") }, "refuse"],
    [
      "enrolls anew when the arguments of a declined request change",
      { current: current("Declined"), changed: [CHANGE] },
      "enroll",
    ],
  ];
  it.each(cases)("%s", (_name, part, act) => {
    expect(decide(situation(part)).act).toBe(act);
  });

  it("names the certificate, the argument and the way out when it refuses a change", () => {
    const decision = decide(
      situation({
        changed: [{ argument: "organization_id", found: "it is 7003, and 7019 is configured" }, CHANGE],
      }),
    );
    expect(decision).toMatchObject({ attribute: "organization_id" });
    expect(JSON.stringify(decision)).toMatch(
      /shop\.example\.test.*organization_id, csr_pem.*second sectigo_certificate/,
    );
  });
});
