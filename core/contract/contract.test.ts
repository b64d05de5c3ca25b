import { describe, expect, it } from "vitest";
import { fieldsOf } from "../../test/fake-scm/fields-of.ts";
import { STRICT_NAMES, type StrictOptions } from "../../test/fake-scm/strict-options.ts";
import { enroll, type TestScm, testScm } from "../../test/fake-scm/testing.ts";
import type { Clock } from "../base/clock.ts";
import { cancellation } from "../base/clock.ts";
import type { ScmClientOptions } from "../scm/client.ts";
import { CONTRACT } from "./points.ts";
import { assumptionsTable, contractReport, unusual } from "./report.ts";
import { type ContractOutcome, runContract } from "./run-contract.ts";

type Switch = keyof StrictOptions;

/** What a run must find where a switch of the fake is turned. */
const FOUND: { readonly [Name in Switch]?: readonly [point: string, reading: string] } = {
  noBearerUnderPrivate: ["bearer-under-private", "no"],
  bearerNeedsCustomerUri: ["customer-beside-a-token", "yes"],
  shutOutHasOwnCode: ["shut-out-administrator", "an own code"],
  smallDefaultPage: ["default-page-size", "less"],
  refuseLargePages: ["large-page", "refused"],
  refuseUnknownFilters: ["unknown-filter", "refused"],
  exactNameFilter: ["name-filter", "whole"],
  prefixNameFilter: ["name-filter", "beginning"],
  caseSensitiveNameFilter: ["name-filter-case", "yes"],
  commonNameFilterSeesAll: ["name-filter-other-names", "yes"],
  sanFilterWithoutCommonName: ["alternative-name-filter", "no"],
  statusFilterIgnored: ["status-filter", "no"],
  newestFirst: ["list-order", "newest first"],
  sansWithoutCommonName: ["names-in-details", "no"],
  detailsShowAskedNames: ["names-shown-in-details", "those ordered"],
  isoDates: ["details-dates", "instants"],
  reasonCodeAsText: ["reason-code-type", "text"],
  requestedViaWebApi: ["requested-via", "Web API"],
  otherNotFoundCode: ["unknown-id", "-124"],
  spacedStatus: ["status-of-two-words", "with a blank"],
  caAddsWww: ["added-www", "yes"],
  caAddsBareDomain: ["added-bare-domain", "yes"],
  caAddsForeignName: ["foreign-names", "yes"],
  caDropsName: ["dropped-names", "yes"],
  caRespellsCommonName: ["spelling-of-the-common-name", "other"],
  caPutsCommonNameFirst: ["place-of-the-common-name", "first"],
  caCutsTerm: ["term-beyond-the-ceiling", "cut"],
  takesLastCommonName: ["several-common-names", "last"],
  commonNameFromSan: ["no-common-name", "first name"],
  termsFollowCeilings: ["terms-and-ceilings", "no"],
  trimsTexts: ["comments", "trimmed"],
  joinsLines: ["comments", "joined"],
  otherWaitingCodes: ["collect-while-waiting", "other codes"],
  emptyWhileWaiting: ["collect-while-waiting", "empty"],
  collectRevoked: ["revoked-download", "yes"],
  pemiaWithRoot: ["root-in-pemia", "yes"],
  strayCaFirst: ["stray-authority", "first"],
  strayCaInside: ["stray-authority", "inside"],
  strayCaLast: ["stray-authority", "last"],
  crossCertificates: ["cross-certificates", "yes"],
  chainWithoutRoot: ["root-in-x509", "no"],
  requireReasonCode: ["reason-code-needed", "no"],
  reasonCodeTextOnly: ["reason-code-as-number", "no"],
  renewalCopiesComments: ["renewal-comments", "yes"],
  renewedWhenIssued: ["renewed-flag", "when issued"],
  renewalNeedsApproval: ["renewal-approval", "yes"],
  renewalNeedsBody: ["renewal-body", "no"],
  replaceStaysIssued: ["replacement-status", "issued"],
  acmeListsDepartments: ["acme-accounts-of-departments", "yes"],
  endpointAccountsBrief: ["endpoint-account-details", "brief"],
  replaceCustomFields: ["custom-fields", "replace"],
  fileCoversSubdomains: ["validation-by-file", "yes"],
  answersTellTime: ["date-header", "yes"],
  displayStates: ["validation-states", "display"],
  reportShowsIssued: ["issue-date-in-reports", "yes"],
};

/** Whether a replacement revokes the former certificate shows in the CA's revocation list only, not by REST. */
const NOT_BY_REST: readonly Switch[] = ["replaceRevokes"];

const START = Date.parse("2026-03-16T12:00:00Z");
/** After the step to 100 days. */
const LATE = Date.parse("2027-04-01T12:00:00Z");

/** A clock that moves the fake's along and costs no time. */
function clockOf(scm: TestScm, start: number): Clock {
  let at = start;
  return {
    now: () => new Date(at),
    async wait(ms, signal) {
      if (signal?.aborted) throw cancellation(signal);
      at += ms;
      await scm.control.advanceClock(ms);
    },
  };
}

/** An account that holds something of everything. */
async function account(now: number, strict: Partial<StrictOptions>): Promise<TestScm> {
  const scm = await testScm({ now, strict, records: 320, issueDelayMs: 20_000 });
  const names = { subjAltNames: "mail.other.example.test", term: 90 };
  await enroll(scm, "shop.example.test", names);
  const odd = await enroll(scm, "odd.example.test", { term: 90 });
  const gone = await enroll(scm, "gone.example.test", { term: 90 });
  await scm.control.advanceClock(20_000);
  await scm.control.act(odd, "status", { status: "SAApproved" });
  await scm.control.revoke(gone, 4);
  await scm.call("POST", "/acme/v2/account", {
    name: "c",
    acmeServer: "OV ACME Server",
    organizationId: 7019,
  });
  const [endpoint] = (await scm.call("GET", "/endpoint/v1")).json as readonly unknown[];
  await scm.call("POST", `/endpoint/v1/${fieldsOf(endpoint).id}/account`, {
    ...{ name: "portal", type: "SSL_WEB_FORM", organizationId: 7003, profileIds: [3312] },
    ...{ csrGenerationMethod: "PROVIDED", accountAuthMethod: "NONE" },
  });
  const file = { domain: "unvalidated.test" };
  for (const verb of ["start/domain/http", "submit/domain/http", "status"])
    await scm.call("POST", `/dcv/v2/validation/${verb}`, file);
  return scm;
}

function passwordOf(scm: TestScm, login: string): ScmClientOptions["login"] {
  const password = scm.logins.find((known) => known.login === login)?.password ?? "";
  return { kind: "password", username: login, password, customerUri: scm.customerUri };
}

async function run(scm: TestScm, now: number, withOrders = true): Promise<ContractOutcome> {
  const orders = {
    organizationId: 7003,
    profileId: 3312,
    termDays: 199,
    domain: "example.test",
    label: "x1",
  };
  return runContract({
    client: { baseUrl: scm.apiUrl, login: passwordOf(scm, scm.username) },
    shutOut: passwordOf(scm, "suspended"),
    ...(withOrders ? { orders } : {}),
    clock: clockOf(scm, now + 20_000),
    signal: new AbortController().signal,
  });
}

function readingOf({ findings }: ContractOutcome, id: string): string | null | undefined {
  return findings.find(({ point }) => point.id === id)?.reading;
}

/** Switches that say different things of one point can't be turned together. */
const GROUPS: readonly (readonly Switch[])[] = [
  [
    "exactNameFilter",
    "trimsTexts",
    "otherWaitingCodes",
    "strayCaFirst",
    "caAddsWww",
    "detailsShowAskedNames",
  ],
  ["prefixNameFilter", "joinsLines", "emptyWhileWaiting", "strayCaInside", "caDropsName", "isoDates"],
  ["caseSensitiveNameFilter", "strayCaLast", "caAddsForeignName", "renewalNeedsApproval", "newestFirst"],
  ["commonNameFilterSeesAll", "crossCertificates", "caAddsBareDomain", "renewedWhenIssued", "spacedStatus"],
  ["chainWithoutRoot", "caRespellsCommonName", "renewalCopiesComments"],
  ["statusFilterIgnored", "pemiaWithRoot", "caPutsCommonNameFirst", "renewalNeedsBody", "reasonCodeAsText"],
  [
    "smallDefaultPage",
    "refuseLargePages",
    "refuseUnknownFilters",
    "takesLastCommonName",
    "requireReasonCode",
  ],
  [
    "sansWithoutCommonName",
    "requestedViaWebApi",
    "otherNotFoundCode",
    "collectRevoked",
    "reasonCodeTextOnly",
  ],
  [
    "sanFilterWithoutCommonName",
    "replaceStaysIssued",
    "acmeListsDepartments",
    "endpointAccountsBrief",
    "replaceCustomFields",
  ],
  [
    "commonNameFromSan",
    "answersTellTime",
    "fileCoversSubdomains",
    "displayStates",
    "reportShowsIssued",
    "shutOutHasOwnCode",
  ],
];

describe("S88 a contract run", () => {
  it("sees every point that shows with this sign-in, with its usual reading, and takes its orders back", async () => {
    await using scm = await account(START, {});
    const before = (await scm.control.certificates()).filter(({ status }) => status === "Issued").length;
    const outcome = await run(scm, START);
    // The fake keeps its own time to itself, unless told otherwise.
    expect(unusual(outcome).map(({ point, reading }) => [point.id, reading])).toEqual([
      ["date-header", "no"],
    ]);
    const unseen = outcome.findings.filter(({ reading }) => reading === null).map(({ point }) => point.id);
    const elsewhere = ["bearer-under-private", "customer-beside-a-token"];
    // These show only where the CA changes names, or after a step of the ceilings.
    expect(unseen.sort()).toEqual(
      [...elsewhere, "names-shown-in-details", "term-beyond-the-ceiling", "terms-and-ceilings"].sort(),
    );
    expect(outcome.leftBehind).toEqual([]);
    const after = (await scm.control.certificates()).filter(({ status }) => status === "Issued").length;
    expect(after).toBeLessThanOrEqual(before);
  });

  it.each(GROUPS.map((group) => [group.join(", "), group] as const))("finds %s", async (_names, group) => {
    await using scm = await account(START, Object.fromEntries(group.map((name) => [name, true])));
    const outcome = await run(scm, START);
    const found = group.map((name) => [name, readingOf(outcome, FOUND[name]?.[0] ?? "")]);
    expect(found).toEqual(group.map((name) => [name, FOUND[name]?.[1]]));
    expect(outcome.leftBehind).toEqual([]);
  });

  it.each([
    "caCutsTerm",
    "termsFollowCeilings",
  ] as const)("finds %s after a step of the ceilings", async (name) => {
    await using scm = await account(LATE, { [name]: true });
    const [point = "", reading] = FOUND[name] ?? [];
    expect(readingOf(await run(scm, LATE), point)).toBe(reading);
  });

  it("finds what only shows with tokens", async () => {
    const strict = { noBearerUnderPrivate: true, bearerNeedsCustomerUri: true };
    await using scm = await testScm({ now: START, strict });
    const { clientId = "", clientSecret = "" } = scm.logins.find(({ login }) => login === scm.username) ?? {};
    const outcome = await runContract({
      client: {
        baseUrl: scm.apiUrl,
        login: {
          kind: "oauth2",
          clientId,
          clientSecret,
          tokenUrl: scm.tokenUrl,
          customerUri: scm.customerUri,
        },
      },
      clock: clockOf(scm, START),
      signal: new AbortController().signal,
    });
    for (const name of ["noBearerUnderPrivate", "bearerNeedsCustomerUri"] as const)
      expect([name, readingOf(outcome, FOUND[name]?.[0] ?? "")]).toEqual([name, FOUND[name]?.[1]]);
  });

  it("knows every switch of the fake", () => {
    const known = [...Object.keys(FOUND), ...NOT_BY_REST];
    expect(STRICT_NAMES.filter((name) => !known.includes(name))).toEqual([]);
    const grouped = [
      ...GROUPS.flat(),
      "caCutsTerm",
      "termsFollowCeilings",
      "noBearerUnderPrivate",
      "bearerNeedsCustomerUri",
    ];
    expect(Object.keys(FOUND).filter((name) => !grouped.includes(name as Switch))).toEqual([]);
    const ids = CONTRACT.flatMap(({ points }) => points.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("changes nothing without orders, and its report names nothing of the account", async () => {
    await using scm = await account(START, {});
    await scm.control.clearRequests();
    const outcome = await run(scm, START, false);
    const requests = await scm.control.requests();
    expect(requests.filter(({ method }) => method !== "GET").map(({ path }) => path)).toEqual([
      "/api/report/v1/ssl-certificates",
    ]);
    const report = contractReport(outcome, "0.0.0");
    expect(report).toContain("not seen: it takes orders");
    for (const secret of [
      "example.test",
      "cst01234",
      "svc-certs",
      "Example Ltd",
      "127.0.0.1",
      scm.password ?? "-",
    ])
      expect(report).not.toContain(secret);
    expect(assumptionsTable()).toContain("`renewed-flag` (by orders)");
  });
});
