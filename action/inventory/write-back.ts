import {
  beyondLimit,
  businessUnitOf,
  type CertificateChange,
  type CertificateDetails,
  ConfigError,
  type InventoryEntry,
  type InventoryRow,
  isInView,
  nearest,
  quoted,
  rowAt,
  type ScmClient,
  sslDetailsPart,
  statusAt,
} from "../../core/index.ts";
import { mapBounded } from "../map-bounded.ts";
import { type Problem, problemOf } from "../problem.ts";
import type { Step } from "../step.ts";
import type { Filled } from "./fill.ts";
import type { GivenRules } from "./read-rules.ts";

/** One value that a record shall have, and the rule that says so. */
interface WantedValue {
  /** Name of the custom field; null for an external requester. */
  readonly field: string | null;
  readonly value: string;
  /** Its name. */
  readonly rule: string;
}

/** One record with what the rules want in it. */
export interface PlannedWrite {
  readonly sslId: number;
  readonly commonName: string | null;
  readonly change: CertificateChange;
  readonly values: readonly WantedValue[];
}

const WIDTH = 8;
/** SCM's limit for all addresses together. Source: SCM's REST API reference, May 2025, "Enroll". */
const LONGEST_REQUESTERS = 512;

/**
 * Custom attributes must be custom fields of SCM; a name that is none would be refused record by record.
 * @throws ConfigError `config.custom_field`
 */
export async function refuseUnknownFields(
  client: ScmClient,
  names: readonly string[],
  step: Step,
): Promise<void> {
  if (names.length === 0) return;
  const known = (await client.customFields.list({ signal: step.signal })).map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const near = unknown.flatMap((name) => nearest(name, known));
  throw new ConfigError(
    `write back custom attributes: SCM has no custom field ${unknown.map(quoted).join(", ")}`,
    {
      code: "config.custom_field",
      path: "rules",
      hint: `Nothing was written. ${near.length > 0 ? `Near are ${[...new Set(near)].map(quoted).join(", ")}; names` : "Names"} must be exact, upper and lower case too.`,
    },
  );
}

/** What decides whether a record may be written. */
interface WriteScope extends Pick<Filled, "view"> {
  readonly rules: GivenRules;
  /** Null: all. */
  readonly units: readonly string[] | null;
  readonly writesTo: "valid" | "all";
  readonly now: Date;
}

export interface WritePlan {
  readonly writes: readonly PlannedWrite[];
  readonly problems: readonly Problem[];
  /** Records as they were just read, for the store: the report shows an edit only when everything is read again. */
  readonly read: readonly CertificateDetails[];
}

/**
 * What would have to be written, so that SCM says what the rules say. Owners and fields are added and changed, never taken
 * away: what people entered in SCM by hand is not ours to remove. What the inventory shows as done costs no call. The
 * record as it is now decides: since the import it may have moved to another unit, ended, or met no rule any more.
 */
export async function planWrites(
  client: ScmClient,
  rows: readonly InventoryEntry[],
  { scope, step }: { readonly scope: WriteScope; readonly step: Step },
): Promise<WritePlan> {
  const candidates = rows.filter(
    (row) => row.type === "ssl" && mayBeWritten(row, scope) && isMissing(row, row),
  );
  const planned = await mapBounded(candidates, WIDTH, (row) => planOne(client, row, { scope, step }));
  return {
    writes: planned.flatMap(({ write }) => write ?? []),
    problems: planned.flatMap(({ problem }) => problem ?? []),
    read: planned.flatMap(({ read }) => read ?? []),
  };
}

/** What one record needs: a write, a problem instead, or neither. */
interface PlannedOne {
  readonly write?: PlannedWrite;
  readonly problem?: Problem;
  readonly read?: CertificateDetails;
}

type CertificateRequest = Pick<InventoryEntry, "owners" | "attributes">;
type Present = Pick<InventoryEntry, "externalRequesters" | "customFields">;

const NOTHING: CertificateRequest = { owners: [], attributes: {} };

async function planOne(
  client: ScmClient,
  row: InventoryEntry,
  { scope, step }: { readonly scope: WriteScope; readonly step: Step },
): Promise<PlannedOne> {
  const { certificateId: sslId } = row;
  try {
    const read = await client.certificates.get(sslId, { signal: step.signal });
    const present = rowAt({ ...row, ...sslDetailsPart(read) }, scope.now);
    if (!mayBeWritten(present, scope)) return { read };
    const wanted = scope.rules.set.labelOf(present) ?? NOTHING;
    if (!isMissing(wanted, present)) return { read };
    const change = changeFor(wanted, present);
    const { length } = change.externalRequesters?.join(",") ?? "";
    if (length > LONGEST_REQUESTERS) return { problem: tooLong(sslId, length), read };
    const values = valuesOf(scope.rules, present, wanted);
    return { write: { sslId, commonName: present.commonName, change, values }, read };
  } catch (thrown) {
    return { problem: problemOf(thrown) };
  }
}

/** Whether the view, the units of this run and what may be written let the record through. */
function mayBeWritten(row: InventoryRow, { view, units, writesTo, now }: WriteScope): boolean {
  if (!isInView(row, view, now)) return false;
  const unit = businessUnitOf(view.businessUnits, row);
  if (units !== null && (unit === null || !units.includes(unit))) return false;
  return writesTo === "all" || (row.origin === "managed" && statusAt(row, now) === "Issued");
}

function isMissing({ owners, attributes }: CertificateRequest, present: Present): boolean {
  return missingOwners(owners, present).length > 0 || otherFields(attributes, present).length > 0;
}

function missingOwners(owners: readonly string[], { externalRequesters }: Present): readonly string[] {
  const held = new Set(externalRequesters.map((address) => address.toLowerCase()));
  return owners.filter((owner) => !held.has(owner.toLowerCase()));
}

function otherFields(
  attributes: CertificateRequest["attributes"],
  { customFields }: Present,
): readonly string[] {
  const held = new Map(customFields.map(({ name, value }) => [name, value]));
  return Object.entries(attributes).flatMap(([name, value]) => (held.get(name) === value ? [] : [name]));
}

function changeFor({ owners, attributes }: CertificateRequest, present: Present): CertificateChange {
  const added = missingOwners(owners, present);
  const others = present.customFields.filter(({ name }) => attributes[name] === undefined);
  const ours = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  return {
    ...(added.length > 0 && { externalRequesters: [...present.externalRequesters, ...added] }),
    ...(otherFields(attributes, present).length > 0 && { customFields: [...others, ...ours] }),
  };
}

/** Each value that is missing, with the last rule that gives it: for a field that is the one which counts. */
function valuesOf(
  { rules, set }: GivenRules,
  present: InventoryRow & Present,
  wanted: CertificateRequest,
): WantedValue[] {
  const { matched } = set.judge(present);
  const applying = rules.filter(({ name }) => matched.includes(name)).toReversed();
  const ruleOf = (gives: (rule: (typeof applying)[number]) => boolean): string =>
    applying.find(gives)?.name ?? "";
  return [
    ...missingOwners(wanted.owners, present).map((value) => ({
      field: null,
      value,
      rule: ruleOf(({ owners }) => owners.some((owner) => owner.toLowerCase() === value)),
    })),
    ...otherFields(wanted.attributes, present).map((field) => ({
      field,
      value: wanted.attributes[field] ?? "",
      rule: ruleOf(({ customAttributes }) => customAttributes[field] !== undefined),
    })),
  ];
}

function tooLong(sslId: number, length: number): Problem {
  return {
    severity: "error",
    summary: `The external requesters of certificate ${sslId} would have ${length} characters together`,
    detail: `SCM takes ${LONGEST_REQUESTERS}. Give fewer owners, or a mailing list.`,
    path: null,
  };
}

/** The fuse: a rule that matches too much would send SCM's mail to many people. Null when the plan is within it. */
export function judgeNumber(writes: readonly PlannedWrite[], most: number): Problem | null {
  const over = beyondLimit(
    writes.map(({ sslId }) => String(sslId)),
    most,
  );
  if (over === null) return null;
  return {
    severity: "error",
    summary: `${over.number} records would be written, ${over.limit} are allowed in one run`,
    detail: "Nothing was written. Look at the dry run; then raise max-writes, or narrow the rules.",
    path: null,
    code: "config.max_writes",
  };
}

interface DoneWrites {
  readonly written: number;
  readonly problems: readonly Problem[];
}

/** Writes, and reads each record once more for the store; one that fails does not keep the others. */
export async function applyWrites(
  client: ScmClient,
  writes: readonly PlannedWrite[],
  step: Step,
): Promise<DoneWrites & { readonly read: readonly CertificateDetails[] }> {
  const done = await mapBounded(writes, WIDTH, async ({ sslId, change }) => {
    try {
      await client.certificates.update(sslId, change, { signal: step.signal });
      return { read: await client.certificates.get(sslId, { signal: step.signal }), problem: null };
    } catch (thrown) {
      return { read: null, problem: problemOf(thrown) };
    }
  });
  const problems = done.flatMap(({ problem }) => problem ?? []);
  const read = done.flatMap((one) => one.read ?? []);
  return { written: done.length - problems.length, problems, read };
}
