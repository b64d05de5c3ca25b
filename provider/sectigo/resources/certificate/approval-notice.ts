import { ordersWaitForApproval } from "../../../../core/index.ts";
import { type Diagnostic, warning } from "../../../framework/diagnostics.ts";
import type { Planned, PlanRequest } from "../../../framework/resource.ts";
import { Unknown } from "../../../framework/value.ts";
import type { Connection } from "../../connection.ts";
import type { CertificateAttributes } from "./attributes.ts";

type Request = Pick<PlanRequest<CertificateAttributes, Connection>, "api" | "signal">;

/**
 * Says in a plan that orders, once per walk, that the order will wait for another administrator, before the apply spends its
 * time waiting. Silent where SCM does not show the administrator's privileges, and where the method is that an administrator
 * decides.
 */
export async function warnOfApproval(
  { api, signal }: Request,
  { on_pending: onPending, profile }: Planned<CertificateAttributes>,
): Promise<readonly Diagnostic[]> {
  const login = api?.ordering.login ?? null;
  if (api === null || login === null || onPending === "return" || onPending instanceof Unknown) return [];
  const method = profile instanceof Unknown ? null : profile?.enrollment_method;
  if (method === "admin_web_request") return [];
  const own = await api.catalog.ownPrivileges(login, { signal });
  if (own === null || !ordersWaitForApproval(own)) return [];
  if (!api.catalog.isFirstTime("orders wait for approval")) return [];
  return [
    warning(
      `Orders of ${api.account} wait for another administrator's approval`,
      "Its record in SCM lacks the privilege autoApproveCertificates. The apply waits as long as timeouts.create says and then " +
        (onPending === "fail" ? "errs" : "leaves the order pending; the next apply goes on waiting") +
        ". Have the request approved meanwhile (in SCM, or by sectigo_certificate_approval with another administrator), set " +
        'on_pending = "return", or give the administrator the privilege.',
    ),
  ];
}
