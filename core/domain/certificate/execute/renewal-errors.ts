import { StateError } from "../../../base/errors.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";

export function notRenewed(sslId: number): StateError {
  return new StateError(
    `take over the successor of certificate ${sslId}: SCM no longer says that it is renewed`,
    {
      code: "state.successor_missing",
      hint: ({ lookAnew }) => `To look at SCM anew, ${lookAnew}. Nothing was ordered.`,
    },
  );
}

export function refuseAutoRenewal({
  sslId,
  autoRenewState,
  autoRenewDaysBefore,
}: CertificateDetails): StateError {
  const when = autoRenewDaysBefore === null ? "" : `, ${autoRenewDaysBefore} days before its end`;
  return new StateError(
    `renew certificate ${sslId}: SCM will renew it automatically (${autoRenewState}${when})`,
    {
      code: "state.auto_renewal",
      path: "renewal",
      hint: ({ neverRenew }) =>
        `Only one of the two may renew, or it is bought twice: switch auto-renewal off for it in SCM, or ${neverRenew} ` +
        "and take SCM's successor over when it is there.",
    },
  );
}

export function ended(old: CertificateDetails, { sslId, status }: CertificateDetails): StateError {
  return new StateError(
    `renew certificate ${old.sslId}: it was renewed as ${sslId}, which ended as ${status}`,
    {
      code: "state.successor_ended",
      hint:
        "Have an administrator correct and approve it in SCM, if that can be. When the hard deadline has passed, a new " +
        "certificate is enrolled. Nothing was ordered.",
    },
  );
}

export function missing(old: CertificateDetails): StateError {
  return new StateError(`renew certificate ${old.sslId}: SCM says it is renewed, and lists no successor`, {
    code: "state.successor_missing",
    hint: ({ takeOverAnother }) =>
      "It may be listed later: run again in some minutes. If this administrator may not see it, or it was declined, look " +
      `in SCM for the successor, then ${takeOverAnother}. Nothing was ordered.`,
  });
}

export function stillPending(old: CertificateDetails, { sslId, status }: CertificateDetails): StateError {
  return new StateError(
    `renew certificate ${old.sslId}: it was renewed as ${sslId}, which is still ${status}`,
    {
      code: "state.successor_pending",
      hint:
        "Only when it is issued it shows for whose key it is; until then it is not taken over. If it waits for an administrator, " +
        "have it approved or declined, then run again. Nothing was ordered.",
    },
  );
}

export function untaken(old: CertificateDetails, successor: number): StateError {
  return new StateError(
    `enroll in the place of certificate ${old.sslId}: it was renewed as ${successor}, which is not taken over yet`,
    {
      code: "state.successor_untaken",
      hint:
        "That one is paid for, and would be lost. Set the configuration back and run again, which takes it over; then make the " +
        "change. Nothing was ordered.",
    },
  );
}

export function otherKey(old: CertificateDetails, found: readonly CertificateDetails[]): StateError {
  const list = found.map(({ sslId }) => sslId).join(", ");
  return new StateError(`renew certificate ${old.sslId}: it was renewed as ${list}, for another key`, {
    code: "state.successor_other_key",
    hint: ({ takeOverOtherKey }) =>
      `The one who renewed it has that key. To use that certificate, ${takeOverOtherKey}; else nothing has to be done.`,
  });
}

export function unclear(old: CertificateDetails, found: readonly CertificateDetails[]): StateError {
  const list = found.map(({ sslId, status }) => `${sslId} (${status})`).join(", ");
  return new StateError(`renew certificate ${old.sslId}: several records may be its successor: ${list}`, {
    code: "state.successor_unclear",
    hint: ({ takeOverAnother }) =>
      `Look in SCM which one it is, then ${takeOverAnother}. Nothing was ordered.`,
  });
}
