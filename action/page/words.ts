import { daysLeft, membersOf, type Table, textAt, valueAt } from "./table.ts";

/** Titles of columns, in the order in which they are offered. Members of a certificate that are not here are not shown. */
export const TITLES: Readonly<Record<string, string>> = {
  commonName: "Name",
  end: "Ends",
  daysLeft: "Days left",
  successor: "Successor",
  status: "State",
  issuer: "Issuer",
  organization: "Organization",
  key: "Key",
  businessUnit: "Unit",
  owners: "Owners",
  tags: "Tags",
  type: "Type",
  certificateId: "SCM id",
  subjectAlternativeNames: "Names",
  serialNumber: "Serial number",
  scmProfileName: "SCM profile",
  termDays: "Term in days",
  subject: "Subject",
  signatureAlgorithm: "Signature",
  origin: "Came in",
  requestedVia: "Requested via",
  orderNumber: "Order number",
  autoRenewState: "Auto-renewal",
  attributes: "Attributes",
  customFields: "Custom fields",
  comments: "Comments",
  requested: "Requested",
  approved: "Approved",
  issued: "Issued",
  replaced: "Replaced",
  renewed: "Renewed",
  revoked: "Revoked",
  requester: "Requester",
  approver: "Approver",
  externalRequesters: "External requesters",
  personName: "Person",
  email: "Mail",
};

/** What is shown unless the address says otherwise. */
export const USUAL = [
  "commonName",
  "end",
  "daysLeft",
  "successor",
  "status",
  "issuer",
  "organization",
  "key",
];

const LISTS = new Set([
  "subjectAlternativeNames",
  "owners",
  "tags",
  "attributes",
  "customFields",
  "externalRequesters",
]);
const MADE = new Set(["daysLeft"]);

/** Columns of which any row has something. */
export function offeredColumns({ columns }: Table): readonly string[] {
  return Object.keys(TITLES).filter((name) => columns.has(name) || MADE.has(name));
}

/** As a cell shows it. */
export function cellText(table: Table, name: string, row: number): string {
  if (name === "daysLeft") return String(daysLeft(table, row) ?? "");
  // The day as SCM tells it; the first instant that it may mean is for counting.
  if (name === "end") return textAt(table, "expires", row).slice(0, 10);
  if (LISTS.has(name)) return membersOf(valueAt(table, name, row)).join(", ");
  return textAt(table, name, row);
}

/** By which column rows are sorted where this one is asked for. */
export function sortColumnOf(name: string): string {
  return name === "daysLeft" ? "end" : name;
}

export function count(number: number): string {
  return number.toLocaleString("en");
}

export function instant(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
