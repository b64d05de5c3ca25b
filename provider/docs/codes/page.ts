import { byStatus, type KnownCodes, knownCodes, textIn } from "../../../core/index.ts";
import { WORDS } from "../../sectigo/words.ts";
import { CANCELLED, MISSING, PENDING, REQUESTS, STATES } from "./certificates.ts";
import { PKI } from "./keys.ts";
import { SETTINGS } from "./settings.ts";
import type { CodeTable } from "./table.ts";
import { BUGS, CONTRACT, LOST, OUTAGES, STORES } from "./wire.ts";

/** Our codes that do not come from SCM's, by their prefix. */
const OWN: Readonly<Record<string, CodeTable>> = {
  config: SETTINGS,
  pki: PKI,
  request: REQUESTS,
  missing: MISSING,
  state: STATES,
  pending: PENDING,
  cancelled: CANCELLED,
  outage: OUTAGES,
  lost: LOST,
  contract: CONTRACT,
  store: STORES,
  bug: BUGS,
};

/** Of the privileges, one is found by looking at the organization and not by SCM's code. */
const FOUND_BY_LOOKING: Readonly<Record<string, readonly [string, string]>> = {
  "privilege.api_disabled": [
    "The Web/REST API is switched off for the organization.",
    "Switch it on ([Set up SCM](scm-setup.md#1-switch-rest-on)).",
  ],
  "login.client_refused": [
    "The token host refused the OAuth2 client.",
    "Check client id, secret and token URL, and that the API key is active in SCM.",
  ],
};

const HEADINGS: readonly (readonly [prefix: string, heading: string, about: string])[] = [
  ["config", "Settings", "Something is configured wrongly. Nothing was ordered."],
  ["login", "Sign-in", "SCM refused the credentials."],
  [
    "privilege",
    "Privileges",
    "Signed in, but a privilege, a role or a switch is missing ([Set up SCM](scm-setup.md)).",
  ],
  ["request", "Requests", "SCM, or the provider, refuses what was asked for."],
  [
    "missing",
    "Not found",
    "It does not exist, or this administrator may not see it: SCM does not tell these apart.",
  ],
  ["state", "State", "The object is in a state that does not allow it."],
  ["pending", "Pending", "Accepted and not done yet. Run again."],
  ["pki", "Requests, keys and certificates", "A file or text is not what it should be."],
  ["rate", "Rate", "SCM asks to slow down."],
  ["outage", "Outages", "SCM, its CA or the way there is down. Nothing has happened."],
  [
    "lost",
    "Lost answers",
    "A request left and no usable answer came. It may have taken effect; the next run looks first.",
  ],
  ["contract", "Answers of another form", "SCM's answer is not what its reference promises. Report these."],
  ["store", "Store of the inventory", "The file with the copy can't be used. Deleting it costs one import."],
  ["cancelled", "Stopped runs", "Nothing was under way that could take effect."],
  ["bug", "Mistakes of the program", "Report all codes that begin with `bug.`; they mean the same."],
];

/** HTTP statuses that stand for all with a meaning of their own. */
const STATUSES = [302, 400, 401, 403, 404, 407, 408, 409, 418, 429, 500];

/** Code → cause and remedy, of everything that an error of ours may carry. */
export function errorCodes(): ReadonlyMap<string, readonly [cause: string, remedy: string]> {
  const meanings = [...knownCodes().map(({ meaning }) => meaning), ...STATUSES.map(byStatus)];
  const own = Object.entries(OWN).flatMap(([prefix, table]) =>
    Object.entries(table).map(([slug, texts]) => [`${prefix}.${slug}`, texts] as const),
  );
  return new Map([
    ...meanings.map(
      ({ kind, slug, says, hint }) =>
        [`${kind}.${slug}`, [`${sentence(says)}`, plain(hint)] as const] as const,
    ),
    ...Object.entries(FOUND_BY_LOOKING),
    ...own,
  ]);
}

/** The guide with all codes. */
export function errorCodesPage(generated: string): string {
  const codes = [...errorCodes()].sort(([one], [other]) => (one < other ? -1 : 1));
  const sections = HEADINGS.map(([prefix, heading, about]) => {
    const rows = codes
      .filter(([code]) => code.startsWith(`${prefix}.`))
      .map(([code, [cause, remedy]]) => `| \`${code}\` | ${cause} | ${remedy} |`);
    return `## ${heading}\n\n${about}\n\n| Code | Cause | Remedy |\n| --- | --- | --- |\n${rows.join("\n")}`;
  });
  return `---
page_title: "Error codes"
description: Every error code of the provider and the Action with its cause and remedy, and SCM's own numbers.
---

${generated}

# Error codes

An error of SCM, of the network or of a run has its code in brackets, with the HTTP status and SCM's number where there are any:
\`[request.term_not_offered, HTTP 400, SCM -36]\`. Codes stay the same from version to version; texts may change. What a plan finds wrong
in the configuration has no code: its text says what was found and what to change.
[Troubleshooting](troubleshooting.md) goes by what you see. [\`sectigo_certificate\`](../resources/certificate.md) shows most of them.

${sections.join("\n\n")}

## SCM's own numbers

What SCM answers, and which code of ours it becomes. Numbers that are not listed become the code of their HTTP status.

| SCM | In | Code |
| --- | --- | --- |
${scmRows().join("\n")}
`;
}

function scmRows(): readonly string[] {
  const rows = knownCodes().flatMap(({ codes, calls, meaning }: KnownCodes) =>
    codes.map((code) => ({ code, where: calls.length === 0 ? "all calls" : calls.join(", "), meaning })),
  );
  return rows
    .sort((one, other) => other.code - one.code)
    .map(({ code, where, meaning }) => `| ${code} | ${where} | \`${meaning.kind}.${meaning.slug}\` |`);
}

const plain = (hint: Parameters<typeof textIn>[0]): string => textIn(hint, WORDS);

function sentence(says: string): string {
  return `${says.slice(0, 1).toUpperCase()}${says.slice(1)}.`;
}
