import { ScmError } from "../errors.ts";
import { type Answer, json } from "../http/answer.ts";
import { type Call, param, type Route } from "../http/call.ts";
import type { DnsConnector } from "../tenant.ts";

/** Programs that publish DNS records for SCM. Source: SCM REST API reference, May 2025, "DNS connectors". */
export const dnsConnectorRoutes: readonly Route[] = [
  { method: "GET", path: "/connector/v1/dns", work: ({ scm }) => json(scm.tenant.dnsConnectors.map(show)) },
  { method: "GET", path: "/connector/v1/dns/{connectorId}", work: (call) => json(show(find(call))) },
  {
    method: "GET",
    path: "/connector/v1/dns/{connectorId}/provider",
    work: (call): Answer => json(find(call).providers),
  },
];

function show({ id, name, status }: DnsConnector): Readonly<Record<string, unknown>> {
  const programme = { comments: "", version: "1.0", revision: "aabbccee", hostname: name, os: "Linux" };
  return { id, name, ...programme, status, delegationMode: "CUSTOMIZED" };
}

/** @throws ScmError 404; the code of its body is not documented */
function find(call: Call): DnsConnector {
  const given = param(call, "connectorId");
  const connector = call.scm.tenant.dnsConnectors.find(({ id }) => id === given);
  if (!connector) throw new ScmError(404, -5101, `DNS connector not found. ${given}`);
  return connector;
}
