import type { CertificateFilter } from "../../scm/resources/certificate-reads.ts";
import type { CertificateIdentity } from "../../scm/schemas/certificates.ts";
import type { WalkedRows } from "../import-store.ts";
import { type ImportContext, PartSink } from "./context.ts";
import { walkList } from "./list-walk.ts";
import { readDetails } from "./read-details.ts";
import type { Question } from "./settings.ts";

/** Both are how one SCM spells them, and how its newer edition does; a name it does not know is ignored. */
const DISCOVERED = ["DISCOVERY", "IMPORTED"] as const;

type ListFilter = Pick<CertificateFilter, "organizationId" | "requestedVia" | "status">;

/** How many rows the list has; null when SCM does not say. */
async function totalOf({ scm, options }: ImportContext, filter: ListFilter): Promise<number | null> {
  const { total } = await scm.certificates.list({ ...filter, size: 1 }, options);
  return total;
}

function filtersOf({ organizationIds }: Question): readonly ListFilter[] {
  return organizationIds === null ? [{}] : organizationIds.map((organizationId) => ({ organizationId }));
}

/**
 * How many rows the walk should have shown; null when that can't be told: SCM does not count, or it ignores the filter
 * by origin, whose spelling differs from edition to edition.
 */
async function expectedRows(context: ImportContext, question: Question): Promise<number | null> {
  let expected = 0;
  for (const filter of filtersOf(question)) {
    const all = await totalOf(context, filter);
    if (all === null) return null;
    expected += all;
    if (question.includesDiscovered) continue;
    for (const requestedVia of DISCOVERED) {
      const discovered = await totalOf(context, { ...filter, requestedVia });
      if (discovered === null || (all > 0 && discovered === all)) return null;
      expected -= discovered;
    }
  }
  return expected;
}

export async function visitList(
  context: ImportContext,
  filter: ListFilter,
  onRows: (rows: readonly CertificateIdentity[]) => Promise<void>,
): Promise<void> {
  const { scm, options } = context;
  const source = {
    what: "list certificates",
    identify: (row: CertificateIdentity) => row.sslId,
    fetch: async (position: number, size: number) =>
      scm.certificates.list({ ...filter, position, size }, options),
  };
  await walkList(source, { options, onRows });
}

/** Ids that are not wanted although the list shows them. */
async function unwantedIds(
  context: ImportContext,
  question: Question,
  filter: ListFilter,
): Promise<ReadonlySet<number>> {
  const unwanted = new Set<number>();
  if (question.includesDiscovered) return unwanted;
  for (const requestedVia of DISCOVERED) {
    await visitList(context, { ...filter, requestedVia }, async (rows) => {
      for (const { sslId } of rows) unwanted.add(sslId);
    });
  }
  return unwanted;
}

/** Walks the list and reads the details of those that `missing` picks from each page. */
export async function readByList(
  context: ImportContext,
  question: Question,
  missing: (ids: readonly number[]) => Promise<readonly number[]>,
): Promise<void> {
  const sink = new PartSink(context, "bulk", { type: "ssl", phase: "details" });
  // What was read this way are details, which need no second call.
  const details = new PartSink(context, "details", { type: "ssl", phase: "details" });
  for (const filter of filtersOf(question)) {
    const unwanted = await unwantedIds(context, question, filter);
    await visitList(context, filter, async (found) => {
      const ids = found.map(({ sslId }) => sslId).filter((sslId) => !unwanted.has(sslId));
      await readDetails(context, "ssl", await missing(ids), async (parts) => {
        await sink.add(parts);
        await sink.flush();
        await details.add(parts);
      });
    });
  }
  await sink.flush();
  await details.flush();
}

/**
 * Finds what no report showed: records without a date to select by. The list knows them all; it is only walked when it
 * counts more rows than were shown, and only for those missing are details read.
 */
export async function healWalk(context: ImportContext, question: Question, rows: WalkedRows): Promise<void> {
  const { session } = context;
  const expected = await expectedRows(context, question);
  if (expected === null || (await session.shown(question.name, rows)) >= expected) return;
  await readByList(context, question, (ids) => session.notShown(question.name, "ssl", ids));
}
