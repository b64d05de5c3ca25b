import { formatDate, LIST_DATE } from "../dates.ts";
import * as errors from "../errors.ts";
import { type Answer, json, noContent } from "../http/answer.ts";
import { parseBody, required } from "../http/body.ts";
import { type Call, param, type Route } from "../http/call.ts";
import { pageAnswer, readInteger, selectionOf } from "../http/paging.ts";
import { type Administrator, passwordExpiry, passwordStateAt } from "../tenant.ts";

/** Administrators. Source: SCM REST API reference, May 2025, "Administrators". There is no call for "who am I". */
export const administratorRoutes: readonly Route[] = [
  { method: "GET", path: "/admin/v1", work: list },
  { method: "GET", path: "/admin/v1/password", work: ownPassword },
  { method: "POST", path: "/admin/v1/changepassword", work: changePassword },
  { method: "GET", path: "/admin/v1/{adminId}", work: details },
];

function list(call: Call): Answer {
  const { query, scm } = call;
  const has = (name: string, text: string): boolean => {
    const wanted = query.get(name);
    return !wanted || text.toLowerCase().includes(wanted.toLowerCase());
  };
  const orgId = readInteger(query, "orgId");
  const wantedRoles = query.getAll("role");
  const found = scm.tenant.administrators.filter(
    (it) =>
      has("login", it.login) &&
      has("email", it.email) &&
      has("activeState", it.activeStatus) &&
      (!query.get("type") || query.get("type") === it.type) &&
      (orgId === undefined || (it.organizations?.includes(orgId) ?? false)) &&
      (wantedRoles.length === 0 || wantedRoles.includes(it.role)),
  );
  return pageAnswer(call, selectionOf(found), showIdentity);
}

function showIdentity({ id, type, login, forename, surname, email }: Administrator): Record<string, unknown> {
  return { id, type, login, forename, surname, email };
}

function details(call: Call): Answer {
  const given = param(call, "adminId");
  const it = call.scm.tenant.administrators.find(({ id }) => String(id) === given);
  if (!it) throw errors.administratorNotFound(given);
  const display = it.activeStatus === "ACTIVE" ? "Active" : "Suspended";
  return json({
    ...showIdentity(it),
    status: display,
    created: formatDate(it.lastPasswordChange, LIST_DATE),
    modified: formatDate(it.lastPasswordChange, LIST_DATE),
    lastPasswordChange: formatDate(it.lastPasswordChange, LIST_DATE),
    credentials: it.organizations
      ? it.organizations.map((orgId) => ({ role: it.role, orgId }))
      : [{ role: it.role }],
    passwordState: passwordStateAt(it, call.now),
    passwordExpiryDate: formatDate(passwordExpiry(it), LIST_DATE),
    authCert: it.clientCertificate.serial,
    activeState: display,
    privileges: it.privileges,
    failedAttempts: it.failedAttempts,
    failedDate: formatDate(it.failedDate, LIST_DATE),
    activeStatus: it.activeStatus,
  });
}

/** Password of whoever calls with one; a token or a certificate has none to speak of. */
function ownPassword(call: Call): Answer {
  if (call.loginKind !== "password") throw errors.notAuthorized("view the password state");
  const expirationDate = formatDate(passwordExpiry(call.administrator), LIST_DATE);
  return json({ expirationDate, state: passwordStateAt(call.administrator, call.now) });
}

const RULES: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^.{8,}$/, "Password must be 8 or more characters in length."],
  [/\d/, "Password must contain 1 or more digit characters."],
  [/[A-Z]/, "Password must contain 1 or more uppercase characters."],
  [/[^A-Za-z0-9]/, "Password must contain 1 or more special characters."],
];

function changePassword(call: Call): Answer {
  const newPassword = required("newPassword", parseBody(call.body, { newPassword: "text" }).newPassword);
  const broken = RULES.find(([pattern]) => !pattern.test(newPassword));
  if (broken) throw errors.passwordPolicy(broken[1]);
  call.administrator.password = newPassword;
  call.administrator.lastPasswordChange = call.now;
  return noContent;
}
