import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SeedNumbers } from "./seed/seed-numbers.ts";
import { RecordStore, type Seed } from "./store.ts";

type Item = { readonly id: number; color: string; readonly serial: string };

const SEED: Seed<Item> = {
  count: 20,
  idAt: (index) => 100 + index * 2,
  indexOf: (id) => (id >= 100 && id < 140 && id % 2 === 0 ? (id - 100) / 2 : undefined),
  indexOfSerial: (bare) =>
    /^5E\d{2}$/.test(bare) && Number(bare.slice(2)) < 20 ? Number(bare.slice(2)) : undefined,
  recordAt: (index) => ({
    id: 100 + index * 2,
    color: index % 3 === 0 ? "red" : "blue",
    serial: `5E${String(index).padStart(2, "0")}`,
  }),
};

type Step = { readonly kind: "paint" | "remove" | "add" | "look"; readonly place: number };

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom<Step["kind"]>("paint", "remove", "add", "look"),
    place: fc.nat({ max: 25 }),
  }),
  { maxLength: 30 },
);

describe("record store", () => {
  test("it behaves like a plain list, however much of it was touched", () => {
    fc.assert(
      fc.property(steps, fc.nat({ max: 30 }), fc.nat({ max: 30 }), (acts, position, size) => {
        const store = new RecordStore(SEED, { id: ({ id }) => id, serials: ({ serial }) => [serial] });
        const model = Array.from({ length: SEED.count }, (_none, index) => SEED.recordAt(index));
        let nextId = 1000;
        for (const { kind, place } of acts) {
          const target = model[place % Math.max(1, model.length)];
          if (kind === "add") {
            nextId += 1;
            const item = { id: nextId, color: "red", serial: String(nextId) };
            store.add(item);
            model.push({ ...item });
          } else if (target && kind === "remove") {
            store.remove(target.id);
            model.splice(model.indexOf(target), 1);
          } else if (target && kind === "paint") {
            const item = store.edit(target.id);
            if (item) item.color = "red";
            target.color = "red";
          } else if (target) {
            expect(store.get(target.id)).toStrictEqual(target);
            expect(store.bySerial(target.serial, "get")).toStrictEqual(target);
          }
        }
        expect(store.size).toBe(model.length);
        for (const color of [undefined, "red", "blue"]) {
          const wanted = model.filter((item) => color === undefined || item.color === color);
          const test = color === undefined ? undefined : (item: Item) => item.color === color;
          const found = store.select({ test, key: color ?? "", now: 0 });
          expect(found.count).toBe(wanted.length);
          expect([...found.all()]).toStrictEqual(wanted);
          expect(found.slice(position, size)).toStrictEqual(wanted.slice(position, position + size));
        }
      }),
    );
  });

  test("a seeded serial number gives its place away", () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat({ max: 999_999 }), (seed, index) => {
        const numbers = new SeedNumbers(seed);
        const serial = numbers.serialAt(index);
        expect(serial).toMatch(/^5E[0-9A-F]{30}$/);
        expect(numbers.indexOfSerial(serial)).toBe(index);
      }),
    );
  });
});
