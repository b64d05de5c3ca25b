import { describe, expect, it } from "vitest";
import { decide } from "./decide.ts";
import type { CurrentCertificate, Situation } from "./decision.ts";

const current = (status: string, revocationReason: number | null = null): CurrentCertificate => ({
  label: "shop.example.test (serial 0A)",
  status,
  revocationReason,
  declinedOn: null,
  ...{ hasCertificate: true, isExpired: false, isKeyLost: false, isRenewedOutside: false },
});
const ordered = (status: string): CurrentCertificate => ({ ...current(status), hasCertificate: false });
const CHANGE = { argument: "csr_pem", found: "its key is not the certificate's", way: "replace" } as const;
const MOVE = {
  argument: "organization_id",
  found: "it is 7003, and 7019 is configured",
  way: "enroll",
} as const;
const REFUSED = { argument: "subject", found: "its common name differs", way: "refuse" } as const;
const DUE = { at: "due", because: "its window is open" } as const;
const HARD = { at: "hard", because: "its window is open" } as const;
const WISHES = { onPending: "wait", whenRevoked: "by_reason", switchesLater: false };
const situation = (part: Partial<Situation>): Situation => ({
  current: current("Issued"),
  changed: [],
  ...{ isOpen: false, isAnyOpen: false },
  isSameKey: true,
  pending: null,
  renewal: { at: "early" },
  hasOtherChange: false,
  wishes: WISHES,
  ...part,
});

describe("decide", () => {
  const cases: readonly [string, Partial<Situation>, string][] = [
    ["enrolls when there is nothing yet", { current: null }, "enroll"],
    ["keeps an issued certificate whose arguments are the same", {}, "keep"],
    ["leaves the decision to apply while an order argument is unknown", { isOpen: true }, "decideAtApply"],
    ["leaves a renewal to apply while any argument is unknown", { isAnyOpen: true }, "decideAtApply"],
    ["keeps what is not renewed whatever is unknown", { isAnyOpen: true, renewal: { at: "off" } }, "keep"],
    [
      "takes an outside renewal over at apply, if what is unknown allows",
      {
        ...{ isAnyOpen: true, hasOtherChange: true, renewal: { at: "off" } },
        current: { ...current("Issued"), isRenewedOutside: true },
      },
      "decideAtApply",
    ],
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
    ["has a live certificate replaced for another request", { changed: [CHANGE] }, "replace"],
    ["enrolls a live certificate anew for another organization", { changed: [CHANGE, MOVE] }, "enroll"],
    [
      "enrolls what has expired anew, since SCM replaces only what is valid",
      { current: { ...current("Issued"), isExpired: true }, changed: [CHANGE] },
      "enroll",
    ],
    ["refuses what nothing can give", { changed: [REFUSED] }, "refuse"],
    [
      "refuses to change the order of a pending request",
      { current: ordered("Approved"), changed: [CHANGE] },
      "refuse",
    ],
    [
      "looks how far a replacement came that an interrupted run asked for",
      { current: current("Applied"), changed: [CHANGE] },
      "replace",
    ],
    [
      "leaves a pending request to a later refresh when it is to return",
      { current: ordered("Requested"), wishes: { ...WISHES, onPending: "return" } },
      "keep",
    ],
    ["waits on for a pending successor", { pending: { sslId: 2, end: null } }, "await"],
    [
      "leaves a pending successor to a later refresh in the mode that switches later",
      { pending: { sslId: 2, end: null }, wishes: { ...WISHES, switchesLater: true } },
      "keep",
    ],
    [
      "orders nothing more while a successor is on its way",
      { pending: { sslId: 2, end: null }, changed: [MOVE] },
      "refuse",
    ],
    [
      "keeps the old one while its successor was declined",
      { pending: { sslId: 2, end: "Declined" } },
      "keep",
    ],
    [
      "errs about a declined successor when time is short",
      { pending: { sslId: 2, end: "Declined" }, renewal: HARD },
      "refuse",
    ],
    [
      "orders again after a declined successor when the order changes",
      { pending: { sslId: 2, end: "Declined" }, changed: [MOVE] },
      "enroll",
    ],
    ["renews what is due", { renewal: DUE }, "renew"],
    ["leaves renewal to the next plan beside another change", { renewal: DUE, hasOtherChange: true }, "keep"],
    ["renews beside another change when time is short", { renewal: HARD, hasOtherChange: true }, "renew"],
    [
      "takes over what was renewed outside",
      { current: { ...current("Issued"), isRenewedOutside: true } },
      "renew",
    ],
    [
      "has a certificate replaced whose key is lost",
      { current: { ...current("Issued"), isKeyLost: true } },
      "replace",
    ],
    [
      "never enrolls anew after a revocation when it is only to warn",
      { current: current("Revoked", 0), wishes: { ...WISHES, whenRevoked: "warn" } },
      "keep",
    ],
    [
      "enrolls anew after any harmless revocation when told so",
      { current: current("Revoked", 5), wishes: { ...WISHES, whenRevoked: "reenroll" } },
      "enroll",
    ],
    [
      "never certifies a compromised key again, whatever is told",
      { current: current("Revoked", 1), wishes: { ...WISHES, whenRevoked: "reenroll" } },
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

  it("says why it orders, naming every argument", () => {
    const decision = decide(situation({ changed: [MOVE, CHANGE] }));
    expect(decision).toEqual({
      act: "enroll",
      because:
        "organization_id: it is 7003, and 7019 is configured; csr_pem: its key is not the certificate's",
    });
  });

  it("counts a renewal as an order while it is left open only when it is due", () => {
    const open = { isAnyOpen: true, hasOtherChange: true };
    expect(decide(situation({ ...open }))).toEqual({ act: "decideAtApply", mayOrder: false });
    expect(decide(situation({ ...open, renewal: DUE }))).toMatchObject({ mayOrder: true, note: {} });
  });

  it("says that a renewal follows when it is put off", () => {
    const decision = decide(situation({ renewal: DUE, hasOtherChange: true }));
    expect(JSON.stringify(decision)).toMatch(
      /shop\.example\.test.*renewed by the next apply.*its window is open/,
    );
  });
});
