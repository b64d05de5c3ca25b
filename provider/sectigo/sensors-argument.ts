import {
  allowedHosts,
  type EnvironmentVariables,
  judgeBaseUrl,
  judgeHost,
  judgeSensors,
  SENSOR_MEMBERS,
  type Sensor,
  type SensorFault,
  sensorOf,
} from "../../core/index.ts";
import { listOf, type ObjectOf, string } from "../framework/attribute.ts";
import { type Diagnostic, error } from "../framework/diagnostics.ts";
import { Unknown } from "../framework/value.ts";
import { variableOf } from "./settings.ts";

const members = {
  name: string({ is: "required", doc: "Name that connectors and profiles call it by." }),
  proxy_url: string({
    is: "required",
    doc: "Address of the proxy, like `http://10.0.0.1:3128`; `https://` for TLS to the proxy itself.",
  }),
  proxy_username: string({ is: "optional", doc: "User name for the proxy." }),
  proxy_password: string({ is: "optional", sensitive: true, doc: "Password for the proxy." }),
  base_url: string({
    is: "optional",
    doc: "Address of SCM as seen from the proxy, where it differs from the provider's.",
  }),
  ca_certificates_pem: string({
    is: "optional",
    doc: "Authorities trusted beside the usual ones, for the proxy and for what lies behind it, PEM. Since such a proxy can read the credentials, its host must be listed in `SECTIGO_ALLOWED_HOSTS`.",
  }),
} as const;

type GivenSensor = ObjectOf<typeof members>;

/** `sensors` of the provider block. */
export const sensorsArgument = listOf(members, {
  is: "optional",
  doc: "Ways out to SCM by proxies that open tunnels (CONNECT), tried in this order. Without any, requests go straight or by the proxy that `HTTPS_PROXY` names.",
});

/** As core wants them. */
export function sensorsOf(given: readonly GivenSensor[] | null): readonly Sensor[] {
  return (given ?? []).map(sensorOf);
}

interface Block {
  readonly base_url: string | Unknown | null;
  readonly token_url: string | Unknown | null;
  readonly ca_certificates_pem: string | Unknown | null;
  readonly sensors: readonly GivenSensor[] | Unknown | null;
}

/** Judges the sensors while validating; whatever is not known yet is judged when the provider is configured. */
export function judgeSensorsArgument(block: Block, variables: EnvironmentVariables): readonly Diagnostic[] {
  if (block.sensors instanceof Unknown) return [];
  const context = {
    targets: targetsOf(block, variables),
    allowedHosts: allowedHosts(variables),
    hasOwnAuthority: block.ca_certificates_pem !== null,
  };
  return judgeSensors(sensorsOf(block.sensors), context).map(told);
}

/** Addresses that are known and good; the others are refused one by one. */
function targetsOf({ base_url, token_url }: Block, variables: EnvironmentVariables): readonly string[] {
  const given = [
    { value: base_url ?? variables[variableOf("base_url")], judge: judgeBaseUrl },
    { value: token_url ?? variables[variableOf("token_url")], judge: judgeHost },
  ];
  return given.flatMap(({ value, judge }) => {
    if (!value || value instanceof Unknown) return [];
    const verdict = judge(value, allowedHosts(variables));
    return verdict.ok ? [verdict.origin] : [];
  });
}

function told({ index, member, reason, hint }: SensorFault): Diagnostic {
  const summary = reason.charAt(0).toUpperCase() + reason.slice(1);
  return error(summary, hint, [{ attribute: "sensors" }, { index }, { attribute: SENSOR_MEMBERS[member] }]);
}
