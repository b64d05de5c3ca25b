import type { Route } from "../http/call.ts";
import { Router } from "../http/router.ts";
import { organizationRoutes } from "./organizations.ts";
import { sslCollectRoutes } from "./ssl-collect.ts";
import { sslEnrollRoutes } from "./ssl-enroll.ts";
import { sslReadRoutes } from "./ssl-read.ts";
import { sslRevokeRoutes } from "./ssl-revoke.ts";
import { sslUpdateRoutes } from "./ssl-update.ts";

/** Every call of the API that the fake answers. */
export function apiRoutes(): Router<Route> {
  const router = new Router<Route>();
  const areas = [
    organizationRoutes,
    sslReadRoutes,
    sslEnrollRoutes,
    sslCollectRoutes,
    sslRevokeRoutes,
    sslUpdateRoutes,
  ];
  for (const route of areas.flat()) router.add(route.method, route.path, route);
  return router;
}
