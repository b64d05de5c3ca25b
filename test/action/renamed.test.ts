import { afterEach, describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { atStart, removeHostFolders } from "./support/host.ts";
import type { Job } from "./support/job.ts";

afterEach(removeHostFolders);

const FILES = { "shop.csr": makeCsr("shop.example.test").csr };
const ID = { GITHUB_REPOSITORY_ID: "1296269" };
const RENAMED = { ...ID, GITHUB_REPOSITORY: "example/platform" };
const LATER = "2026-04-03T00:00:00Z";

/** A run in which SCM has not issued anything yet, unless the clock says so. */
function run(job: Job, environment: Readonly<Record<string, string>>) {
  const inputs = { ...job.inputs, csr: "shop.csr", "output-directory": "out", wait: "0" };
  return job.runner.run(inputs, environment);
}

const slow = () => atStart({ scm: { issueDelayMs: 3_600_000 }, files: FILES });

describe("a repository that is renamed", () => {
  it("keeps the order that waits for its issue: nothing is ordered again", async () => {
    await using job = await slow();
    expect((await run(job, ID)).outputs).toMatchObject({ ordered: "1", pending: "1" });
    expect((await run(job, RENAMED)).outputs).toMatchObject({ ordered: "0", pending: "1" });
    await job.scm.control.setClock(LATER);
    const issued = await run(job, { ...RENAMED, SECTIGO_TEST_CLOCK: LATER });
    expect(issued.outputs).toMatchObject({ outcome: "reused", ordered: "0", delivered: "1" });
    expect(await job.orders()).toBe(1);
  });

  it("keeps an order of a run that knew the name alone, which the next run puts under the id", async () => {
    await using job = await slow();
    expect((await run(job, {})).outputs).toMatchObject({ ordered: "1", pending: "1" });
    expect((await run(job, ID)).outputs).toMatchObject({ ordered: "0", pending: "1" });
    expect((await run(job, RENAMED)).outputs).toMatchObject({ ordered: "0", pending: "1" });
    expect(await job.orders()).toBe(1);
  });

  it("reuses what was ordered and issued under the name, though it never ran with the id in between", async () => {
    await using job = await atStart({ files: FILES });
    expect((await run(job, {})).outputs).toMatchObject({ ordered: "1" });
    expect((await run(job, RENAMED)).outputs).toMatchObject({ outcome: "reused", ordered: "0" });
    expect(await job.orders()).toBe(1);
  });

  it("takes no order of another repository that has the same request", async () => {
    await using job = await slow();
    await run(job, ID);
    const other = { GITHUB_REPOSITORY: "example/other", GITHUB_REPOSITORY_ID: "99" };
    expect((await run(job, other)).outputs).toMatchObject({ ordered: "1" });
    expect(await job.orders()).toBe(2);
  });
});
