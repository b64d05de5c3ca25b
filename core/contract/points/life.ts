import { ceilingAt } from "../../domain/certificate/judge/ceilings.ts";
import { member, rows, text } from "../json.ts";
import type { Point } from "../point.ts";
import { csrFor } from "../test-orders.ts";

/** The ceiling that held when SCM's terms of today were made, days. */
const LONGEST_TODAY = 200;
const BOTH = "None: both are provided for.";

/** Orders, renewals, replacements and revocations, and the texts that go with them. */
export const lifePoints: readonly Point[] = [
  {
    id: "terms-and-ceilings",
    question: "Does a profile for public trust offer terms beyond the ceiling of the day?",
    needs: "orders",
    usual: "yes",
    readings: {
      yes: {
        words: "it does",
        effect: "The provider asks for the longest term within the ceiling, and warns 60 days before a step.",
      },
      no: { words: "it does not", effect: "None." },
    },
    async find({ get, now, orders }) {
      if (orders === null) return null;
      const { organizationId, profileId } = orders.setting;
      const profiles = rows((await get(`/ssl/v1/types?organizationId=${organizationId}`))?.json);
      const profile = profiles.find((each) => Number(member(each, "id")) === profileId);
      const terms = rows(member(profile, "terms")).map(Number);
      // Before the first step that a profile's terms could follow, nothing is to be seen.
      const [longest] = terms.sort((one, other) => other - one);
      if (longest === undefined || ceilingAt(now()).days >= LONGEST_TODAY) return null;
      return longest > ceilingAt(now()).days ? "yes" : "no";
    },
  },
  {
    id: "term-beyond-the-ceiling",
    question: "What becomes of an order beyond the ceiling of the day?",
    needs: "orders",
    usual: "issued as ordered",
    readings: {
      "issued as ordered": { words: "it is issued as ordered", effect: "Such orders are refused before." },
      cut: { words: "it is cut to the ceiling", effect: "Such orders are refused before." },
      refused: { words: "it is refused", effect: "Such orders are refused before." },
    },
    async find({ orders, now }) {
      const ceiling = ceilingAt(now()).days;
      if (orders === null || orders.setting.termDays <= ceiling) return null;
      const { answer, sslId } = await orders.place([orders.name()]);
      if (sslId === null) return answer === null ? null : "refused";
      const leaf = (await orders.download(sslId, "x509"))?.find(({ isCa }) => !isCa);
      if (leaf === undefined) return null;
      const days = (leaf.notAfter.getTime() - leaf.notBefore.getTime()) / 86_400_000;
      return days > ceiling + 1 ? "issued as ordered" : "cut";
    },
  },
  {
    id: "comments",
    question: "Does SCM keep comments as they were sent?",
    needs: "orders",
    usual: "yes",
    readings: {
      yes: { words: "it does", effect: "None." },
      trimmed: { words: "blanks and line breaks around them go", effect: "None: they are compared without." },
      joined: {
        words: "line breaks become blanks",
        effect: "The marker of an order is found without its line break too.",
      },
    },
    async find({ orders }) {
      if (orders === null) return null;
      const { sslId } = await orders.place([orders.name()], { comments: " a\nb\n" });
      if (sslId === null) return null;
      const kept = text(member(await orders.details(sslId), "comments"));
      if (kept === " a\nb\n") return "yes";
      return kept.includes("\n") ? "trimmed" : "joined";
    },
  },
  {
    id: "collect-while-waiting",
    question: "What does collect say of a certificate that is not issued yet?",
    needs: "orders",
    usual: "usual codes",
    readings: {
      "usual codes": { words: "codes 0 or -23", effect: BOTH },
      "other codes": { words: "codes -1400 or -183", effect: BOTH },
      empty: { words: "nothing, with status 200", effect: BOTH },
    },
    async find({ ask, orders }) {
      if (orders === null) return null;
      const { sslId } = await orders.place([orders.name()]);
      if (sslId === null) return null;
      const path = `/ssl/v1/collect/${sslId}?format=x509`;
      const answer = await ask({ method: "GET", path, headers: { accept: "*/*" } });
      if (answer === null) return null;
      if (answer.status === 200) return answer.text.trim() === "" ? "empty" : null;
      return answer.code === 0 || answer.code === -23 ? "usual codes" : "other codes";
    },
  },
  {
    id: "renewal-body",
    question: "Does a renewal without a body go through?",
    needs: "orders",
    usual: "yes",
    readings: {
      yes: { words: "it does", effect: "None: a body is always sent." },
      no: { words: "it is refused", effect: "None: a body is always sent." },
    },
    async find({ ask, orders }) {
      const issued = await orders?.issue([orders.name()]);
      if (!issued || orders === null) return null;
      const answer = await ask({ method: "POST", path: `/ssl/v1/renewById/${issued.sslId}` });
      const successor = Number(member(answer?.json, "sslId"));
      if (successor > 0) orders.own(successor);
      return answer === null ? null : answer.status < 400 ? "yes" : "no";
    },
  },
  {
    id: "renewal-comments",
    question: "Does a renewal take the comments of the old record along?",
    needs: "orders",
    usual: "no",
    readings: {
      no: {
        words: "it does not",
        effect: "None: markers are written to the new record by a call of its own.",
      },
      yes: { words: "it does", effect: "None: a record with a successor never counts as the order." },
    },
    find: (context) =>
      renewal(context, ({ successor }) =>
        text(member(successor, "comments")).includes("contract run") ? "yes" : "no",
      ),
  },
  {
    id: "renewal-approval",
    question: "Does a renewal wait for approval although the order did not?",
    needs: "orders",
    usual: "no",
    readings: {
      no: { words: "it does not", effect: "None." },
      yes: { words: "it does", effect: "`on_pending` decides, as for enrollments." },
    },
    find: (context) =>
      renewal(context, ({ successor }) => (text(member(successor, "status")) === "Requested" ? "yes" : "no")),
  },
  {
    id: "renewed-flag",
    question: "When does a record say that it was renewed?",
    needs: "orders",
    usual: "at once",
    readings: {
      "at once": {
        words: "as soon as the renewal is ordered",
        effect: "None: successors are looked for anyway.",
      },
      "when issued": {
        words: "once the successor is issued",
        effect: "None: successors are looked for whatever the record says.",
      },
    },
    find: (context) =>
      renewal(context, ({ old, successor }) => {
        if (text(member(successor, "status")) === "Issued") return null;
        return member(old, "renewed") === true ? "at once" : "when issued";
      }),
  },
  {
    id: "replacement-status",
    question: "Which status has a record while its replacement is made?",
    needs: "orders",
    usual: "in progress",
    readings: {
      "in progress": { words: "Approved or Applied", effect: BOTH },
      issued: {
        words: "Issued, with the old certificate",
        effect: "None: a replacement is there when the serial number is another.",
      },
    },
    async find({ ask, orders }) {
      const issued = await orders?.issue([orders.name()]);
      if (!issued || orders === null) return null;
      const [commonName] = issued.names;
      const csr = await csrFor({ subject: { commonName }, names: [] });
      const body = { csr, reason: "contract run", commonName };
      const answer = await ask({ method: "POST", path: `/ssl/v1/replace/${issued.sslId}`, body });
      if (answer === null || answer.status >= 400) return null;
      const details = await orders.details(issued.sslId);
      const serial = text(member(details, "serialNumber")).replaceAll(":", "").toUpperCase();
      const isDone = serial !== "" && BigInt(`0x${serial}`) !== BigInt(`0x${issued.leaf.serialNumber}`);
      if (isDone) return null;
      return text(member(details, "status")) === "Issued" ? "issued" : "in progress";
    },
  },
  {
    id: "custom-fields",
    question: "Do custom fields of an update replace all fields, or merge by name?",
    needs: "orders",
    usual: "merge",
    readings: {
      merge: { words: "they merge by name", effect: "None: the whole list is read, changed and sent." },
      replace: { words: "they replace all", effect: "None: the whole list is read, changed and sent." },
    },
    async find({ ask, get, orders }) {
      const fields = rows((await get("/ssl/v1/customFields"))?.json).map((row) => text(member(row, "name")));
      const [first, second] = fields;
      if (orders === null || first === undefined || second === undefined) return null;
      const value = "2026-01-01";
      const { sslId } = await orders.place([orders.name()], { customFields: [{ name: first, value }] });
      if (sslId === null) return null;
      await orders.decided(sslId);
      const body = { sslId, customFields: [{ name: second, value }] };
      const answer = await ask({ method: "PUT", path: "/ssl/v1", body });
      if (answer === null || answer.status >= 400) return null;
      return rows(member(await orders.details(sslId), "customFields")).length > 1 ? "merge" : "replace";
    },
  },
  {
    id: "reason-code-needed",
    question: "Is a revocation without `reasonCode` accepted?",
    needs: "orders",
    usual: "yes",
    readings: {
      yes: { words: "it is", effect: "None: it is always sent." },
      no: { words: "it is refused", effect: "None: it is always sent." },
    },
    find: (context) => revocation(context, { reason: "contract run" }),
  },
  {
    id: "reason-code-as-number",
    question: "May `reasonCode` of a revocation be a number?",
    needs: "orders",
    usual: "yes",
    readings: {
      yes: { words: "it may", effect: BOTH },
      no: { words: "only text is accepted", effect: BOTH },
    },
    find: (context) => revocation(context, { reason: "contract run", reasonCode: 5 }),
  },
  {
    id: "validation-by-file",
    question: "Does a domain that was validated by a file count for the names below it?",
    needs: "orders",
    usual: "no",
    readings: {
      no: { words: "it does not", effect: "A plan warns before the order." },
      yes: { words: "it does", effect: "A plan warns all the same." },
    },
    async find({ get, orders }) {
      const validations = rows((await get("/dcv/v1/validation?size=200"))?.json);
      const byFile = validations.find(
        (row) =>
          /^https?/i.test(text(member(row, "dcvMethod"))) &&
          /^validated$/i.test(text(member(row, "dcvStatus"))),
      );
      if (orders === null || byFile === undefined) return null;
      const name = `contract-${orders.setting.label}.${text(member(byFile, "domain"))}`;
      const { answer } = await orders.place([name]);
      return answer === null ? null : answer.status < 400 ? "yes" : "no";
    },
  },
];

type Context = Parameters<Point["find"]>[0];
interface Renewed {
  readonly old: unknown;
  readonly successor: unknown;
}

/** Orders, renews, and judges both records as they are right after. */
async function renewal(
  { ask, orders }: Context,
  judge: (records: Renewed) => string | null,
): Promise<string | null> {
  const issued = await orders?.issue([orders.name()]);
  if (!issued || orders === null) return null;
  const answer = await ask({ method: "POST", path: `/ssl/v1/renewById/${issued.sslId}`, body: {} });
  const successor = Number(member(answer?.json, "sslId"));
  if (!(successor > 0)) return null;
  orders.own(successor);
  return judge({ old: await orders.details(issued.sslId), successor: await orders.details(successor) });
}

async function revocation({ ask, orders }: Context, body: unknown): Promise<string | null> {
  const issued = await orders?.issue([orders.name()]);
  if (!issued) return null;
  const answer = await ask({ method: "POST", path: `/ssl/v1/revoke/${issued.sslId}`, body });
  return answer === null ? null : answer.status < 400 ? "yes" : "no";
}
