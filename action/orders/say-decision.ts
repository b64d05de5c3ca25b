import type { Decision } from "./decide.ts";

/** What becomes of a certificate, in words: for the log, the summary and the comment alike. */
export function sayDecision(decision: Decision): string {
  switch (decision.kind) {
    case "reuse": {
      const { existing, renewsFrom } = decision;
      return `${existing.details.sslId} stays, renewed from ${renewsFrom.toISOString().slice(0, 10)}`;
    }
    case "renew":
      return `${decision.existing.details.sslId} is renewed`;
    case "replace":
      return `${decision.existing.details.sslId} is replaced under its id`;
    case "enroll":
      return "a new certificate is enrolled";
    case "adopt":
      return `${decision.sslId} is ordered already and waits to be issued`;
    case "refuse":
      return "can't be ordered";
  }
}
