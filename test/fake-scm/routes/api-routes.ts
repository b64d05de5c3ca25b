import type { Route } from "../http/call.ts";
import { Router } from "../http/router.ts";
import { acmeAccountRoutes } from "./acme-accounts.ts";
import { activityReportRoutes } from "./activity-report.ts";
import { administratorRoutes } from "./administrators.ts";
import { dnsConnectorRoutes } from "./dns-connectors.ts";
import { domainValidationRoutes } from "./domain-validations.ts";
import { domainRoutes } from "./domains.ts";
import { endpointAccountRoutes } from "./endpoint-accounts.ts";
import { endpointRoutes } from "./endpoints.ts";
import { organizationValidationRoutes } from "./organization-validations.ts";
import { organizationRoutes } from "./organizations.ts";
import { otherCertificateRoutes } from "./other-certificates.ts";
import { reportRoutes } from "./reports.ts";
import { sslCollectRoutes } from "./ssl-collect.ts";
import { sslDecideRoutes } from "./ssl-decide.ts";
import { sslEnrollRoutes } from "./ssl-enroll.ts";
import { sslImportRoutes } from "./ssl-import.ts";
import { sslLocationRoutes } from "./ssl-locations.ts";
import { sslReadRoutes } from "./ssl-read.ts";
import { sslRenewRoutes } from "./ssl-renew.ts";
import { sslReplaceRoutes } from "./ssl-replace.ts";
import { sslRevokeRoutes } from "./ssl-revoke.ts";
import { sslUpdateRoutes } from "./ssl-update.ts";

/** Every call of the API that the fake answers. */
export function apiRoutes(): Router<Route> {
  const router = new Router<Route>();
  const areas = [
    organizationRoutes,
    administratorRoutes,
    organizationValidationRoutes,
    domainRoutes,
    domainValidationRoutes,
    dnsConnectorRoutes,
    endpointRoutes,
    endpointAccountRoutes,
    acmeAccountRoutes,
    otherCertificateRoutes,
    reportRoutes,
    activityReportRoutes,
    sslReadRoutes,
    sslEnrollRoutes,
    sslCollectRoutes,
    sslRevokeRoutes,
    sslUpdateRoutes,
    sslDecideRoutes,
    sslRenewRoutes,
    sslReplaceRoutes,
    sslImportRoutes,
    sslLocationRoutes,
  ];
  for (const route of areas.flat()) router.add(route.method, route.path, route);
  return router;
}
