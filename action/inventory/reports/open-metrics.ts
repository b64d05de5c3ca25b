import { type Counts, plainText } from "../../../core/index.ts";
import { endsWithin, type Snapshot, type ToldRow } from "./snapshot.ts";

type Labels = Readonly<Record<string, string>>;

interface Sample {
  readonly labels: Labels;
  readonly value: number;
}

/** A family of samples; its name ends with its unit. */
interface Metric {
  readonly name: string;
  readonly help: string;
  readonly unit?: "days" | "seconds";
  readonly samples: readonly Sample[];
}

const DAY_MS = 86_400_000;
const DAYS = [7, 30, 90] as const;
/** Each value of a label is a series that a server keeps for months. */
const MOST_VALUES = 100;
const LONGEST_LABEL = 128;

/**
 * The inventory in OpenMetrics text, all of it gauges. Certificates are those that are issued, the first to end first, `limit`
 * at most; the texts of labels are cut, and beyond a hundred issuers or organizations the smallest are one.
 * Source: OpenMetrics 1.0, text format.
 */
export function openMetricsText(snapshot: Snapshot, limit: number): string {
  const issued = snapshot.told.filter(({ entry, end }) => entry.status === "Issued" && end !== null);
  const metrics = [
    ...trustMetrics(snapshot),
    ...countMetrics(snapshot),
    ...certificateMetrics(issued.slice(0, limit), snapshot.now),
  ];
  return `${metrics.map(metricText).join("")}# EOF\n`;
}

function trustMetrics({ trust, now }: Snapshot): readonly Metric[] {
  const times = [...trust.importedAtByType].map(([type, at]) => ({ labels: { type }, at: at.getTime() }));
  return [
    {
      name: "sectigo_inventory_complete",
      help: "1 where every type was read and nothing is withheld, else 0.",
      samples: [bare(trust.isComplete ? 1 : 0)],
    },
    {
      name: "sectigo_inventory_gaps",
      help: "Parts of the inventory that are missing.",
      samples: [bare(trust.gaps.length)],
    },
    {
      name: "sectigo_inventory_import_timestamp_seconds",
      unit: "seconds",
      help: "When SCM was last asked, by type; a type that was never read is not there.",
      samples: times.map(({ labels, at }) => ({ labels, value: at / 1000 })),
    },
    {
      name: "sectigo_inventory_import_age_seconds",
      unit: "seconds",
      help: "How long ago that was when this file was written.",
      samples: times.map(({ labels, at }) => ({ labels, value: (now.getTime() - at) / 1000 })),
    },
  ];
}

function countMetrics(snapshot: Snapshot): readonly Metric[] {
  const { counts, told, now } = snapshot;
  const within = (wanted: (row: ToldRow) => boolean): readonly Sample[] =>
    DAYS.map((days) => ({
      labels: { within_days: String(days) },
      value: told.filter((row) => wanted(row) && endsWithin(row, days, now)).length,
    }));
  const organizations = Object.fromEntries(
    Object.entries(counts.byOrganization).map(([id, n]) => [
      `${counts.organizationNames[id] ?? "unknown"} (${id})`,
      n,
    ]),
  );
  return [
    { name: "sectigo_inventory_certificates", help: "Certificates.", samples: [bare(counts.total)] },
    counted("status", "Certificates by state.", counts.byStatus),
    counted("type", "Certificates by type.", counts.byType),
    counted("key", "Certificates by kind of key.", counts.byKeyType),
    counted("issuer", "Certificates by issuer.", counts.byIssuer),
    counted("organization", "Certificates by organization, with its id.", organizations),
    {
      name: "sectigo_inventory_ending_certificates",
      help: "Issued certificates that end within so many days.",
      samples: within(() => true),
    },
    {
      name: "sectigo_inventory_ending_alone_certificates",
      help: "Those of them that have no successor.",
      samples: within(({ hasSuccessor }) => hasSuccessor === false),
    },
    {
      name: "sectigo_inventory_ending_untold_certificates",
      help: "Those of them of which SCM tells too little to see a successor.",
      samples: within(({ hasSuccessor }) => hasSuccessor === null),
    },
  ];
}

function counted(label: string, help: string, counts: Counts): Metric {
  const largest = Object.entries(counts).sort(([, one], [, other]) => other - one);
  const bounded = new Map<string, number>();
  largest.forEach(([name, count], index) => {
    const value = index < MOST_VALUES ? labelText(name) : "other";
    bounded.set(value, (bounded.get(value) ?? 0) + count);
  });
  const samples = [...bounded].map(([value, count]) => ({ labels: { [label]: value }, value: count }));
  return { name: `sectigo_inventory_${label}_certificates`, help, samples };
}

function certificateMetrics(rows: readonly ToldRow[], now: Date): readonly Metric[] {
  const dated = rows.flatMap((row) => (row.end === null ? [] : [{ labels: identity(row), end: row.end }]));
  return [
    {
      name: "sectigo_certificate_left_days",
      unit: "days",
      help: "Days until the end when this file was written, by certificate; below 0 once it has passed.",
      samples: dated.map(({ labels, end }) => ({ labels, value: daysBetween(now, end) })),
    },
    {
      name: "sectigo_certificate_end_timestamp_seconds",
      unit: "seconds",
      help: "End of the validity; where SCM tells a day only, its first moment anywhere.",
      samples: dated.map(({ labels, end }) => ({ labels, value: end.getTime() / 1000 })),
    },
  ];
}

function identity({ entry, hasSuccessor }: ToldRow): Labels {
  return {
    type: entry.type,
    certificate_id: String(entry.certificateId),
    common_name: labelText(entry.commonName ?? ""),
    organization: labelText(entry.organizationName ?? ""),
    issuer: labelText(entry.issuer ?? ""),
    successor: hasSuccessor === null ? "unknown" : String(hasSuccessor),
  };
}

function daysBetween(from: Date, to: Date): number {
  return Math.round(((to.getTime() - from.getTime()) / DAY_MS) * 1000) / 1000;
}

function bare(value: number): Sample {
  return { labels: {}, value };
}

function labelText(text: string): string {
  return plainText(text, LONGEST_LABEL);
}

function metricText({ name, help, unit, samples }: Metric): string {
  const head = [`# TYPE ${name} gauge`, ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`])];
  const lines = samples.map(({ labels, value }) => `${name}${labelsText(labels)} ${value}`);
  return [...head, `# HELP ${name} ${escaped(help)}`, ...lines, ""].join("\n");
}

function labelsText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function escaped(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
