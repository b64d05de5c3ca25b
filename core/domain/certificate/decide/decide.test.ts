import { describe, expect, it } from "vitest";
import { standingOf } from "../status.ts";
import { decide } from "./decide.ts";
import type { Decision } from "./decision.ts";
import type { Change, Held, Situation, Successor, Wishes } from "./situation.ts";

const SINCE = new Date("2026-05-16T00:00:00Z");
const UNTIL = new Date("2026-06-14T00:00:00Z");
const EARLY = { at: "early", since: SINCE, until: UNTIL } as const;
const DUE = { at: "due", since: SINCE, until: UNTIL } as const;
const HARD = { at: "hard", since: SINCE, until: UNTIL } as const;

const held = (status: string, part: Partial<Held> = {}): Held => ({
  ...{ sslId: 1, status, standing: standingOf(status), hasCertificate: true, isExpired: false },
  ...{ origin: "state", revocationReason: null, declinedOn: null, isSameKey: true, isKeyLost: false },
  ...{ isRenewedOutside: false, takenOver: null, renewal: EARLY, isRenewalFutile: false },
  ...part,
});
const ordered = (status: string, part: Partial<Held> = {}): Held =>
  held(status, { hasCertificate: false, renewal: { at: "off" }, ...part });
const revoked = (revocationReason: number | null, part: Partial<Held> = {}): Held =>
  held("Revoked", { revocationReason, ...part });

const REPLACED: Change = { argument: "csr_pem", found: "its key is not the certificate's", way: "replace" };
const MOVED: Change = {
  argument: "organization_id",
  found: "it is 7003, and 7019 is configured",
  way: "enroll",
};
const REFUSED: Change = { argument: "subject", found: "its common name differs", way: "refuse" };
const WISHES: Wishes = { waits: true, whenRevoked: "by_reason", switchesLater: false, replacesOthers: false };
const PENDING: Successor = { sslId: 2, end: null, isIssued: false };
const DECLINED: Successor = { sslId: 2, end: "Declined", isIssued: false };

interface Part extends Omit<Partial<Situation>, "wishes"> {
  readonly wishes?: Partial<Wishes>;
}

const situation = ({ wishes, ...part }: Part): Situation => ({
  ...{ held: held("Issued"), changes: [], successor: null, replaceable: [], compromised: null },
  wishes: { ...WISHES, ...wishes },
  ...part,
});

const ours = (sslId: number) => ({ sslId, isOurs: true });
const others = (sslId: number) => ({ sslId, isOurs: false });

type Row = readonly [what: string, part: Part, act: Decision["act"], code: Decision["reason"]["code"]];

const NOTHING_HELD: readonly Row[] = [
  ["nothing is there", {}, "enroll", "nothing_held"],
  ["the key is compromised elsewhere", { compromised: 7 }, "hold", "key_compromised"],
  ["another of the name may not be replaced", { replaceable: [ours(1)] }, "enroll", "nothing_held"],
  [
    "one of the name may be replaced",
    { replaceable: [ours(1)], wishes: { replacesOthers: true } },
    "replace",
    "same_name",
  ],
  [
    "two of the name may be meant",
    { replaceable: [ours(1), ours(2)], wishes: { replacesOthers: true } },
    "refuse",
    "several_of_the_name",
  ],
  [
    "one of the name is ours and one a stranger's",
    { replaceable: [others(1), ours(2)], wishes: { replacesOthers: true } },
    "replace",
    "same_name",
  ],
  [
    "those of the name are strangers'",
    { replaceable: [others(1)], wishes: { replacesOthers: true } },
    "refuse",
    "others_of_the_name",
  ],
];

const LIVING: readonly Row[] = [
  ["it serves", {}, "keep", "serves"],
  ["it is never renewed", { held: held("Issued", { renewal: { at: "off" } }) }, "keep", "serves"],
  ["it is due", { held: held("Issued", { renewal: DUE }) }, "renew", "due"],
  [
    "it is due and was not ordered through SCM",
    { held: held("Issued", { renewal: DUE, isFromElsewhere: true }) },
    "renew",
    "due_elsewhere",
  ],
  ["time is short", { held: held("Issued", { renewal: HARD }) }, "renew", "due"],
  [
    "it was renewed outside",
    { held: held("Issued", { isRenewedOutside: true }) },
    "renew",
    "renewed_outside",
  ],
  [
    "it was renewed outside and is due",
    { held: held("Issued", { isRenewedOutside: true, renewal: DUE }) },
    "renew",
    "renewed_outside",
  ],
  ["its key is lost", { held: held("Issued", { isKeyLost: true }) }, "replace", "key_lost"],
  ["another request is wanted", { changes: [REPLACED] }, "replace", "changed"],
  ["another organization is wanted", { changes: [REPLACED, MOVED] }, "enroll", "changed"],
  [
    "another request is wanted of what has expired",
    { held: held("Issued", { isExpired: true }), changes: [REPLACED] },
    "enroll",
    "changed",
  ],
  ["something impossible is wanted", { changes: [MOVED, REFUSED] }, "refuse", "change_impossible"],
];

const TAKEN = { takenOver: { holder: "scope infra" } };
const IN_OTHER_HANDS: readonly Row[] = [
  ["another resource took it over", { held: held("Issued", TAKEN) }, "hold", "taken_over"],
  [
    "somebody took it over and it is due",
    { held: held("Issued", { ...TAKEN, renewal: DUE }) },
    "hold",
    "taken_over",
  ],
  [
    "somebody took it over and another request is wanted",
    { held: held("Issued", TAKEN), changes: [REPLACED] },
    "refuse",
    "taken_over",
  ],
  [
    "somebody took it over and one of its own is wanted",
    { held: held("Issued", TAKEN), changes: [MOVED] },
    "enroll",
    "changed",
  ],
];

const ON_ITS_WAY: readonly Row[] = [
  ["it is on its way", { held: ordered("Applied") }, "await", "on_its_way"],
  ["it is approved at the top level only", { held: ordered("SA Approved") }, "await", "on_its_way"],
  [
    "it is on its way, and nothing waits",
    { held: ordered("Requested"), wishes: { waits: false } },
    "keep",
    "on_its_way",
  ],
  [
    "a run before has ordered it",
    { held: ordered("Requested", { origin: "found" }), wishes: { waits: false } },
    "adopt",
    "on_its_way",
  ],
  [
    "it is on its way and is to be another",
    { held: ordered("Approved"), changes: [REPLACED] },
    "refuse",
    "under_way",
  ],
  [
    "an interrupted run has asked for a replacement",
    { held: held("Applied"), changes: [REPLACED] },
    "replace",
    "changed",
  ],
  ["its successor is on its way", { successor: PENDING }, "await", "successor_on_its_way"],
  [
    "its successor is on its way, and nothing waits",
    { successor: PENDING, wishes: { waits: false } },
    "keep",
    "successor_on_its_way",
  ],
  [
    "its successor is on its way, and is switched to later",
    { successor: PENDING, wishes: { switchesLater: true } },
    "keep",
    "successor_on_its_way",
  ],
  [
    "its successor is issued for a new key, and nothing waits",
    { successor: { ...PENDING, isIssued: true }, wishes: { waits: false } },
    "await",
    "successor_on_its_way",
  ],
  [
    "its successor is issued for a new key, in the mode that switches later",
    { successor: { ...PENDING, isIssued: true }, wishes: { switchesLater: true } },
    "await",
    "successor_on_its_way",
  ],
  [
    "its successor is on its way and another is wanted",
    { successor: PENDING, changes: [MOVED] },
    "refuse",
    "under_way",
  ],
];

const ENDED: readonly Row[] = [
  ["its request was declined", { held: ordered("Declined") }, "hold", "request_refused"],
  [
    "its request was declined and a run before ordered it",
    { held: ordered("Declined", { origin: "found" }) },
    "hold",
    "request_refused",
  ],
  [
    "its request was rejected and is another now",
    { held: ordered("Rejected"), changes: [REPLACED] },
    "enroll",
    "asked_anew",
  ],
  ["its successor was declined", { successor: DECLINED }, "hold", "successor_refused"],
  [
    "its successor was declined, and time is short",
    { held: held("Issued", { renewal: HARD }), successor: DECLINED },
    "enroll",
    "successor_refused",
  ],
  [
    "its successor was declined, and it has expired",
    { held: held("Issued", { isExpired: true }), successor: DECLINED },
    "enroll",
    "successor_refused",
  ],
  [
    "its successor has names that were not ordered, and time is short",
    { held: held("Issued", { renewal: HARD }), successor: { ...DECLINED, isUnusable: true } },
    "hold",
    "successor_unusable",
  ],
  [
    "its successor was declined and another is wanted",
    { successor: DECLINED, changes: [MOVED] },
    "enroll",
    "changed",
  ],
  ["it was revoked without a reason", { held: revoked(0) }, "enroll", "revoked"],
  ["it was revoked and SCM tells no reason", { held: revoked(null) }, "enroll", "revoked"],
  ["it was revoked as superseded", { held: revoked(4) }, "enroll", "revoked"],
  ["its use was ended on purpose", { held: revoked(5) }, "hold", "revoked_on_purpose"],
  [
    "its owner left, and another request is wanted",
    { held: revoked(3), changes: [REPLACED] },
    "refuse",
    "revoked_on_purpose",
  ],
  ["its privilege was withdrawn", { held: revoked(9) }, "hold", "revoked_on_purpose"],
  [
    "its use was ended, and it is to be enrolled anew",
    { held: revoked(5), wishes: { whenRevoked: "reenroll" } },
    "enroll",
    "revoked",
  ],
  [
    "it was revoked, and is only to be warned of",
    { held: revoked(0), wishes: { whenRevoked: "warn" } },
    "keep",
    "revocation_accepted",
  ],
  ["its key is compromised", { held: revoked(1) }, "hold", "key_compromised"],
  [
    "its key is compromised, and it is to be enrolled anew",
    { held: revoked(1), wishes: { whenRevoked: "reenroll" } },
    "hold",
    "key_compromised",
  ],
  [
    "its key is compromised, and the new one can't be compared",
    { held: revoked(1, { isSameKey: null }) },
    "hold",
    "key_compromised",
  ],
  [
    "its key is compromised, and another is given",
    { held: revoked(1, { isSameKey: false }) },
    "enroll",
    "revoked",
  ],
];

describe("decide", () => {
  const nothing = NOTHING_HELD.map(
    ([what, part, ...rest]) => [what, { held: null, ...part }, ...rest] as Row,
  );
  it.each([
    ...nothing,
    ...LIVING,
    ...IN_OTHER_HANDS,
    ...ON_ITS_WAY,
    ...ENDED,
  ])("when %s: %3$s, %2$s", (_what, part, act, code) => {
    const decision = decide(situation(part));
    expect([decision.act, decision.reason.code]).toEqual([act, code]);
  });

  it("lets a renewal fail while there is time, and not when it is short", () => {
    expect(decide(situation({ held: held("Issued", { renewal: DUE }) }))).toMatchObject({ isSoft: true });
    expect(decide(situation({ held: held("Issued", { renewal: HARD }) }))).toMatchObject({ isSoft: false });
  });

  it("does not fail before the hard deadline of what was ended on purpose", () => {
    expect(decide(situation({ held: revoked(5) }))).toMatchObject({ isHard: false });
    expect(decide(situation({ held: revoked(5, { renewal: HARD }) }))).toMatchObject({ isHard: true });
  });

  it.each([
    ["SCM says that it was renewed", { isRenewedOutside: true }, true],
    ["it is due, so that a killed run may have renewed it", { renewal: DUE }, true],
    ["time is short", { renewal: HARD }, true],
    ["it is young", {}, false],
  ] as const)("makes a change to the successor that may be there where %s", (_what, part, mayBeRenewed) => {
    for (const [changes, act] of [
      [[REPLACED], "replace"],
      [[MOVED], "enroll"],
    ] as const)
      expect(decide(situation({ held: held("Issued", part), changes }))).toMatchObject({
        act,
        reason: { code: "changed", mayBeRenewed },
      });
  });

  it("makes a change to what is held where its successor is known to be refused", () => {
    const renewed = held("Issued", { isRenewedOutside: true });
    expect(decide(situation({ held: renewed, successor: DECLINED, changes: [REPLACED] }))).toMatchObject({
      act: "replace",
      reason: { mayBeRenewed: false },
    });
  });

  it("looks for the successor of what was revoked after it was renewed, for the same key only", () => {
    const renewed = { isRenewedOutside: true };
    const mayBe = (part: Part) => decide(situation(part)).reason;
    expect(mayBe({ held: revoked(4, renewed) })).toMatchObject({ mayBeRenewed: true });
    expect(mayBe({ held: revoked(4, renewed), changes: [REPLACED] })).toMatchObject({ mayBeRenewed: false });
    expect(mayBe({ held: revoked(1, { ...renewed, isSameKey: false }) })).toMatchObject({
      mayBeRenewed: false,
    });
  });
});
