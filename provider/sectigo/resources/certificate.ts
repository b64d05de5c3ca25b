import { resource } from "../../framework/resource.ts";
import type { Connection } from "../connection.ts";
import { openApply, updateCertificate } from "./certificate/apply.ts";
import { certificateAttributes } from "./certificate/attributes.ts";
import { destroyCertificate } from "./certificate/destroy.ts";
import { ENROLL, executeDecision } from "./certificate/execute-decision.ts";
import { certificateIdentity, certificateMoves, foreignState, importId } from "./certificate/import.ts";
import { validateCertificate } from "./certificate/judge-arguments.ts";
import { planCertificate } from "./certificate/plan.ts";
import { readCertificateState } from "./certificate/read.ts";

const MINUTE_MS = 60_000;

/** `sectigo_certificate`: one certificate, enrolled once, followed through its life, revoked when it is destroyed. */
export const certificateResource = resource<Connection>()(
  "certificate",
  {
    version: 0,
    doc:
      "A TLS server certificate from Sectigo Certificate Manager: enrolled exactly once, renewed when due, replaced when what " +
      "it is for changes. It is never recreated: whatever changes changes in place, and the certificate before stays valid " +
      "until the new one lives. Destroying it revokes it.",
    attributes: certificateAttributes,
    identity: certificateIdentity,
    moves: certificateMoves,
    foreign: foreignState,
    timeoutsMs: { create: 10 * MINUTE_MS, update: 10 * MINUTE_MS, delete: 5 * MINUTE_MS, read: MINUTE_MS },
  },
  {
    validate: validateCertificate,
    plan: planCertificate,
    create: (request) => executeDecision(openApply({ ...request, prior: null }), ENROLL, null),
    read: readCertificateState,
    update: updateCertificate,
    delete: destroyCertificate,
    importState: importId,
  },
);
