import { faultsOfSubject, judgeOrder, PkiError, readCsr, secretsOf } from "../../../../core/index.ts";
import { type Diagnostic, error } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import { Unknown } from "../../../framework/value.ts";
import { explain } from "../../explain.ts";
import { judgeWays } from "./guard.ts";
import { judgeKeyArguments } from "./judge-keys.ts";
import { judgeMethod } from "./judge-policy.ts";
import { SUBJECT_MEMBERS, subjectOf } from "./key-arguments.ts";
import { plannedOrder } from "./order.ts";
import { toDiagnostic } from "./order-diagnostics.ts";
import type { PlanningConfig } from "./values.ts";

/**
 * What is wrong whatever SCM holds, so that `terraform validate` says it. Keys, names and terms are judged by a plan that
 * orders: a certificate that exists may have what a new one may not.
 */
export function validateCertificate(config: PlanningConfig): readonly Diagnostic[] {
  const { externalRequesters, customFields } = plannedOrder(config);
  return [
    ...unreadable(config.csr_pem),
    ...judgeKeyArguments(config),
    ...unwritable(config.subject),
    ...judgeWays(config),
    ...judgeMethod(config, config.private_key_wo, "keep"),
    ...judgeOrder({ externalRequesters, customFields }, {}).map(toDiagnostic),
  ];
}

/** Without it the apply, which signs the request, would be the first to say so. */
function unwritable(subject: PlanningConfig["subject"]): readonly Diagnostic[] {
  if (subject === null || subject instanceof Unknown) return [];
  return faultsOfSubject(subjectOf(subject)).map(({ field, fault }) => ({
    ...explain(fault, null),
    path: path("subject", SUBJECT_MEMBERS[field]),
  }));
}

/** After this, a request that is known can be read; plans rely on it. */
function unreadable(csr: string | Unknown | null): readonly Diagnostic[] {
  if (csr === null || csr instanceof Unknown) return [];
  try {
    // Even a certificate that exists already would have it in its state.
    return secretsOf(readCsr(csr)).map(({ summary, detail }) => error(summary, detail, path("csr_pem")));
  } catch (thrown) {
    if (!(thrown instanceof PkiError)) throw thrown;
    return [{ ...explain(thrown, null), path: path("csr_pem") }];
  }
}
