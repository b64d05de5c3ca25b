import type { Observed } from "../scm/observer.ts";
import { member, rows, text, totalOf } from "./json.ts";

/** Details of one SSL record, as they came. */
export interface Sample {
  readonly sslId: number;
  readonly commonName: string;
  readonly status: string;
  /** Without the common name. */
  readonly otherNames: readonly string[];
  /** Whether the list of names had the common name in it. */
  readonly listsCommonName: boolean;
  readonly json: unknown;
}

/** Records of the account to try things on: a few of the oldest and of the youngest, read once. */
export interface Samples {
  readonly total: () => Promise<number>;
  readonly all: () => Promise<readonly Sample[]>;
  /** The first that fits; null when none does. */
  readonly find: (fits: (sample: Sample) => boolean) => Promise<Sample | null>;
}

const EACH_END = 25;

/** @param get a path below `/api` → its answer */
export function samplesOf(get: (path: string) => Promise<Observed | null>): Samples {
  let known: Promise<readonly Sample[]> | undefined;
  let count: Promise<number> | undefined;
  const total = (): Promise<number> =>
    (count ??= get("/ssl/v1?size=1").then((answer) => totalOf(answer) ?? 0));
  const read = async (): Promise<readonly Sample[]> => {
    const youngest = Math.max(0, (await total()) - EACH_END);
    // The youngest first: what SCM writes now counts more than what it wrote years ago.
    const pages = [...new Set([youngest, 0])].map(
      (position) => `/ssl/v1?size=${EACH_END}&position=${position}`,
    );
    const revoked = "/ssl/v1?size=5&status=Revoked";
    const ids = new Set<number>();
    for (const page of [...pages, revoked])
      for (const row of rows((await get(page))?.json).toReversed()) ids.add(Number(member(row, "sslId")));
    const found: Sample[] = [];
    for (const id of ids) {
      const answer = await get(`/ssl/v1/${id}`);
      if (answer?.status === 200) found.push(sampleOf(id, answer.json));
    }
    return found;
  };
  const all = (): Promise<readonly Sample[]> => (known ??= read());
  return { total, all, find: async (fits) => (await all()).find(fits) ?? null };
}

function sampleOf(sslId: number, json: unknown): Sample {
  const commonName = text(member(json, "commonName"));
  const names = rows(member(json, "subjectAlternativeNames")).map(text);
  const isCommonName = (name: string): boolean => name.toLowerCase() === commonName.toLowerCase();
  return {
    sslId,
    commonName,
    status: text(member(json, "status")),
    otherNames: names.filter((name) => !isCommonName(name)),
    listsCommonName: names.some(isCommonName),
    json,
  };
}
