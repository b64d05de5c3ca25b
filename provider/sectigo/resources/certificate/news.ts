import { type Decision, plainText } from "../../../../core/index.ts";
import type { PlanDecision } from "./plan-decision.ts";
import { because, type Note, type Order, reasonName, tellStop } from "./words.ts";

type Keep = Extract<PlanDecision, { act: "keep" | "renewLater" | "takeOver" }>;

/** What follows later where nothing is ordered now; null when all is well. */
export function tellKept(decision: Keep, label: () => string): Note | null {
  if (decision.act === "takeOver") return tellTakenOver(decision, label());
  if (decision.act === "renewLater") return tellLater(decision.reason, label());
  const { reason } = decision;
  if (reason.code !== "revocation_accepted") return null;
  return {
    summary: `Certificate ${label()} was revoked: ${reasonName(reason.revocation)}`,
    detail:
      'It is left as it is, since when_revoked is "warn". To enroll a new one, set when_revoked = "reenroll".',
  };
}

function tellTakenOver({ instead }: Extract<Keep, { act: "takeOver" }>, label: string): Note {
  return {
    summary: "Certificates are taken over as they stand; the next plan will do more",
    detail: `Certificate ${label}: ${insteadText(instead, label)}. Importing it orders nothing and revokes nothing.`,
  };
}

function insteadText(instead: Extract<Keep, { act: "takeOver" }>["instead"], label: string): string {
  switch (instead.act) {
    case "refuse":
    case "hold":
      return tellStop(instead, label).summary;
    case "await":
    case "adopt":
      return instead.reason.code === "on_its_way"
        ? `it is ${plainText(instead.reason.status)}`
        : `its successor ${instead.reason.sslId} is on its way`;
    case "decideAtApply":
      return instead.due === null
        ? "what is to be done is known only during an apply"
        : `it is due, because ${because(instead.due)}`;
    case "renewLater":
      return `it is due, because ${because(instead.reason)}`;
    default:
      return because(instead.reason) ?? "it is due";
  }
}

type RenewReason = Extract<Order, { act: "renew" }>["reason"];

/** A renewal in its time, and a successor that is there already; null for what is late or went wrong. */
export function tellRoutine(reason: RenewReason, label: string): Note | null {
  switch (reason.code) {
    case "due":
      return {
        summary: "Certificates are due, and will be renewed",
        detail:
          `Certificate ${label}: ${because(reason)}. Its successor takes its place in this resource and is ordered, and paid ` +
          "for, once.",
      };
    case "renewed_outside":
      return {
        summary: "Certificates were renewed outside Terraform, and their successors will be taken over",
        detail: `Certificate ${label}: ${because(reason)}. Nothing is ordered.`,
      };
    default:
      return null;
  }
}

/** A renewal that comes after the other changes. */
function tellLater(reason: RenewReason, label: string): Note {
  const detail = `it is due, because ${because(reason)}. This apply makes the other changes; plan again after it.`;
  const summary =
    tellRoutine(reason, label) === null
      ? `Certificate ${label} will be renewed by the next apply`
      : "Certificates are due, and will be renewed by the next apply";
  return { summary, detail: `Certificate ${label}: ${detail}` };
}

/** A renewal in its time that an open argument leaves to the apply. */
export function tellDue(due: RenewReason, label: string): Note {
  return {
    summary: "Certificates are due, and may be renewed by this apply",
    detail:
      `Certificate ${label}: ${because(due)}. An argument is known only during the apply: if it comes out unchanged, the ` +
      "certificate is renewed then; if not, by the next apply.",
  };
}

type Waiting = Extract<Decision, { act: "await" | "adopt" }>["reason"];

/** What this apply waits for, and does not order. */
export function tellWaiting(reason: Waiting, label: string): Note {
  const goesOn = "The next apply waits on for it and orders nothing.";
  if (reason.code === "on_its_way")
    return {
      summary: `Certificate requests are still ${plainText(reason.status)}`,
      detail: `Certificate request ${label}: ${WAITS_FOR_PEOPLE.test(reason.status) ? "an administrator has to approve it in SCM" : AT_WORK}. ${goesOn}`,
    };
  return reason.isIssued
    ? {
        summary: "Successors are issued, and this apply takes them over",
        detail: `Certificate ${label}: it is succeeded by ${reason.sslId}. Nothing is ordered.`,
      }
    : {
        summary: "Successors are not issued yet",
        detail: `Certificate ${label}: it is succeeded by ${reason.sslId}, and ${AT_WORK}. ${goesOn}`,
      };
}

const AT_WORK = "SCM and the CA are working on it";

/** Requested, and approved at the top level only. */
const WAITS_FOR_PEOPLE = /^(Requested|SA ?Approved)$/;
