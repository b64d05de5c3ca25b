/**
 * S74: state and holdings tell the same life in two languages. Whatever the life, both translations lead the one ladder to
 * the same decision for the same reason.
 */
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import {
  type Csr,
  decide,
  type Holdings,
  readCertificatePem,
  readCsr,
  situationOfHoldings,
} from "../../../../core/index.ts";
import { budget } from "../../../../test/support/budget.ts";
import { makeChain, makeCsr } from "../../../../test/support/certificates.ts";
import { steppingClock } from "../../../../test/support/stepping-clock.ts";
import { PrivateData } from "../../../framework/private.ts";
import { readSituation } from "./plan-decision.ts";
import { writeLastSeen, writePrivateData } from "./private-data.ts";
import { NOT_ISSUED, type StoredCertificate } from "./state.ts";

const DAY_MS = 86_400_000;
const ISSUED_AT = new Date("2026-04-01T00:00:00Z");
const ID = 40_211;

/** What a certificate has been through. */
interface Life {
  readonly status: string;
  /** Of a revocation. */
  readonly reasonCode: number | null;
  readonly lifetimeDays: number;
  /** Of its lifetime, up to now. */
  readonly share: number;
  readonly windowDays: number | null;
  /** How the request that was to follow ended; null when there is none. */
  readonly successor: string | null;
  /** SCM's word for a certificate whose time is over, at once or late. */
  readonly over: string;
}

const REFUSED = ["Declined", "Rejected", "Invalid"] as const;
const revocation = fc.constantFrom(0, 1, 3, 4, 5, 9);

const life: fc.Arbitrary<Life> = fc
  .record({
    status: fc.oneof(
      { weight: 6, arbitrary: fc.constant("Issued") },
      { weight: 3, arbitrary: fc.constant("Revoked") },
      { weight: 1, arbitrary: fc.constantFrom("Requested", "Approved", "Applied", ...REFUSED) },
    ),
    reason: revocation,
    lifetimeDays: fc.integer({ min: 2, max: 398 }),
    share: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    windowDays: fc.option(fc.integer({ min: 1, max: 60 })),
    isOver: fc.boolean(),
    over: fc.constantFrom("Issued", "Expired"),
    refusal: fc.option(fc.constantFrom(...REFUSED), { freq: 2 }),
  })
  .map(({ reason, refusal, isOver, share, ...rest }) => {
    const successor = rest.status === "Issued" ? refusal : null;
    const reasonCode = rest.status === "Revoked" ? reason : null;
    return { ...rest, reasonCode, successor, share: rest.status === "Issued" && isOver ? 1 + share : share };
  });

let pem: string;
let csr: Csr;
beforeAll(async () => {
  const [leaf] = await makeChain();
  pem = leaf.pem;
  csr = readCsr((await makeCsr({ keys: leaf.keys })).pem);
});

const endOf = ({ lifetimeDays }: Life): Date => new Date(ISSUED_AT.getTime() + lifetimeDays * DAY_MS);
const nowOf = ({ lifetimeDays, share }: Life): Date =>
  new Date(ISSUED_AT.getTime() + lifetimeDays * share * DAY_MS);
const wasIssued = ({ status }: Life): boolean => status === "Issued" || status === "Revoked";

type Details = Holdings["line"][number];

function detailsOf(drawn: Life, sslId = ID): Details {
  const { status, reasonCode } = drawn;
  const expires = endOf(drawn).toISOString();
  // What the ladder's translations read of a record; the rest does not count.
  return { sslId, status, reasonCode, declined: null, expires, isRenewed: false } as unknown as Details;
}

/** As a state tells it. */
function byState(drawn: Life): string {
  const data = new PrivateData(new Uint8Array());
  writeLastSeen(data, detailsOf(drawn));
  if (drawn.successor !== null) writePrivateData(data, { pendingEnd: drawn.successor });
  const issued = wasIssued(drawn)
    ? { certificate_pem: pem, not_before: ISSUED_AT.toISOString(), not_after: endOf(drawn).toISOString() }
    : {};
  const renewal = { enabled: null, window_share: null, window_days: drawn.windowDays };
  const prior = {
    ...NOT_ISSUED,
    ...issued,
    ...{ ssl_id: ID, status: drawn.status, organization_id: 7003, scm_profile_id: 3312, csr_pem: csr.pem },
    ...{ subject_alternative_names: null, order_key: null, private_key: null, subject: null, sensor: null },
    ...{ private_key_wo_version: null, on_pending: null, when_revoked: null },
    renewal: { ...renewal, hard_deadline_days: null, mode: null },
    pending: drawn.successor === null ? null : { ssl_id: ID + 1 },
  } as unknown as StoredCertificate; // what the translation reads
  const question = { planned: prior, prior, config: null, private: data, justImported: new Set<number>() };
  const { situation } = readSituation({
    ...question,
    planned: prior as never, // all of it is known
    clock: steppingClock(nowOf(drawn)),
  });
  return said(decide(situation));
}

/** As a run without memory finds it. */
function byHoldings(drawn: Life): string {
  const isOver = nowOf(drawn) > endOf(drawn);
  const details = detailsOf(isOver ? { ...drawn, status: drawn.over } : drawn);
  const leaf = { ...readCertificatePem(pem), notBefore: ISSUED_AT, notAfter: endOf(drawn) };
  const chain = { leaf } as unknown as Holdings["valid"][number]["chain"]; // the leaf is all that is read
  const follows = drawn.successor;
  const line = follows === null ? [] : [detailsOf({ ...drawn, status: follows, reasonCode: null }, ID + 1)];
  const holdings: Holdings = {
    valid:
      drawn.status === "Issued" && !isOver
        ? [{ details, chain, serves: true, isUnusable: false, isOfScope: true }]
        : [],
    line: [...line, details],
    ends: new Map(isOver && details.status === "Issued" ? [[ID, endOf(drawn)]] : []),
  };
  const window = drawn.windowDays === null ? undefined : { days: drawn.windowDays };
  const policy = { renewal: { window }, replacesOthers: false };
  return said(decide(situationOfHoldings(holdings, { key: "given" }, { policy, now: nowOf(drawn) })));
}

/** What is found by its marker is taken over before it is followed; that is the one word in which the two may differ. */
function said({ act, reason }: ReturnType<typeof decide>): string {
  return `${act === "adopt" ? "await" : act} ${reason.code}`;
}

it("S74 a life decides the same, whether a state or SCM's records tell it", () => {
  fc.assert(
    fc.property(life, (drawn) => {
      expect(byHoldings(drawn)).toBe(byState(drawn));
    }),
    { numRuns: budget({ usual: 200, full: 20_000 }) },
  );
});
