import { describe, expect, test } from "vitest";
import { CHAOS_KINDS } from "./chaos.ts";
import { enroll, testScm } from "./testing.ts";

async function kindsMet(seed: number): Promise<(string | null)[]> {
  await using scm = await testScm();
  await scm.control.chaos(0.5, seed);
  // What a fault does to the caller is not the point here, only which came when.
  for (let count = 0; count < 60; count += 1) await scm.call("GET", "/ssl/v1/types").catch(() => undefined);
  return (await scm.control.requests()).map(({ fault }) => fault);
}

describe("chaos", () => {
  test("the same seed meets the same requests with the same faults, another one with others", async () => {
    const first = await kindsMet(7);
    expect(await kindsMet(7)).toStrictEqual(first);
    expect(await kindsMet(8)).not.toStrictEqual(first);
    const met = first.filter((kind) => kind !== null);
    expect(met.length).toBeGreaterThan(15);
    expect(met.length).toBeLessThan(45);
    for (const kind of met) expect([...CHAOS_KINDS]).toContain(kind);
  });

  test("a rate of zero ends it, and the control port is never hit", async () => {
    await using scm = await testScm({ chaosRate: 1 });
    await scm.control.chaos(0);
    expect((await scm.call("GET", "/ssl/v1/types")).status).toBe(200);
  });
});

describe("acts from outside", () => {
  test.for([
    ["decline", "Declined"],
    ["reject", "Rejected"],
    ["invalidate", "Invalid"],
    ["approve", "Issued"],
    ["issue", "Issued"],
  ] as const)("%s makes a waiting request %s", async ([act, status]) => {
    await using scm = await testScm({ autoApprove: false });
    const id = await enroll(scm, "www.example.test");
    expect(await scm.control.act(id, act)).toMatchObject({ status });
  });

  test("replace, renew, move, expire, edit and delete change an issued one", async () => {
    await using scm = await testScm();
    const id = await enroll(scm, "www.example.test", { comments: "mine" });
    const before = await scm.control.certificate(id);
    const after = await scm.control.act(id, "replace");
    expect(after.serialNumber).not.toBe(before.serialNumber);
    const { sslId } = await scm.control.renew(id);
    expect(await scm.control.certificate(sslId)).toMatchObject({
      status: "Issued",
      requester: "jo@example.test",
    });
    expect(await scm.control.act(id, "move", { orgId: 7019 })).toMatchObject({ orgId: 7019, renewed: true });
    expect(await scm.control.act(id, "edit", { comments: "theirs" })).toMatchObject({ comments: "theirs" });
    expect(await scm.control.act(id, "expire")).toMatchObject({ status: "Expired" });
    await scm.control.act(id, "delete");
    expect((await scm.call("GET", `/ssl/v1/${id}`)).status).toBe(404);
    await expect(scm.control.act(sslId, "explode")).rejects.toThrow("act is one of");
  });
});
