import { describe, expect, it } from "vitest";
import { createGate } from "./gate.ts";

const open = new AbortController().signal;
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("createGate", () => {
  it("lets its width through at once and the rest in order, also after failures", async () => {
    const gate = createGate(2);
    const started: number[] = [];
    const ends: (() => void)[] = [];
    const work = (index: number) => () =>
      new Promise<number>((resolve, reject) => {
        started.push(index);
        ends.push(() => (index % 2 === 0 ? resolve(index) : reject(new Error("x"))));
      });
    const all = Promise.allSettled([0, 1, 2, 3, 4].map((index) => gate.pass(work(index), open)));
    await settle();
    expect(started).toEqual([0, 1]);
    ends[1]?.();
    await settle();
    expect(started).toEqual([0, 1, 2]);
    for (const index of [0, 2, 3, 4]) {
      ends[index]?.();
      await settle();
    }
    expect((await all).map((result) => result.status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
    expect(started).toEqual([0, 1, 2, 3, 4]);
  });

  it("lets go of who stops waiting, without losing a place", async () => {
    const gate = createGate(1);
    let end = (): void => undefined;
    const first = gate.pass(() => new Promise<void>((resolve) => (end = resolve)), open);
    const controller = new AbortController();
    const second = gate.pass(async () => "second", controller.signal);
    const third = gate.pass(async () => "third", open);
    controller.abort();
    await expect(second).rejects.toMatchObject({ code: "cancelled.stopped" });
    end();
    await first;
    expect(await third).toBe("third");
    expect(await gate.pass(async () => "fourth", open)).toBe("fourth");
    await expect(gate.pass(async () => "fifth", AbortSignal.abort())).rejects.toMatchObject({
      code: "cancelled.stopped",
    });
  });
});
