import * as errors from "../errors.ts";
import { type Answer, created, emptyOk, json, noContent } from "../http/answer.ts";
import { parseBody } from "../http/body.ts";
import { type Call, param, type Route } from "../http/call.ts";
import type { SslLocation } from "../ssl-record.ts";
import { actionRecord, visibleRecord } from "./ssl-read.ts";

const manage = { privilege: "sslManage", action: "manage SSL certificates" } as const;

/** Places where a certificate is in use. Source: SCM REST API reference, May 2025, "SSL certificate locations". */
export const sslLocationRoutes: readonly Route[] = [
  { method: "GET", path: "/ssl/v1/{sslId}/location", work: (call) => json(visibleRecord(call).locations) },
  { method: "GET", path: "/ssl/v1/{sslId}/location/{locationId}", work: (call) => json(locationOf(call)) },
  { ...manage, method: "POST", path: "/ssl/v1/{sslId}/location", work: add },
  { ...manage, method: "PUT", path: "/ssl/v1/{sslId}/location/{locationId}", work: change },
  { ...manage, method: "DELETE", path: "/ssl/v1/{sslId}/location/{locationId}", work: remove },
];

function locationOf(call: Call): SslLocation {
  const given = param(call, "locationId");
  const location = visibleRecord(call).locations.find(({ id }) => String(id) === given);
  if (!location) throw errors.locationNotFound(given);
  return location;
}

function readDetails(call: Call): Record<string, string> {
  const { details } = parseBody(call.body, { details: "object" });
  if (!details) throw errors.fieldMissing("details");
  return Object.fromEntries(Object.entries(details).map(([key, value]) => [key, String(value)]));
}

function add(call: Call): Answer {
  const details = readDetails(call);
  const record = actionRecord(call);
  const id = call.scm.nextLocationId();
  record.locations = [...record.locations, { id, locationType: "CUSTOM", name: "", details }];
  return created(`${call.root}/ssl/v1/${record.sslId}/location/${id}`);
}

function custom(call: Call): SslLocation {
  const location = locationOf(call);
  if (location.locationType !== "CUSTOM") throw errors.notPossible("Only custom locations can be changed.");
  return location;
}

function change(call: Call): Answer {
  const details = readDetails(call);
  const { id } = custom(call);
  const record = actionRecord(call);
  record.locations = record.locations.map((location) =>
    location.id === id ? { ...location, details } : location,
  );
  return emptyOk;
}

function remove(call: Call): Answer {
  const { id } = custom(call);
  const record = actionRecord(call);
  record.locations = record.locations.filter((location) => location.id !== id);
  return noContent;
}
