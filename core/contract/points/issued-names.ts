import { nameSet, withCommonName } from "../../pki/names.ts";
import { member, rows, text } from "../json.ts";
import type { Point } from "../point.ts";
import { csrFor, type TestOrders } from "../test-orders.ts";

const COMPARED = "What came back is compared with what was ordered.";
const TOLD = `${COMPARED} Added names are told once and never judged by \`allowed_names\`.`;

type Names = readonly [string, ...string[]];

/** What the CA makes of the names of an order. */
export const issuedNamePoints: readonly Point[] = [
  {
    id: "added-www",
    question: "Does the CA add `www.` to a bare name?",
    needs: "orders",
    usual: "no",
    readings: {
      no: { words: "it does not", effect: "None." },
      yes: { words: "it does", effect: TOLD },
    },
    find: ({ orders }) =>
      adds(
        orders,
        (name) => [name()],
        (name) => `www.${name}`,
      ),
  },
  {
    id: "added-bare-domain",
    question: "Does the CA add the bare name to a `www.` name?",
    needs: "orders",
    usual: "no",
    readings: {
      no: { words: "it does not", effect: "None." },
      yes: { words: "it does", effect: TOLD },
    },
    find: ({ orders }) =>
      adds(
        orders,
        (name) => [`www.${name()}`],
        (name) => name.slice("www.".length),
      ),
  },
  {
    id: "foreign-names",
    question: "Does the CA add names of another kind?",
    needs: "orders",
    usual: "no",
    readings: {
      no: { words: "it does not", effect: "None." },
      yes: {
        words: "it does",
        effect: `${COMPARED} Such a certificate is neither published nor delivered; ask Sectigo why.`,
      },
    },
    async find({ orders }) {
      const issued = await issue(orders, (name) => [name()]);
      if (issued === null) return null;
      const [asked = ""] = issued.asked;
      const usual = [asked, `www.${asked}`, asked.replace(/^www\./, "")];
      return issued.names.some((name) => !usual.includes(name)) ? "yes" : "no";
    },
  },
  {
    id: "dropped-names",
    question: "Does the CA leave names out?",
    needs: "orders",
    usual: "no",
    readings: {
      no: { words: "it does not", effect: "None." },
      yes: { words: "it does", effect: `${COMPARED} A missing name is said in every plan.` },
    },
    async find({ orders }) {
      const issued = await issue(orders, (name) => [name(), name("a"), name("b")]);
      if (issued === null) return null;
      return issued.asked.every((name) => issued.names.includes(name)) ? "no" : "yes";
    },
  },
  {
    id: "spelling-of-the-common-name",
    question: "In which spelling does the CA write the common name?",
    needs: "orders",
    usual: "as ordered",
    readings: {
      "as ordered": { words: "as it was ordered", effect: "None." },
      other: { words: "in another case", effect: "None: names are compared in their canonical form." },
    },
    async find({ orders }) {
      const issued = await issue(orders, (name) => [name()]);
      if (issued === null || issued.leaf.subject.commonName === null) return null;
      return issued.leaf.subject.commonName === issued.asked[0] ? "as ordered" : "other";
    },
  },
  {
    id: "place-of-the-common-name",
    question: "Where in the subject does the common name stand?",
    needs: "orders",
    usual: "last",
    readings: {
      last: { words: "at its end, as RFC 4514 shows it first", effect: "None: it is found by its type." },
      first: { words: "at its beginning", effect: "None: it is found by its type." },
    },
    async find({ orders }) {
      const issued = await issue(orders, (name) => [name()]);
      if (issued === null) return null;
      return issued.leaf.subject.text.startsWith("CN=") ? "last" : "first";
    },
  },
  {
    id: "names-shown-in-details",
    question: "Which names do details show where the certificate has others?",
    needs: "orders",
    usual: "those of the certificate",
    readings: {
      "those of the certificate": { words: "those of the certificate", effect: "None." },
      "those ordered": {
        words: "those that were ordered",
        effect: "None: what counts is read from the certificate itself.",
      },
    },
    async find({ orders }) {
      const issued = await issue(orders, (name) => [name(), name("a")]);
      if (issued === null || orders === null) return null;
      const isDifferent = !same(issued.asked, issued.names);
      if (!isDifferent) return null;
      const details = await orders.details(issued.sslId);
      const shown = rows(member(details, "subjectAlternativeNames")).map(text);
      return same(shown, issued.names) ? "those of the certificate" : "those ordered";
    },
  },
  {
    id: "no-common-name",
    question: "What becomes of a request without a common name?",
    needs: "orders",
    usual: "refused",
    readings: {
      refused: {
        words: "it is refused",
        effect: "Such requests are refused before, with the way to make one that SCM takes.",
      },
      "first name": {
        words: "the first of its other names serves",
        effect: "Set `common_name_from_san`, and such requests are ordered.",
      },
    },
    async find({ orders }) {
      if (orders === null) return null;
      const names: Names = [orders.name(), orders.name("a")];
      const { answer } = await orders.place(names, { csr: await csrFor({ subject: {}, names }) });
      return answer === null ? null : answer.status < 400 ? "first name" : "refused";
    },
  },
  {
    id: "several-common-names",
    question: "Which of several common names of a request counts?",
    needs: "orders",
    usual: "first",
    readings: {
      first: { words: "the first", effect: "Requests with several common names are refused." },
      last: { words: "the last", effect: "Requests with several common names are refused." },
    },
    async find({ orders }) {
      if (orders === null) return null;
      const [first, last] = [orders.name("first"), orders.name("last")];
      const csr = await orders.csrWithCommonNames([first, last]);
      const { sslId } = await orders.place([first], { csr });
      const details = sslId === null ? null : await orders.details(sslId);
      const taken = text(member(details, "commonName")).toLowerCase();
      return taken === first ? "first" : taken === last ? "last" : null;
    },
  },
];

/** Orders such names and reads what the certificate has. */
async function issue(orders: TestOrders | null, namesOf: (name: (prefix?: string) => string) => Names) {
  if (orders === null) return null;
  const asked = namesOf((prefix) => orders.name(prefix));
  const issued = await orders.issue(asked);
  if (issued === null) return null;
  const { leaf, sslId } = issued;
  const names = nameSet(withCommonName(leaf.subject.commonName, leaf.names)).map(({ value }) => value);
  return { sslId, leaf, asked, names };
}

async function adds(
  orders: TestOrders | null,
  namesOf: (name: (prefix?: string) => string) => Names,
  added: (name: string) => string,
): Promise<string | null> {
  const issued = await issue(orders, namesOf);
  if (issued === null) return null;
  return issued.names.includes(added(issued.asked[0] ?? "")) ? "yes" : "no";
}

function same(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [one, other].map((names) => nameSet(names).map(({ value }) => value));
  return JSON.stringify(a) === JSON.stringify(b);
}
