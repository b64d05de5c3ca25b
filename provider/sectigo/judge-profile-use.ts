import {
  type InputFault,
  isEnrollmentMethod,
  judgeMethodInputs,
  type MethodInput,
  type Presence,
} from "../../core/index.ts";
import { type Diagnostic, error } from "../framework/diagnostics.ts";
import { path } from "../framework/path.ts";
import { Unknown } from "../framework/value.ts";
import type { ProfileRef } from "./profile-ref.ts";

/** Arguments of a certificate that a method takes or refuses; null: not given. Values are not looked at. */
type CertificateInputs = { readonly [Input in MethodInput]?: unknown };

/**
 * Holds a certificate's arguments against its profile's method: of the seven, each takes its own.
 * @param purpose "order" where the plan orders, "keep" for a certificate that is only kept (an imported one has no inputs)
 * @returns errors beside the argument that is wrong; empty for a profile that says no method, or one of a later release
 */
export function judgeProfileUse(
  profile: Pick<ProfileRef, "enrollment_method">,
  inputs: CertificateInputs,
  purpose: "order" | "keep",
): readonly Diagnostic[] {
  const { enrollment_method: method } = profile;
  if (method === null || !isEnrollmentMethod(method)) return [];
  const present = {
    csr_pem: presence(inputs.csr_pem),
    private_key: presence(inputs.private_key),
    private_key_wo: presence(inputs.private_key_wo),
    sensor: presence(inputs.sensor),
  };
  return judgeMethodInputs(method, present, purpose).map(toDiagnostic);
}

function presence(value: unknown): Presence {
  if (value instanceof Unknown) return "unknown";
  return value === null || value === undefined ? "absent" : "present";
}

function toDiagnostic({ input, summary, detail }: InputFault): Diagnostic {
  return error(summary, detail, path(input ?? "profile"));
}
