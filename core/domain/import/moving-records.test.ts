import { expect, it } from "vitest";
import { enroll } from "../../../test/fake-scm/testing.ts";
import { importStage } from "../../../test/support/import-stage.ts";

const SSL = { certificateTypes: ["ssl"], includeDiscovered: true, includeExpired: true } as const;
const FIELDS = { customFields: [{ name: "Cost centre", value: "4711" }] };
const WEEK_MS = 7 * 86_400_000;

it("S24 misses nothing that was there all the time, while records come and go under the walk", async () => {
  await using it = await importStage({ latencyMs: 20 });
  const { control } = it.fake;
  const before = await control.certificates();
  // From all over the walk: what was shown already, and what is still to come.
  const leaving = before.flatMap(({ sslId }, index) => (index % 9 === 4 ? [sslId] : [])).slice(0, 40);
  let moved: Promise<void> | undefined;
  const move = async (): Promise<void> => {
    for (const [index, sslId] of leaving.entries()) {
      await control.act(sslId, "delete");
      if (index % 5 === 0) await enroll(it.fake, `new${index}.example.test`, FIELDS);
    }
  };
  await it.import(SSL, {
    onProgress: () => {
      moved ??= move();
    },
  });
  await moved;
  const after = new Set((await control.certificates()).map(({ sslId }) => sslId));
  const paths = (await control.requests()).map(({ path }) => path.replace(/^\/api/, ""));
  // Records came between the first report and the last.
  const came = paths.indexOf("/ssl/v1/enroll");
  const reports = "/report/v1/ssl-certificates";
  expect([paths.indexOf(reports) < came, came < paths.lastIndexOf(reports)]).toEqual([true, true]);
  const ids = (await it.rows()).map(({ certificateId }) => certificateId);
  expect(new Set(ids).size).toBe(ids.length);
  const stayed = before.map(({ sslId }) => sslId).filter((id) => after.has(id));
  expect(stayed.filter((id) => !ids.includes(id))).toEqual([]);
  await it.pass(WEEK_MS);
  await it.import(SSL);
  const healed = (await it.rows()).map(({ certificateId }) => certificateId);
  expect(healed.sort((a, b) => a - b)).toEqual([...after].sort((a, b) => a - b));
});
