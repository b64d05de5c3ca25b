import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { importStage } from "../../../test/support/import-stage.ts";

const HOUR_MS = 3_600_000;
const SSL = { certificateTypes: ["ssl"], includeDiscovered: true, includeExpired: true } as const;

type Stage = Awaited<ReturnType<typeof importStage>>;

/** The guide's table: hours after which a change shows at the latest, by the words of its row. */
function promised(): ReadonlyMap<string, number> {
  const guide = readFileSync(new URL("../../../docs/guides/inventory-trust.md", import.meta.url), "utf8");
  const lines = [...guide.matchAll(/^\| ([^|]+) \| [^|]+ \| (\d+) hours \|$/gm)];
  return new Map(
    lines.flatMap(([, words = "", hours]) => words.split(", ").map((word) => [word, Number(hours)] as const)),
  );
}

async function rowOf(it: Stage, sslId: number) {
  return (await it.rows(SSL)).find(({ certificateId }) => certificateId === sslId);
}

interface Change {
  readonly word: string;
  /** State that the certificate is in before. */
  readonly from: "Issued" | "Requested";
  readonly act: (it: Stage, sslId: number) => Promise<unknown>;
  /** Whether the inventory shows it. */
  readonly shows: (row: Awaited<ReturnType<typeof rowOf>>, before: typeof row) => boolean;
}

const status =
  (wanted: string): Change["shows"] =>
  (row) =>
    row?.status === wanted;

const CHANGES: readonly Change[] = [
  {
    word: "revoked",
    from: "Issued",
    act: (it, id) => it.fake.control.revoke(id, 4),
    shows: status("Revoked"),
  },
  ...(["declined", "rejected", "found invalid"] as const).map((word): Change => {
    const act = { declined: "decline", rejected: "reject", "found invalid": "invalidate" }[word];
    const state = { declined: "Declined", rejected: "Rejected", "found invalid": "Invalid" }[word];
    return { word, from: "Requested", act: (it, id) => it.fake.control.act(id, act), shows: status(state) };
  }),
  {
    word: "replaced",
    from: "Issued",
    act: (it, id) => it.fake.control.act(id, "replace"),
    shows: (row, before) => row?.serialNumber !== before?.serialNumber && row?.status === "Issued",
  },
  {
    word: "edited",
    from: "Issued",
    act: (it, id) => it.fake.control.act(id, "edit", { comments: "edited" }),
    shows: (row) => row?.comments === "edited",
  },
  {
    word: "moved",
    from: "Issued",
    act: (it, id) => it.fake.control.act(id, "move", { orgId: 7245 }),
    shows: (row) => row?.organizationId === 7245,
  },
  {
    word: "deleted",
    from: "Issued",
    act: (it, id) => it.fake.control.act(id, "delete"),
    shows: (row) => row === undefined,
  },
];

it.each(CHANGES)("shows what was $word as soon as the guide says", async ({ word, from, act, shows }) => {
  await using it = await importStage({ records: 200 });
  await it.import(SSL);
  const found = (await it.rows(SSL)).findLast(
    (row) => row.status === from && row.origin === "managed" && row.organizationId === 7003,
  );
  expect(found).toBeDefined();
  const sslId = found?.certificateId ?? 0;
  await it.pass(60_000);
  await act(it, sslId);
  const most = promised().get(word) ?? 0;
  expect(most).toBeGreaterThan(0);
  let hours = 0;
  do {
    await it.pass(6 * HOUR_MS);
    hours += 6;
    await it.import(SSL);
  } while (hours < most);
  expect([word, shows(await rowOf(it, sslId), found)]).toEqual([word, true]);
});

it("has a row in the guide for every kind of change that is tried", () => {
  const words = promised();
  expect(CHANGES.map(({ word }) => word).filter((word) => !words.has(word))).toEqual([]);
});
