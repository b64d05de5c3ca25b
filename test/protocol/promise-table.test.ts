/**
 * What one life of a certificate promises, and by which test of the built provider and of the Action's bundle each promise is
 * kept. A text in place of a test says why a front end has none.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** File below test/, and part of the title. */
type Proof = readonly [file: string, title: string];

interface Promised {
  readonly what: string;
  readonly provider: Proof | string;
  readonly action: Proof | string;
}

const TABLE: readonly Promised[] = [
  {
    what: "B1 a request that two readers read differently is refused; what SCM ignores is told",
    provider: ["acceptance/odd-requests.test.ts", "S77 a CSR that can't be ordered with"],
    action: ["action/odd-requests.test.ts", "is refused at its file, and nothing is ordered"],
  },
  {
    what: "B2 what came is compared with the order",
    provider: ["acceptance/compare.test.ts", "is told in every plan while it lacks a name"],
    action: ["action/compare.test.ts", "fails the step in every run while it lacks a name"],
  },
  {
    what: "B3 identity comes from the order, whatever the CA and SCM's lists make of its names",
    provider: ["acceptance/compare.test.ts", "comes out right with the switches that seed %i draws"],
    action: ["action/compare.test.ts", "S78 the Action's certificate comes out right where"],
  },
  {
    what: "B4 the user chooses one of several chains",
    provider: ["protocol/life-promises.test.ts", "B4 it has the chain that preferred_chain asks for"],
    action: ["action/compare.test.ts", "has the chain that preferred-chain asks for"],
  },
  {
    what: "B5 certificate and key that lie together belong together",
    provider: ["acceptance/compare.test.ts", "belong together also when the CA is slower than the apply"],
    action: ["action/compare.test.ts", "leaves key and certificate on a host as they are"],
  },
  {
    what: "B6 a successor that is issued is taken over in every mode",
    provider: ["acceptance/lifecycle.test.ts", "S44 returns while an administrator has to approve"],
    action: ["action/successors.test.ts", "is delivered when it is issued: on-pending %s"],
  },
  {
    what: "B7 a compromised key gets no other certificate",
    provider: ["acceptance/certificate.test.ts", "never enrolls the same key again after a key compromise"],
    action: ["action/compromised.test.ts", "S56 refuses the key for another name"],
  },
  {
    what: "B7 a colleague's pending order with our marker is left alone where no login tells who we are",
    provider: ["protocol/life-promises.test.ts", "B7 under OAuth2 a pending order with our marker"],
    action: ["action/sign-in.test.ts", "B7 with OAuth2, which tells no requester"],
  },
  {
    what: "B8 a certificate is bound to its account",
    provider: ["protocol/life-promises.test.ts", "B8 another account with the same ids"],
    action: "a run without memory has no ids of another account",
  },
  {
    what: "B9 what others took over is left alone",
    provider: ["protocol/life-promises.test.ts", "B9 what another state took over"],
    action: "a run without memory holds no claim that could be taken",
  },
  {
    what: "B10 on-existing: replace acts on what its scope has ordered",
    provider: "there is no such input; a state replaces by id and claim (B9)",
    action: ["action/decisions.test.ts", "leaves what another scope has ordered, and says so in a check too"],
  },
  {
    what: "B11 one walk does not revoke a certificate and order the same one",
    provider: [
      "acceptance/renamed.test.ts",
      "S81 a plan that would revoke a certificate and order the same one",
    ],
    action: [
      "action/check.test.ts",
      "tells what a deleted request leaves behind, and nothing of others that go or move",
    ],
  },
  {
    what: "B12 recreation after a renewal works",
    provider: ["acceptance/recreated.test.ts", "never two alive, never one left behind"],
    action: ["action/decisions.test.ts", "is followed by a new certificate"],
  },
  {
    what: "B12 a lost answer, a kill and a list that lags buy nothing twice",
    provider: ["protocol/kill.test.ts", "with a list that lags"],
    action: ["action/kill.test.ts", "$name"],
  },
  {
    what: "B12 a clock that is off, and a successor that brings no time, buy nothing",
    provider: ["protocol/life-promises.test.ts", "B12 a clock that is two days ahead"],
    action: ["action/decisions.test.ts", "B12 a clock that is two days ahead"],
  },
  {
    what: "B13 a refused request is an end",
    provider: ["protocol/one-life.test.ts", "S74 both front ends decide the same"],
    action: ["action/decisions.test.ts", "is an end: every run says so, and none orders"],
  },
  {
    what: "B14 a deliberate revocation is not undone",
    provider: ["protocol/one-life.test.ts", "S74 both front ends decide the same"],
    action: ["action/decisions.test.ts", "on purpose (reason %i) is not undone"],
  },
  {
    what: "B15 terms are those of their day",
    provider: [
      "acceptance/saved-plans.test.ts",
      "is refused with the date when what it orders is no longer allowed",
    ],
    action: [
      "action/decisions.test.ts",
      "is that of its day where a refused renewal turns into an enrollment",
    ],
  },
  {
    what: "B16 with nothing valid left, pending is an error",
    provider: ["protocol/one-life.test.ts", "S74 both front ends decide the same"],
    action: [
      "action/decisions.test.ts",
      "fails the step while its successor is not issued, whatever on-pending says",
    ],
  },
  {
    what: "B17 one's trouble is not the others'",
    provider: [
      "acceptance/ones-trouble.test.ts",
      "renews the good one in an apply that errs for the three alone",
    ],
    action: ["action/lifecycle.test.ts", "S64 one that fails does not keep the others from being delivered"],
  },
  {
    what: "B18 records of other CAs are never renewed",
    provider: ["protocol/life-promises.test.ts", "B18 an imported record of another CA"],
    action: ["action/foreign-records.test.ts", "is used until it is due, and never renewed"],
  },
  {
    what: "B19 what can be known in the plan is said in the plan",
    provider: ["acceptance/bad-input.test.ts", "bad input is refused in a plan, and nothing is ordered"],
    action: ["action/one-plan.test.ts", "check announces the orders and the faults that enroll then has"],
  },
  {
    what: "B20 a minimal import names what is missing, or adopts as it is",
    provider: ["acceptance/minimal-import.test.ts", "adopts a certificate as it is by ignore_changes = all"],
    action: "it imports nothing into a state",
  },
  {
    what: "B21 terraform test revokes no live certificate",
    provider: ["acceptance/terraform-test.test.ts", "takes it over at most, revokes nothing at its end"],
    action: "it has no state to tear down",
  },
  {
    what: "B22 a byte order mark survives",
    provider: [
      "acceptance/odd-requests.test.ts",
      "a long CSR that begins with a byte order mark is carried as it is",
    ],
    action: ["action/odd-requests.test.ts", "is read in %s"],
  },
];

const proofs = TABLE.flatMap(({ what, provider, action }) =>
  [provider, action]
    .filter((proof): proof is Proof => typeof proof !== "string")
    .map(([file, title]) => [what, file, title] as const),
);

describe("S74 each promise has its test", () => {
  it.each(proofs)("%s: %s", (_what, file, title) => {
    expect(readFileSync(new URL(`../${file}`, import.meta.url), "utf8")).toContain(title);
  });
});
