import type { WaitOptions } from "../../base/deadline.ts";
import { ContractError, StateError } from "../../base/errors.ts";
import { quoted } from "../../base/text.ts";
import { type Decoder, noContent } from "../answer.ts";
import type { CallSpec, Refusal } from "../call-spec.ts";
import type { Caller } from "../caller.ts";
import type { CallName } from "../calls.ts";
import type { CertificateReads } from "./certificate-reads.ts";
import { explainPrivilege } from "./explain-privilege.ts";

/** Finding it done counts as success; `already_…` tells that this call was not what did it, or that its first answer was lost. */
type RevokeOutcome = { readonly outcome: "revoked" | "already_revoked" };
type ApproveOutcome = { readonly outcome: "approved" | "already_approved" };
type DeclineOutcome = { readonly outcome: "declined" | "already_declined" };

/** Reasons that SCM takes: 0 unspecified, 1 key compromise, 3 affiliation changed, 4 superseded, 5 cessation of operation. */
type RevocationReasonCode = 0 | 1 | 3 | 4 | 5;

interface Revocation {
  readonly reasonCode: RevocationReasonCode;
  /** 1 to 512 characters; longer text is cut. */
  readonly reason: string;
}

export interface CertificateDecisions {
  /** @throws StateError `state.not_revocable` when it was never issued */
  revoke(sslId: number, revocation: Revocation, options?: WaitOptions): Promise<RevokeOutcome>;
  /** @param serialNumber hex, with or without colons */
  revokeBySerial(serialNumber: string, revocation: Revocation, options?: WaitOptions): Promise<RevokeOutcome>;
  /** @throws StateError `state.not_approvable`, PrivilegeError `privilege.own_request` */
  approve(sslId: number, message: string, options?: WaitOptions): Promise<ApproveOutcome>;
  decline(sslId: number, message: string, options?: WaitOptions): Promise<DeclineOutcome>;
}

const LONGEST_TEXT = 512;

/** States in which a certificate has been approved; how far it went since does not matter. */
const APPROVED = ["Approved", "Applied", "Issued", "Expired", "Replaced", "Revoked"];

/** A decoder for calls whose success is one outcome and whose answer has no content. */
function outcome<Outcome extends string>(name: Outcome): Decoder<{ outcome: Outcome }> {
  return (answer) => {
    const read = noContent(answer);
    return read.ok ? { ok: true, value: { outcome: name } } : read;
  };
}

/**
 * Sends a revocation with the reason's code as a number, and once more as text where that is unreadable: the reference
 * shows a number, the OpenAPI file text, and public clients have met both.
 */
async function inEitherForm<T>(
  reasonCode: RevocationReasonCode,
  send: (reasonCode: number | string) => Promise<T | "unreadable">,
): Promise<T> {
  const answered = await send(reasonCode);
  if (answered !== "unreadable") return answered;
  const again = await send(String(reasonCode));
  if (again !== "unreadable") return again;
  throw new ContractError("revoke a certificate: SCM can't read the body that this client sent", {
    code: "contract.body_refused",
    status: 400,
    vendorCode: UNREADABLE,
    hint: "Report this; SCM may have changed the form of the call.",
  });
}

/** SCM's "Cannot parse message body". */
const UNREADABLE = -1002;

/** What the answers of all revocations have in common. */
function readRevoked({ vendorCode }: Refusal): RevokeOutcome | "unreadable" | undefined {
  if (vendorCode === -159) return { outcome: "already_revoked" };
  return vendorCode === UNREADABLE ? "unreadable" : undefined;
}

/** "4F:0A:77", the form of the reference's example. */
function colonSerial(serialNumber: string): string {
  const digits = serialNumber.replace(/[:\s]/g, "").toUpperCase();
  const whole = digits.length % 2 === 0 ? digits : `0${digits}`;
  return whole.match(/../g)?.join(":") ?? whole;
}

/** Source: Sectigo Certificate Manager REST API reference, May 2025, "SSL certificates". */
export function certificateDecisions(caller: Caller, reads: CertificateReads): CertificateDecisions {
  const run = <T>(sslId: number, spec: CallSpec<T>, options?: WaitOptions): Promise<T> =>
    explainPrivilege(caller, { sslId }, caller.run({ ...spec, params: { sslId } }, options), options);

  /** A refusal for the state: only the record tells whether it is so already. */
  const lookAtState = async (
    sslId: number,
    refused: { what: string; call: CallName; vendorCode: number; code: `state.${string}`; hint: string },
    options?: WaitOptions,
  ): Promise<(wished: readonly string[]) => void> => {
    const { status } = await reads.get(sslId, options);
    return (wished) => {
      if (wished.includes(status)) return;
      const { what, ...facts } = refused;
      throw new StateError(`${what}: its status is ${quoted(status)}`, { ...facts, status: 400 });
    };
  };

  const decide = async <Done extends string, Already extends string>(
    sslId: number,
    decision: {
      verb: "approve" | "decline";
      message: string;
      done: Done;
      already: Already;
      wished: readonly string[];
    },
    options?: WaitOptions,
  ): Promise<{ outcome: Done | Already }> => {
    const { verb, message, done, already, wished } = decision;
    const call = verb === "approve" ? "POST ssl/approve/{sslId}" : "POST ssl/decline/{sslId}";
    const what = `${verb} certificate ${sslId}`;
    const answered = await run<{ outcome: Done } | "wrong_state">(
      sslId,
      {
        call,
        what,
        body: { message: message.slice(0, LONGEST_TEXT) },
        decode: outcome(done),
        recover: ({ vendorCode }) => (vendorCode === -1112 ? "wrong_state" : undefined),
      },
      options,
    );
    if (answered !== "wrong_state") return answered;
    const hint = "Look at the certificate in SCM; only requests that wait can be decided.";
    const refused = { what, call, vendorCode: -1112, code: "state.not_approvable", hint } as const;
    (await lookAtState(sslId, refused, options))(wished);
    return { outcome: already };
  };

  return {
    async revoke(sslId, { reasonCode, reason }, options) {
      const call = "POST ssl/revoke/{sslId}";
      const what = `revoke certificate ${sslId}`;
      const answered = await inEitherForm<RevokeOutcome | "not_issued">(reasonCode, (code) =>
        run(
          sslId,
          {
            call,
            what,
            body: { reasonCode: code, reason: reason.slice(0, LONGEST_TEXT) },
            decode: outcome("revoked"),
            recover: (refusal) => (refusal.vendorCode === -102 ? "not_issued" : readRevoked(refusal)),
          },
          options,
        ),
      );
      if (answered !== "not_issued") return answered;
      // -102 says "only issued ones": revoked already, or never issued. The latter must not pass for success, or a
      // certificate that is issued later would live on.
      const hint =
        "Only issued certificates can be revoked: decline it if it waits for approval, wait if the CA works on it.";
      const refused = { what, call, vendorCode: -102, code: "state.not_revocable", hint } as const;
      (await lookAtState(sslId, refused, options))(["Revoked"]);
      return { outcome: "already_revoked" };
    },
    revokeBySerial: (serialNumber, { reasonCode, reason }, options) =>
      inEitherForm<RevokeOutcome>(reasonCode, (code) =>
        caller.run(
          {
            call: "POST ssl/revoke/serial/{serial}",
            what: `revoke the certificate with serial number ${quoted(serialNumber)}`,
            params: { serial: colonSerial(serialNumber) },
            body: { reasonCode: code, reason: reason.slice(0, LONGEST_TEXT) },
            decode: outcome("revoked"),
            recover: readRevoked,
          },
          options,
        ),
      ),
    approve: (sslId, message, options) =>
      decide(
        sslId,
        { verb: "approve", message, done: "approved", already: "already_approved", wished: APPROVED },
        options,
      ),
    decline: (sslId, message, options) =>
      decide(
        sslId,
        { verb: "decline", message, done: "declined", already: "already_declined", wished: ["Declined"] },
        options,
      ),
  };
}
