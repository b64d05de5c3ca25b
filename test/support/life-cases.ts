import { callerOf, enrollBody, makeCsr } from "../fake-scm/testing.ts";
import type { FrontEnd, FrontEndOptions } from "./front-ends.ts";

/** What a certificate's life may look like when a front end looks at it, and what follows. */
export interface LifeCase {
  readonly what: string;
  readonly scm?: FrontEndOptions["scm"];
  readonly happen: (frontEnd: FrontEnd) => Promise<unknown>;
  /** As both logs tell it; where a state knows more than a run without memory can, as each of them does. */
  readonly decided: string | { readonly provider: string; readonly action: string };
}

export const START = "2026-04-01T00:00:00Z";
export const CSR = makeCsr("shop.example.test").csr;
const DUE = "2026-09-10T00:00:00Z";
/** Three days before the end of 199 days. */
const HARD = "2026-10-14T00:00:00Z";
const AFTER = "2026-11-20T00:00:00Z";

/** Orders, then lets something happen to the record. */
const ordered =
  (act: (scm: FrontEnd["scm"], sslId: number) => Promise<unknown>) =>
  async (frontEnd: FrontEnd): Promise<void> => {
    await frontEnd.order();
    const [record] = await frontEnd.scm.control.certificates();
    await act(frontEnd.scm, record?.sslId ?? 0);
  };

const laterAt =
  (instant: string) =>
  async (frontEnd: FrontEnd): Promise<void> => {
    await frontEnd.order();
    await frontEnd.moveTo(instant);
  };

const WAITS = { autoApprove: false } as const;

export const LIFE_CASES: readonly LifeCase[] = [
  { what: "nothing is there", happen: async () => undefined, decided: "decision=enroll reason=nothing_held" },
  {
    what: "it serves and is young",
    happen: (it) => it.order(),
    decided: "decision=keep reason=serves",
  },
  { what: "it is due", happen: laterAt(DUE), decided: "decision=renew reason=due" },
  { what: "its hard deadline has passed", happen: laterAt(HARD), decided: "decision=renew reason=due" },
  {
    what: "it was revoked as superseded",
    happen: ordered((scm, sslId) => scm.control.revoke(sslId, 4)),
    decided: "decision=enroll reason=revoked",
  },
  {
    what: "it was revoked without a reason",
    happen: ordered((scm, sslId) => scm.control.revoke(sslId, 0)),
    decided: "decision=enroll reason=revoked",
  },
  {
    what: "its key is compromised",
    happen: ordered((scm, sslId) => scm.control.revoke(sslId, 1)),
    decided: "decision=hold reason=key_compromised",
  },
  {
    what: "its owner left",
    happen: ordered((scm, sslId) => scm.control.revoke(sslId, 3)),
    decided: "decision=hold reason=revoked_on_purpose",
  },
  {
    what: "its use was ended",
    happen: ordered((scm, sslId) => scm.control.revoke(sslId, 5)),
    decided: "decision=hold reason=revoked_on_purpose",
  },
  ...(["decline", "reject", "invalidate"] as const).map((act) => ({
    what: `its request met: ${act}`,
    scm: WAITS,
    happen: ordered((scm, sslId) => scm.control.act(sslId, act)),
    decided: "decision=hold reason=request_refused",
  })),
  {
    // A run without memory finds the request by its marker, and has to take it over before it follows it.
    what: "its request is on its way",
    scm: WAITS,
    happen: (it) => it.order(),
    decided: {
      provider: "decision=await reason=on_its_way",
      action: "decision=adopt reason=on_its_way",
    },
  },
  {
    // Reports tell a state that a successor exists, and its apply looks at it; a run without memory has looked at both.
    what: "it was renewed outside for another key",
    happen: ordered((scm, sslId) => scm.control.renew(sslId)),
    decided: { provider: "decision=renew reason=renewed_outside", action: "decision=keep reason=serves" },
  },
  {
    // A state replaces under the id that it knows; a run without memory finds nothing for its key.
    what: "it was replaced outside for another key",
    happen: ordered((scm, sslId) => scm.control.act(sslId, "replace")),
    decided: { provider: "decision=replace reason=changed", action: "decision=enroll reason=nothing_held" },
  },
  {
    what: "it has expired",
    happen: laterAt(AFTER),
    decided: "decision=renew reason=expired",
  },
  {
    // As with a first request: a run without memory takes over what it finds.
    what: "its successor is on its way when it has ended",
    scm: WAITS,
    happen: async (it) => {
      await ordered((scm, sslId) => scm.control.act(sslId, "approve"))(it);
      await it.moveTo(DUE);
      await it.order();
      await it.moveTo(AFTER);
    },
    decided: {
      provider: "decision=await reason=successor_on_its_way",
      action: "decision=adopt reason=on_its_way",
    },
  },
  {
    what: "SCM has a certificate of the name for a stranger's key",
    happen: ({ scm }) => {
      const { customerUri, username, password } = scm.credentials;
      const call = callerOf(scm.apiUrl, { customerUri, login: username, password });
      return call("POST", "/ssl/v1/enroll", enrollBody("shop.example.test"));
    },
    decided: "decision=enroll reason=nothing_held",
  },
  {
    // A state remembers what it ordered for the earlier request; a run without memory leaves that alone.
    what: "another request takes the place of the one that was ordered",
    happen: async (it) => {
      await it.order();
      it.want(makeCsr("shop.example.test").csr);
    },
    decided: { provider: "decision=replace reason=changed", action: "decision=enroll reason=nothing_held" },
  },
];
