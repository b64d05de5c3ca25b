import {
  type CertificateChange,
  ConfigError,
  type InventoryEntry,
  nearest,
  quoted,
  type ScmClient,
} from "../../core/index.ts";
import { mapBounded } from "../orders/map-bounded.ts";
import { type Problem, problemOf } from "../problem.ts";
import type { Step } from "../step.ts";

/** One record with what the rules want in it. */
export interface PlannedWrite {
  readonly sslId: number;
  readonly commonName: string | null;
  readonly change: CertificateChange;
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

/**
 * What would have to be written, so that SCM says what the rules say. Owners and fields are added and changed, never taken
 * away: what people entered in SCM by hand is not ours to remove. What the inventory shows as done costs no call.
 */
export async function planWrites(
  client: ScmClient,
  rows: readonly InventoryEntry[],
  step: Step,
): Promise<{ readonly writes: readonly PlannedWrite[]; readonly problems: readonly Problem[] }> {
  const candidates = rows.filter((row) => row.type === "ssl" && isMissing(row, row));
  const planned = await mapBounded(candidates, WIDTH, (row) => planOne(client, row, step));
  return {
    writes: planned.flatMap(({ write }) => write ?? []),
    problems: planned.flatMap(({ problem }) => problem ?? []),
  };
}

/** What one record needs: a write, a problem instead, or neither. */
interface PlannedOne {
  readonly write?: PlannedWrite;
  readonly problem?: Problem;
}

type Present = Pick<InventoryEntry, "externalRequesters" | "customFields">;

async function planOne(client: ScmClient, row: InventoryEntry, { signal }: Step): Promise<PlannedOne> {
  const { certificateId: sslId, commonName } = row;
  try {
    // The report may be older than the record, and an update must hold the whole list of fields.
    const present = await client.certificates.get(sslId, { signal });
    if (!isMissing(row, present)) return {};
    const change = changeFor(row, present);
    const { length } = change.externalRequesters?.join(",") ?? "";
    if (length > LONGEST_REQUESTERS) return { problem: tooLong(sslId, length) };
    return { write: { sslId, commonName, change } };
  } catch (thrown) {
    return { problem: problemOf(thrown) };
  }
}

function isMissing({ owners, attributes }: InventoryEntry, present: Present): boolean {
  return missingOwners(owners, present).length > 0 || otherFields(attributes, present).length > 0;
}

function missingOwners(owners: readonly string[], { externalRequesters }: Present): readonly string[] {
  const held = new Set(externalRequesters.map((address) => address.toLowerCase()));
  return owners.filter((owner) => !held.has(owner.toLowerCase()));
}

function otherFields(attributes: InventoryEntry["attributes"], { customFields }: Present): readonly string[] {
  const held = new Map(customFields.map(({ name, value }) => [name, value]));
  return Object.entries(attributes).flatMap(([name, value]) => (held.get(name) === value ? [] : [name]));
}

function changeFor({ owners, attributes }: InventoryEntry, present: Present): CertificateChange {
  const added = missingOwners(owners, present);
  const others = present.customFields.filter(({ name }) => attributes[name] === undefined);
  const ours = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  return {
    ...(added.length > 0 && { externalRequesters: [...present.externalRequesters, ...added] }),
    ...(otherFields(attributes, present).length > 0 && { customFields: [...others, ...ours] }),
  };
}

function tooLong(sslId: number, length: number): Problem {
  return {
    severity: "error",
    summary: `The external requesters of certificate ${sslId} would have ${length} characters together`,
    detail: `SCM takes ${LONGEST_REQUESTERS}. Give fewer owners, or a mailing list.`,
    path: null,
  };
}

/** Writes; one that fails does not keep the others. */
export async function applyWrites(
  client: ScmClient,
  writes: readonly PlannedWrite[],
  step: Step,
): Promise<{ readonly written: number; readonly problems: readonly Problem[] }> {
  const done = await mapBounded(writes, WIDTH, async ({ sslId, change }): Promise<Problem | null> => {
    try {
      await client.certificates.update(sslId, change, { signal: step.signal });
      return null;
    } catch (thrown) {
      return problemOf(thrown);
    }
  });
  const problems = done.filter((each) => each !== null);
  return { written: done.length - problems.length, problems };
}
