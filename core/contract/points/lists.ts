import { member, rows, totalOf } from "../json.ts";
import type { ContractContext, Point } from "../point.ts";
import type { Sample } from "../samples.ts";

const NOTHING_CHANGES = "None: every call names its page size and pages until the total is reached.";

/** Lists of SSL records: pages, order, filters. */
export const listPoints: readonly Point[] = [
  {
    id: "default-page-size",
    question: "How many records has a page without `size`?",
    needs: "reading",
    usual: "200",
    readings: {
      "200": { words: "200 records", effect: NOTHING_CHANGES },
      less: { words: "fewer than 200 records", effect: NOTHING_CHANGES },
    },
    async find({ get, samples }) {
      if ((await samples.total()) < 200) return await shortPage(get, await samples.total());
      return rows((await get("/ssl/v1"))?.json).length >= 200 ? "200" : "less";
    },
  },
  {
    id: "large-page",
    question: "What does SCM make of a `size` above 200?",
    needs: "reading",
    usual: "cut or accepted",
    readings: {
      "cut or accepted": { words: "it answers, with 200 records or more", effect: NOTHING_CHANGES },
      refused: { words: "it refuses the call (-1601)", effect: NOTHING_CHANGES },
    },
    find: async ({ get }) => refusal(await get("/ssl/v1?size=300"), "cut or accepted"),
  },
  {
    id: "unknown-filter",
    question: "What does SCM make of a query parameter that no document has?",
    needs: "reading",
    usual: "ignored",
    readings: {
      ignored: { words: "it ignores the parameter", effect: "None: only documented parameters are sent." },
      refused: {
        words: "it refuses the call (-1601)",
        effect: "None: only documented parameters are sent.",
      },
    },
    find: async ({ get }) => refusal(await get("/ssl/v1?size=1&contractProbe=1"), "ignored"),
  },
  {
    id: "list-order",
    question: "In which order do lists come?",
    needs: "reading",
    usual: "oldest first",
    readings: {
      "oldest first": { words: "by rising ids", effect: "None: walks take either order." },
      "newest first": { words: "by falling ids", effect: "None: walks take either order." },
    },
    async find({ get }) {
      const ids = rows((await get("/ssl/v1?size=20"))?.json).map((row) => Number(member(row, "sslId")));
      const [first, last] = [ids[0], ids.at(-1)];
      if (first === undefined || last === undefined || first === last) return null;
      return first < last ? "oldest first" : "newest first";
    },
  },
  {
    id: "name-filter",
    question: "Which part of a name must the filter `commonName` give?",
    needs: "reading",
    usual: "any part",
    readings: {
      "any part": { words: "any part of the name", effect: FILTERS() },
      beginning: { words: "its beginning", effect: FILTERS() },
      whole: { words: "the whole name", effect: FILTERS() },
    },
    async find({ get, samples }) {
      const sample = await samples.find(({ commonName }) => commonName.length > 6);
      if (sample === null) return null;
      const { commonName } = sample;
      const finds = (part: string) => findsBy(get, "commonName", part, sample);
      if (await finds(commonName.slice(1, -1))) return "any part";
      return (await finds(commonName.slice(0, -1))) ? "beginning" : "whole";
    },
  },
  {
    id: "name-filter-case",
    question: "Does the filter `commonName` tell upper from lower case?",
    needs: "reading",
    usual: "no",
    readings: {
      no: { words: "it does not", effect: FILTERS() },
      yes: {
        words: "it does",
        effect: "Orders are looked for by the lower-case common name, as the provider writes it.",
      },
    },
    async find({ get, samples }) {
      const sample = await samples.find(({ commonName }) => commonName !== commonName.toUpperCase());
      if (sample === null) return null;
      return (await findsBy(get, "commonName", sample.commonName.toUpperCase(), sample)) ? "no" : "yes";
    },
  },
  {
    id: "name-filter-other-names",
    question: "Does the filter `commonName` look at a certificate's other names?",
    needs: "reading",
    usual: "no",
    readings: {
      no: { words: "it does not", effect: FILTERS() },
      yes: {
        words: "it does",
        effect: "Look-ups read a few records more, and compare the names themselves.",
      },
    },
    async find({ get, samples }) {
      const sample = await samples.find(withOtherName);
      const [name] = sample?.otherNames.filter((each) => !each.startsWith("*.")) ?? [];
      if (sample === null || name === undefined) return null;
      return (await findsBy(get, "commonName", name, sample)) ? "yes" : "no";
    },
  },
  {
    id: "alternative-name-filter",
    question: "Does the filter `subjectAlternativeName` look at the common name?",
    needs: "reading",
    usual: "yes",
    readings: {
      yes: { words: "it does", effect: FILTERS() },
      no: { words: "it does not", effect: "Orders are looked for by the common name first." },
    },
    async find({ get, samples }) {
      const sample = await samples.find(({ commonName }) => /^[^*]+\./.test(commonName));
      if (sample === null) return null;
      return (await findsBy(get, "subjectAlternativeName", sample.commonName, sample)) ? "yes" : "no";
    },
  },
  {
    id: "status-filter",
    question: "Does the filter `status` work?",
    needs: "reading",
    usual: "yes",
    readings: {
      yes: { words: "it narrows the list", effect: "None." },
      no: {
        words: "it is ignored",
        effect: "Look-ups read ended records too: right, but slower for names with a long history.",
      },
    },
    async find({ get, samples }) {
      const all = await samples.total();
      const [revoked, issued] = [
        totalOf(await get("/ssl/v1?size=1&status=Revoked")),
        totalOf(await get("/ssl/v1?size=1&status=Issued")),
      ];
      if (revoked === null || issued === null || all === 0) return null;
      if (revoked !== all || issued !== all) return "yes";
      return (await samples.all()).length > 0 ? "no" : null;
    },
  },
];

function FILTERS(): string {
  return "None: whole names are asked for in the spelling that SCM wrote, and rows are compared again.";
}

function withOtherName({ commonName, otherNames }: Sample): boolean {
  return otherNames.some((name) => !name.startsWith("*.") && !name.includes(commonName));
}

async function shortPage(get: ContractContext["get"], total: number): Promise<string | null> {
  const shown = rows((await get("/ssl/v1"))?.json).length;
  if (shown < total) return "less";
  return null;
}

function refusal(answer: Awaited<ReturnType<ContractContext["get"]>>, otherwise: string): string | null {
  if (answer === null) return null;
  return answer.status >= 400 ? "refused" : otherwise;
}

/** Whether a filter of the list shows that very record, within its first page. */
async function findsBy(
  get: ContractContext["get"],
  filter: string,
  value: string,
  { sslId }: Sample,
): Promise<boolean> {
  for (let position = 0; ; position += 200) {
    const answer = await get(`/ssl/v1?size=200&position=${position}&${filter}=${encodeURIComponent(value)}`);
    const found = rows(answer?.json);
    if (found.some((row) => Number(member(row, "sslId")) === sslId)) return true;
    if (found.length === 0 || position > 2000) return false;
  }
}
