import { type ComponentChild, Fragment, h } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { PageChange } from "../../inventory/reports/page-data.ts";
import { type View, writeAddress } from "../address.ts";
import { daysLeft, idOf, membersOf, type Table, textAt, valueAt } from "../table.ts";
import { cellText, count, instant, offeredColumns, TITLES } from "../words.ts";
import { openedBy } from "./open.ts";
import type { Go } from "./use-view.ts";

interface CertificateProps {
  readonly table: Table;
  readonly view: View;
  readonly go: Go;
  /** Null where the page has no such certificate. */
  readonly row: number | null;
}

const EVENTS = ["requested", "approved", "issued", "replaced", "renewed", "revoked", "expires"] as const;
/** They have a place of their own. */
const APART = new Set<string>(["commonName", "subjectAlternativeNames", "end", "comments", ...EVENTS]);

/** One certificate: names, issuer, dates, others of its name, and where to renew it. */
export function Certificate({ table, view, row }: CertificateProps): ComponentChild {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Readers of screens are told what has opened, and the keyboard goes on from here.
    heading.current?.focus();
    scrollTo(0, 0);
  }, [row]);
  const back = h(
    "p",
    null,
    h("a", { href: writeAddress({ ...view, certificate: null }) }, "← All certificates"),
  );
  if (row === null) {
    const gone = `There is no certificate ${view.certificate ?? ""} on this page.`;
    return h("article", { class: "certificate" }, back, h("h2", { ref: heading, tabIndex: -1 }, gone));
  }
  const name = textAt(table, "commonName", row) || idOf(table, row);
  return h(
    "article",
    { class: "certificate" },
    back,
    h("h2", { ref: heading, tabIndex: -1 }, name),
    h("p", { class: "lead" }, leadOf(table, row)),
    h(Names, { table, row }),
    h(History, { table, row }),
    h(Facts, { table, row }),
    h(Renewal, { table, row }),
    h(SameName, { table, row, view }),
  );
}

function leadOf(table: Table, row: number): string {
  const days = daysLeft(table, row);
  const successor = textAt(table, "successor", row);
  const state = textAt(table, "status", row);
  const end =
    days === null
      ? "its end is not known"
      : days < 0
        ? `ended ${inDays(-days)} before this page was made`
        : `${inDays(days)} left`;
  const words: Readonly<Record<string, string>> = {
    yes: ", another certificate takes its place",
    none: ", nothing takes its place yet",
    unknown: ", SCM tells too little to see a successor",
  };
  return `${state}, ${end}${words[successor] ?? ""}.`;
}

function inDays(days: number): string {
  return days === 1 ? "1 day" : `${count(days)} days`;
}

type RowProps = Pick<CertificateProps, "table"> & { readonly row: number };

function Names({ table, row }: RowProps): ComponentChild | null {
  const names = membersOf(valueAt(table, "subjectAlternativeNames", row));
  if (names.length === 0) return null;
  return h(
    "section",
    { "aria-label": "Names" },
    h("h3", null, "Names"),
    h(
      "ul",
      { class: "names" },
      names.map((name, index) => h("li", { key: index }, name)),
    ),
  );
}

/** `noticed: changed; status: Requested to Issued`. */
function noticedText({ kind, fields }: PageChange): string {
  const parts = fields.map(({ attribute, before, after }) =>
    before === null && after === null
      ? `${attribute} changed`
      : `${attribute}: ${before ?? "none"} to ${after ?? "none"}`,
  );
  return [`noticed: ${kind}`, ...parts].join("; ");
}

/** What SCM tells of its life, and what imports noticed between each other; the first first. */
function History({ table, row }: RowProps): ComponentChild {
  const told = EVENTS.map((name) => ({ name: name as string, at: textAt(table, name, row) }));
  const id = idOf(table, row);
  const noticed = table.data.history.flatMap((change) =>
    change.id === id ? [{ name: noticedText(change), at: change.at }] : [],
  );
  const events = [...told, ...noticed]
    .filter(({ at }) => at !== "")
    .sort((one, other) => (one.at < other.at ? -1 : 1));
  return h(
    "section",
    { "aria-label": "History" },
    h("h3", null, "History"),
    h(
      "ol",
      { class: "events" },
      events.map(({ name, at }) =>
        h("li", { key: `${at} ${name}` }, h("b", null, at.length > 10 ? instant(at) : at), ` ${name}`),
      ),
    ),
  );
}

function Facts({ table, row }: RowProps): ComponentChild {
  const names = offeredColumns(table).filter((name) => !APART.has(name) && cellText(table, name, row) !== "");
  return h(
    "section",
    { "aria-label": "Facts" },
    h("h3", null, "Facts"),
    h(
      "dl",
      { class: "facts" },
      names.map((name) =>
        h(Fragment, { key: name }, h("dt", null, TITLES[name]), h("dd", null, cellText(table, name, row))),
      ),
    ),
  );
}

const AS_CODE = "Ordered as code";

function Renewal({ table, row }: RowProps): ComponentChild {
  const comments = textAt(table, "comments", row);
  const { portal } = table.data;
  const id = textAt(table, "certificateId", row);
  return h(
    "section",
    { "aria-label": "Where to renew it" },
    h("h3", null, "Where to renew it"),
    comments.includes(AS_CODE)
      ? h("p", null, "A configuration ordered it, and renews it: its comments name the place.")
      : h("p", null, "No configuration of this product has ordered it."),
    comments === "" ? null : h("pre", null, comments),
    portal === null
      ? h("p", null, `In SCM it has the id ${id}.`)
      : h("p", null, "In SCM: ", h("a", { href: portal, rel: "noreferrer" }, portal), `, id ${id}.`),
  );
}

const MOST_OTHERS = 50;

/** Those before and after it, which share its name. */
function SameName({ table, row, view }: RowProps & Pick<CertificateProps, "view">): ComponentChild | null {
  const others = useMemo(() => sameName(table, row), [table, row]);
  if (others.length === 0) return null;
  return h(
    "section",
    { "aria-label": "Others of this name" },
    h("h3", null, "Others of this name"),
    h(
      "ul",
      null,
      others
        .slice(0, MOST_OTHERS)
        .map((other) =>
          h(
            "li",
            { key: other },
            h("a", { href: openedBy(view, idOf(table, other)) }, idOf(table, other)),
            ` ${textAt(table, "status", other)}, ends ${cellText(table, "end", other) || "at a time not known"}`,
          ),
        ),
    ),
    others.length > MOST_OTHERS ? h("p", null, `and ${others.length - MOST_OTHERS} more`) : null,
  );
}

function sameName(table: Table, row: number): readonly number[] {
  const name = textAt(table, "commonName", row).toLowerCase();
  if (name === "") return [];
  const found: number[] = [];
  for (let other = 0; other < table.size; other += 1)
    if (other !== row && textAt(table, "commonName", other).toLowerCase() === name) found.push(other);
  return found;
}
