import { expect, it } from "vitest";
import { StoreError } from "../../../core/index.ts";
import { ListStage } from "../../../test/support/list-stage.ts";
import { pastDamage } from "./past-damage.ts";

const failing = (code: "store.damaged" | "store.full") => new StoreError("read it", { code, hint: "" });

it("asks a new store once where the first turns out to be damaged, and does not hide another failure", async () => {
  await using stage = await ListStage.of();
  const { inventories } = stage.api;
  const asked: unknown[] = [];
  const ask = (failure: StoreError) => async () => {
    asked.push(await inventories.at(stage.store));
    if (asked.length === 1) throw failure;
    return "answered";
  };
  expect(await pastDamage(stage.api, stage.store, ask(failing("store.damaged")))).toBe("answered");
  const [first, second] = asked.splice(0);
  expect(second).not.toBe(first);
  await expect(pastDamage(stage.api, stage.store, ask(failing("store.full")))).rejects.toThrow("read it");
  expect(asked).toHaveLength(1);
});
