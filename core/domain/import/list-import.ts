import type { Page } from "../../scm/pages.ts";
import type { RowsRead } from "../../scm/row-reader.ts";
import type { RowPart } from "../merge-parts.ts";
import { closeWalk } from "./close-walk.ts";
import { type ImportContext, PartSink } from "./context.ts";
import { type ImportGap, noteFailure } from "./gaps.ts";
import { type ListSource, walkList } from "./list-walk.ts";
import { clientListPart, clientReportPart, deviceListPart, deviceReportPart } from "./row-parts.ts";
import { type Question, sourcesOf } from "./settings.ts";
import { passOver } from "./too-long.ts";

/** Pages have no place that stays, so that a walk is never gone on with. */
const NO_OLDER_WALK = new Date(8.64e15);

type Report = (consume: (parts: readonly RowPart[]) => Promise<void>) => Promise<RowsRead>;

/** What a type is read by: its list, and the report that adds what the list lacks. */
interface Listed {
  readonly list: ListSource<RowPart>;
  readonly report: Report;
}

async function mapped<Row>(
  page: PromiseLike<Page<Row>>,
  part: (row: Row) => RowPart,
): Promise<Page<RowPart>> {
  const { items, total } = await page;
  return { items: items.map(part), total };
}

const identify = ({ certificateId }: RowPart): number => certificateId;

function clients({ scm, options }: ImportContext): Listed {
  const { clientCertificates, reports } = scm;
  return {
    list: {
      what: "list client certificates",
      identify,
      fetch: (position, size) => mapped(clientCertificates.list({ position, size }, options), clientListPart),
    },
    report: (consume) =>
      reports.streams.client({ status: "any" }, (rows) => consume(rows.map(clientReportPart)), options),
  };
}

function devices({ scm, options }: ImportContext): Listed {
  const { deviceCertificates, reports } = scm;
  return {
    list: {
      what: "list device certificates",
      identify,
      fetch: (position, size) => mapped(deviceCertificates.list({ position, size }, options), deviceListPart),
    },
    report: (consume) =>
      reports.streams.device({ status: "any" }, (rows) => consume(rows.map(deviceReportPart)), options),
  };
}

/**
 * The report only adds to rows. Where it fails, what it said of them before stays, and so does how far it is known: ends,
 * organizations and units of new rows are missing, which must be said.
 */
async function addReport(
  context: ImportContext,
  question: Question,
  report: Report,
): Promise<ImportGap | null> {
  const now = context.clock.now();
  const sink = new PartSink(context, "report", { type: question.type, phase: "full" });
  const source = sourcesOf(question).report ?? question.name;
  try {
    passOver(context, question.type, await report((parts) => sink.add(parts)));
    await sink.flush();
    await context.session.advance(source, now);
    return null;
  } catch (caught) {
    return noteFailure(context, { source, type: question.type, kind: "partial" }, caught);
  }
}

/** Reads client or device certificates by their list. There is nothing cheaper that tells what changed. */
export async function importList(context: ImportContext, question: Question): Promise<readonly ImportGap[]> {
  const { session, clock, options } = context;
  const { type } = question;
  const { list, report } = type === "client" ? clients(context) : devices(context);
  await session.openWalk(question.name, { now: clock.now(), notBefore: NO_OLDER_WALK });
  const sink = new PartSink(context, "bulk", { type, phase: "full" });
  await walkList(list, {
    options,
    onRows: (parts) => {
      context.check();
      return sink.add(parts);
    },
  });
  await sink.flush();
  const rows = { type, origins: null, organizationIds: null };
  const gaps = [await closeWalk(context, question, rows), await addReport(context, question, report)];
  return gaps.filter((gap) => gap !== null);
}
