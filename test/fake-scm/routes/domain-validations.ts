import { formatDate, INSTANT, LIST_DATE } from "../dates.ts";
import { DCV_MODES, type DcvWord, dcvError, methodName, newChallenge } from "../dcv/challenge.ts";
import { checkOrder } from "../dcv/check-order.ts";
import { domainNotFound, fieldInvalid } from "../errors.ts";
import { type Answer, emptyOk, json } from "../http/answer.ts";
import { parseBody, required } from "../http/body.ts";
import { type Call, param, type Route } from "../http/call.ts";
import { pageAnswer, readInteger, selectionOf } from "../http/paging.ts";
import type { DcvOrder, Domain } from "../tenant.ts";
import { visibleDomains } from "./domains.ts";

const takes = { privilege: "allowDCV", action: "perform DCV validation" } as const;
const post = { ...takes, method: "POST" } as const;

/** Domain control validation, under both versions that the documents show. Source: SCM REST API reference, May 2025, "DCV". */
export const domainValidationRoutes: readonly Route[] = (["/dcv/v1", "/dcv/v2"] as const).flatMap(
  (base): readonly Route[] => {
    const words = base === "/dcv/v1" ? "constants" : "display";
    const root = `${base}/validation`;
    return [
      { ...takes, method: "GET", path: root, work: (call) => list(call, words) },
      { ...post, path: `${root}/status`, work: status },
      { ...post, path: `${root}/sync`, work: status },
      { ...post, path: `${root}/clear`, work: clear },
      { ...post, path: `${root}/delete`, work: remove },
      { ...post, path: `${root}/start/domain/{method}`, work: start },
      { ...post, path: `${root}/submit/domain/{method}`, work: submit },
    ];
  },
);

const DISPLAY = { VALIDATED: "Validated", NOT_VALIDATED: "Not validated", EXPIRED: "Expired" };
const ORDER_DISPLAY = {
  NOT_INITIATED: "Not initiated",
  AWAITING_SUBMISSION: "Awaiting submission",
  SUBMITTED: "Submitted",
  REJECTED: "Rejected",
};

/** The classic call shows constants, the later one display names; filters take both, in any case. */
function list(call: Call, words: "constants" | "display"): Answer {
  const { query, now, scm } = call;
  const wanted = query.get("dcvStatus")?.toUpperCase().replace(/ /g, "_");
  const name = query.get("domain")?.toLowerCase() ?? "";
  const withinDays = readInteger(query, "expiresIn");
  const orgId = readInteger(query, "department") ?? readInteger(query, "org");
  const ends = (domain: Domain): number => domain.validUntil ?? Number.POSITIVE_INFINITY;
  const found = visibleDomains(call).filter(
    (domain) =>
      domain.name.includes(name) &&
      (!wanted || domain.validation === wanted) &&
      (orgId === undefined || domain.delegatedTo.includes(orgId)) &&
      (withinDays === undefined || (ends(domain) > now && ends(domain) <= now + withinDays * 86_400_000)),
  );
  const pattern = scm.options.strict.isoDates ? INSTANT : LIST_DATE;
  return pageAnswer(call, selectionOf(found), (domain) => {
    const order = orderState(domain);
    return {
      domain: domain.name,
      dcvStatus: words === "display" ? DISPLAY[domain.validation] : domain.validation,
      dcvMethod: domain.validated === undefined ? undefined : methodName(domain),
      dcvOrderStatus: words === "display" ? ORDER_DISPLAY[order] : order,
      dcvOrderMethod: domain.order?.mode ?? "CNAME",
      expirationDate: formatDate(domain.validUntil, pattern),
    };
  });
}

function orderState(domain: Domain): DcvOrder["state"] | "NOT_INITIATED" {
  return domain.order?.state ?? "NOT_INITIATED";
}

/** One domain, by name; the CA looks at once, as SCM does when it is asked to. */
async function status(call: Call): Promise<Answer> {
  const domain = named(call);
  await checkOrder(domain, call.scm.options, call.now);
  const { validation, validated, validUntil, order } = domain;
  return json({
    status: validation,
    validationDate: formatDate(validated, LIST_DATE),
    expirationDate: formatDate(validUntil, LIST_DATE),
    orderStatus: orderState(domain),
    orderMode: order?.mode,
    ...shownChallenge(order),
    validationEmail: order?.email,
    orderBackendId: order?.backendId,
    submittedDate: formatDate(order?.submitted, LIST_DATE),
    lastCheck: formatDate(order?.lastCheck, INSTANT),
    nextCheck: order?.submitted === undefined ? undefined : formatDate(call.now + 7_200_000, INSTANT),
  });
}

/** TXT keeps its record to itself until it is submitted. */
function shownChallenge(order: DcvOrder | undefined): Readonly<Record<string, unknown>> {
  if (order === undefined || (order.mode === "TXT" && order.state === "AWAITING_SUBMISSION")) return {};
  const { host, point, url, lines } = order;
  return { host, point, url, firstLine: lines?.[0], secondLine: lines?.[1] };
}

function start(call: Call): Answer {
  const domain = named(call);
  const order = newChallenge(wordOf(call), domain, call.scm.nextDcvRound());
  domain.order = order;
  domain.isKeptUp = false;
  if (order.mode === "TXT") return json({ message: "DCV has been started" });
  const emails = order.emails;
  const dcvEmails = emails && [
    { domainName: domain.name, whoisEmails: [], adminEmails: emails, dnsTxtEmails: [] },
  ];
  return json({ ...shownChallenge(order), emails, dcvEmails });
}

async function submit(call: Call): Promise<Answer> {
  const domain = named(call);
  const { order } = domain;
  const mode = DCV_MODES[wordOf(call)];
  if (order === undefined || order.mode !== mode) throw dcvError(`No ${mode} validation was started.`);
  const body = parseBody(call.body, { email: "text", dnsAgentUUID: "text", dnsProviderName: "text" });
  if (mode === "EMAIL") {
    if (!order.emails?.includes(required("email", body.email))) throw fieldInvalid("email");
    order.email = body.email;
  }
  if (body.dnsAgentUUID !== undefined) {
    if (!call.scm.tenant.dnsConnectors.some(({ id }) => id === body.dnsAgentUUID))
      throw fieldInvalid("dnsAgentUUID");
    order.isPublishedByConnector = true;
  }
  order.state = "SUBMITTED";
  order.submitted = call.now;
  order.backendId = String(100_000 + call.scm.nextDcvRound());
  const { backendId: orderBackendId } = order;
  const record = mode === "TXT" ? { host: order.host, point: order.point } : {};
  const message = "Submitted successfully";
  return json({ status: domain.validation, orderStatus: "SUBMITTED", message, orderBackendId, ...record });
}

function clear(call: Call): Answer {
  const domain = named(call);
  domain.order = undefined;
  const message = `DCV status: ${domain.validation}; DCV order status: NOT_INITIATED`;
  return json({ status: domain.validation, orderStatus: "NOT_INITIATED", message });
}

function remove(call: Call): Answer {
  const domain = named(call);
  Object.assign(domain, {
    order: undefined,
    validation: "NOT_VALIDATED",
    validated: undefined,
    validUntil: undefined,
    isKeptUp: false,
  });
  return emptyOk;
}

function named(call: Call): Domain {
  const name = required("domain", parseBody(call.body, { domain: "text" }).domain);
  const domain = visibleDomains(call).find((each) => each.name === name.toLowerCase());
  if (!domain) throw domainNotFound(name);
  return domain;
}

function wordOf(call: Call): DcvWord {
  const given = param(call, "method");
  const word = (Object.keys(DCV_MODES) as DcvWord[]).find((each) => each === given);
  if (!word) throw fieldInvalid("method");
  return word;
}
