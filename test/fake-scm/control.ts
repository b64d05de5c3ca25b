import type { RequestListener } from "node:http";
import { text } from "node:stream/consumers";
import type { Chaos } from "./chaos.ts";
import {
  acmeTruths,
  changeAcmeAccount,
  changeEndpoint,
  changeEndpointAccount,
  endpointTruths,
} from "./enrollment-acts.ts";
import { FAULT_KINDS, type Fault, type Faults } from "./faults.ts";
import { Router } from "./http/router.ts";
import { ControlError, OUTSIDE_ACTS } from "./outside-acts.ts";
import type { RequestLog } from "./request-log.ts";
import type { Scm } from "./scm.ts";
import type { SslRecord } from "./ssl-record.ts";
import { STRICT_NAMES } from "./strict-options.ts";
import {
  addDepartment,
  changeDomain,
  changeOrganizationValidation,
  changeProfile,
  renameOrganization,
} from "./tenant-acts.ts";
import { otherTruth, sslTruth } from "./truth.ts";

/** What the control server works with. */
export type Control = {
  readonly scm: Scm;
  readonly faults: Faults;
  readonly chaos: Chaos;
  readonly log: RequestLog;
};

type Body = Readonly<Record<string, unknown>>;
type Act = (control: Control, body: Body, params: Readonly<Record<string, string>>) => unknown;

const ACTS: readonly (readonly [method: string, path: string, act: Act])[] = [
  ["GET", "/health", ({ scm }) => ({ status: "up", certificates: scm.ssl.size })],
  ["GET", "/clock", showClock],
  ["POST", "/clock", setClock],
  ["GET", "/requests", ({ log }) => log.requests],
  ["DELETE", "/requests", ({ log }) => log.clear()],
  ["GET", "/faults", ({ faults }) => faults.states],
  ["POST", "/faults", plantFault],
  ["DELETE", "/faults", ({ faults }) => faults.clear()],
  ["GET", "/certificates", truths],
  ["GET", "/other-certificates", otherTruths],
  ["GET", "/certificates/{sslId}", ({ scm }, _body, params) => sslTruth(scm, recordOf(scm, params))],
  ["GET", "/certificates/{sslId}/pem", ({ scm }, _body, params) => pemOf(recordOf(scm, params))],
  ["POST", "/certificates/{sslId}/{act}", actOutside],
  ["GET", "/chaos", ({ chaos }) => chaos.state],
  ["POST", "/chaos", followChaos],
  ["POST", "/strict", turnSwitches],
  ["POST", "/tokens/revoke", ({ scm }) => scm.tokens.revokeAll()],
  ["POST", "/administrators/{login}", changeAdministrator],
  ["POST", "/domains/{name}", ({ scm }, body, { name }) => changeDomain(scm, name ?? "", body)],
  ["POST", "/validations/{id}", ({ scm }, body, { id }) => changeOrganizationValidation(scm, id ?? "", body)],
  ["POST", "/organizations/{id}/departments", ({ scm }, body, { id }) => addDepartment(scm, id ?? "", body)],
  ["POST", "/organizations/{id}", ({ scm }, body, { id }) => renameOrganization(scm, id ?? "", body)],
  ["POST", "/profiles/{id}", ({ scm }, body, { id }) => changeProfile(scm, id ?? "", body)],
  ["GET", "/endpoints", ({ scm }) => endpointTruths(scm)],
  ["POST", "/endpoints/{endpointId}", ({ scm }, body, params) => changeEndpoint(scm, params, body)],
  [
    "POST",
    "/endpoints/{endpointId}/accounts/{accountId}",
    ({ scm }, body, params) => changeEndpointAccount(scm, params, body),
  ],
  ["GET", "/acme/accounts", ({ scm }) => acmeTruths(scm)],
  ["POST", "/acme/accounts/{accountId}", ({ scm }, body, params) => changeAcmeAccount(scm, params, body)],
];

/**
 * The second port: what only a test may see and do. It needs no sign-in, listens on loopback only, and speaks JSON.
 */
export function controlListener(control: Control): RequestListener {
  const router = new Router<Act>();
  for (const [method, path, act] of ACTS) router.add(method, path, act);
  return async (request, response) => {
    const reply = (status: number, body: unknown): void => {
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(JSON.stringify(body ?? null));
    };
    const path = (request.url ?? "/").replace(/\?.*$/, "");
    const found = router.find(request.method ?? "GET", path);
    try {
      const body = readBody(await text(request));
      if (found) reply(200, found.target(control, body, found.params));
      else reply(404, { error: `no such act: ${request.method} ${path}` });
    } catch (error) {
      if (!(error instanceof ControlError)) console.error("fake SCM, control:", error);
      reply(error instanceof ControlError ? 400 : 500, { error: String(error) });
    }
  };
}

function readBody(source: string): Body {
  if (source.trim() === "") return {};
  try {
    const body: unknown = JSON.parse(source);
    if (typeof body === "object" && body !== null) return { ...body };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new ControlError("body is not a JSON object");
}

function showClock({ scm }: Control): unknown {
  return { now: new Date(scm.clock.now()).toISOString(), real: scm.clock.isReal };
}

function setClock(control: Control, body: Body): unknown {
  const { clock } = control.scm;
  if (body.real === true) clock.followSystem();
  else if (typeof body.advanceMs === "number") clock.advance(body.advanceMs);
  else clock.set(instantOf(body.now));
  control.scm.settle();
  return showClock(control);
}

function instantOf(value: unknown): number {
  const instant = typeof value === "string" ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(instant))
    throw new ControlError('give {"now": ISO date}, {"advanceMs": n} or {"real": true}');
  return instant;
}

/** From now on SCM and its CA go the other way on these points. */
function turnSwitches({ scm }: Control, body: Body): unknown {
  const unknown = Object.keys(body).filter((name) => !STRICT_NAMES.some((known) => known === name));
  if (unknown.length > 0) throw new ControlError(`no such switches: ${unknown.join(", ")}`);
  return Object.assign(scm.options.strict, body);
}

function plantFault({ faults }: Control, body: Body): unknown {
  const kind = FAULT_KINDS.find((known) => known === body.kind);
  if (!kind) throw new ControlError(`kind is one of ${FAULT_KINDS.join(", ")}`);
  const { route } = body;
  if (typeof route !== "string") throw new ControlError("route is missing, e.g. POST /ssl/v1/enroll");
  const number = (name: string): number | undefined =>
    typeof body[name] === "number" ? body[name] : undefined;
  const fault: Fault = {
    route,
    kind,
    times: number("times") ?? 1,
    after: number("after") ?? 0,
    ...defined({ status: number("status"), code: number("code"), delayMs: number("delayMs") }),
    ...(typeof body.description === "string" ? { description: body.description } : {}),
    ...(body.retryAfter === undefined ? {} : { retryAfter: String(body.retryAfter) }),
  };
  faults.plant(fault);
  return fault;
}

type Numbers = { status?: number; code?: number; delayMs?: number };

function defined(members: Readonly<Record<keyof Numbers, number | undefined>>): Numbers {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

function settled(scm: Scm): Scm {
  scm.settle();
  return scm;
}

/** All records by rising id; with a million of them, ask for one. */
function truths({ scm }: Control): unknown {
  const everything = { test: undefined, key: "", now: scm.clock.now() };
  return Array.from(settled(scm).ssl.select(everything).all(), (record) => sslTruth(scm, record));
}

/** Client and device certificates by rising id. */
function otherTruths({ scm }: Control): unknown {
  const everything = { test: undefined, key: "", now: scm.clock.now() };
  const all = ({ clients, devices }: Scm) => ({ client: clients, device: devices });
  return Object.fromEntries(
    Object.entries(all(settled(scm))).map(([kind, store]) => [
      kind,
      Array.from(store.select(everything).all(), (record) => otherTruth(scm, record)),
    ]),
  );
}

function recordOf(scm: Scm, params: Readonly<Record<string, string>>): SslRecord {
  const record = settled(scm).ssl.edit(Number(params.sslId));
  if (!record) throw new ControlError(`no SSL record ${params.sslId}`);
  return record;
}

function pemOf({ certificate, former }: SslRecord): unknown {
  return { pem: certificate?.pem ?? null, former: former.map((old) => old.certificate.pem) };
}

/** An act by name, see OUTSIDE_ACTS; answers what the act answers, or the truth after it. */
function actOutside({ scm }: Control, body: Body, params: Readonly<Record<string, string>>): unknown {
  const act = OUTSIDE_ACTS[params.act ?? ""];
  if (!act) throw new ControlError(`act is one of ${Object.keys(OUTSIDE_ACTS).join(", ")}`);
  const record = recordOf(scm, params);
  const answer = act(scm, record, body);
  scm.settle();
  return answer ?? sslTruth(scm, record);
}

function followChaos({ chaos }: Control, { rate, seed }: Body): unknown {
  if (typeof rate !== "number" || rate < 0 || rate > 1) throw new ControlError("rate is a share from 0 to 1");
  chaos.follow({ rate, seed: typeof seed === "number" ? seed : chaos.state.seed });
  return chaos.state;
}

/** Somebody changes an administrator: password, its state, privileges, suspension. */
function changeAdministrator(
  { scm }: Control,
  body: Body,
  params: Readonly<Record<string, string>>,
): unknown {
  const administrator = scm.tenant.administrators.find(({ login }) => login === params.login);
  if (!administrator) throw new ControlError(`no administrator ${params.login}`);
  if (typeof body.password === "string") {
    administrator.password = body.password;
    administrator.lastPasswordChange = scm.clock.now();
  }
  const states = ["ALIVE", "EXPIRED", "NEVER_EXPIRE"] as const;
  administrator.passwordState =
    states.find((state) => state === body.passwordState) ?? administrator.passwordState;
  if (body.activeStatus === "ACTIVE" || body.activeStatus === "SUSPENDED") {
    administrator.activeStatus = body.activeStatus;
  }
  if (Array.isArray(body.privileges)) administrator.privileges = body.privileges.map(String);
  return { login: administrator.login, privileges: administrator.privileges };
}
