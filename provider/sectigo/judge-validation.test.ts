import { expect, it } from "vitest";
import { testScm } from "../../test/fake-scm/testing.ts";
import { connection, START } from "../../test/support/certificate-stage.ts";
import { silentLog } from "../../test/support/library-provider.ts";
import { judgeValidation } from "./judge-validation.ts";

async function setting(login?: string) {
  const scm = await testScm({ now: START.getTime() });
  const api = connection(scm, login);
  const asking = { api, signal: new AbortController().signal, log: silentLog };
  return {
    scm,
    judge: (organizationId: number, ...names: readonly string[]) =>
      judgeValidation(asking, { organizationId, names }),
    async [Symbol.asyncDispose]() {
      await api.client.close();
      await scm.close();
    },
  };
}

it("S42 an expired domain is an error that names it and its date", async () => {
  await using it = await setting();
  const [found, ...others] = await it.judge(7019, "a.example.test", "shop.expired.test");
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    severity: "error",
    summary:
      'The validation of the domain "expired.test", to which "shop.expired.test" belongs, ended on 2026-02-22',
    path: [{ attribute: "subject_alternative_names" }],
  });
});

it("S42 an organization that is not validated is an error", async () => {
  await using it = await setting();
  await it.scm.control.changeValidation(233, { status: "EXPIRED" });
  expect(await it.judge(7003, "a.example.test")).toMatchObject([
    { severity: "error", summary: "The organization is not validated for server certificates" },
  ]);
});

it("S42 warns of what ends soon once per walk, and asks SCM once however many orders there are", async () => {
  await using it = await setting();
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, index) => it.judge(7108, `h${index}.labs.test`)),
  );
  expect(all.flat()).toMatchObject([
    { severity: "warning", detail: expect.stringMatching(/^Within 14 days: labs\.test on 2026-03-25/) },
  ]);
  expect(await it.scm.control.requests()).toHaveLength(3);
});

it("S42 leaves the judgement to SCM where this administrator may not look", async () => {
  await using it = await setting("reader");
  for (let order = 0; order < 5; order += 1) expect(await it.judge(7003, "shop.expired.test")).toEqual([]);
  // What may not be asked is asked once.
  expect((await it.scm.control.requests()).length).toBeLessThanOrEqual(3);
});
