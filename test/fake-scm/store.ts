import { bareSerial } from "./certificate.ts";
import { dayStart } from "./clock.ts";

/** Records that exist from the start without being stored: each is made up again whenever it is asked for. */
export type Seed<Item> = {
  readonly count: number;
  /** Ids rise with the place. */
  readonly idAt: (index: number) => number;
  readonly indexOf: (id: number) => number | undefined;
  readonly indexOfSerial: (bareSerial: string) => number | undefined;
  readonly recordAt: (index: number) => Item;
};

/** Some records, by rising id. Counting costs nothing; records are made when taken out. */
export type Selection<Item> = {
  readonly count: number;
  readonly slice: (position: number, size: number) => Item[];
  readonly all: () => Iterable<Item>;
};

/** Which records are wanted. */
export type Choice<Item> = {
  /** Undefined takes all. */
  readonly test: ((item: Item) => boolean) | undefined;
  /** Same text, same test: lets the walk over seeded records be remembered while a caller pages. */
  readonly key: string;
  readonly now: number;
};

/** Places of seeded records that passed a test. States change with the day, so a remembered walk is good for one. */
type Walk = { readonly day: number; readonly places: Uint32Array };

/**
 * Records of one kind and run, in memory. Seeded ones are made up on demand; one that is changed is kept from then on
 * in place of its seed. Nothing survives the run.
 */
export class RecordStore<Item> {
  readonly #seed: Seed<Item>;
  readonly #idOf: (item: Item) => number;
  readonly #serialsOf: (item: Item) => readonly string[];
  readonly #kept = new Map<number, Item>();
  readonly #removed = new Set<number>();
  readonly #walks = new Map<string, Walk>();
  readonly #unfinished = new Set<Item>();
  #touchedSeeds = 0;

  constructor(
    seed: Seed<Item>,
    read: { readonly id: (item: Item) => number; readonly serials: (item: Item) => readonly string[] },
  ) {
    this.#seed = seed;
    this.#idOf = read.id;
    this.#serialsOf = read.serials;
  }

  /** Number of records. */
  get size(): number {
    return this.#seed.count - this.#touchedSeeds + this.#kept.size;
  }

  /** The record with that id, for looking only: changes to a seeded one would be lost. */
  get(id: number): Item | undefined {
    if (this.#removed.has(id)) return undefined;
    const index = this.#seed.indexOf(id);
    return this.#kept.get(id) ?? (index === undefined ? undefined : this.#seed.recordAt(index));
  }

  /** The record with that id, to be changed. */
  edit(id: number): Item | undefined {
    const item = this.get(id);
    if (item !== undefined && !this.#kept.has(id)) {
      this.#kept.set(id, item);
      this.#touchedSeeds += 1;
    }
    return item;
  }

  /** Adds a new record; its id is above all others. */
  add(item: Item): void {
    this.#kept.set(this.#idOf(item), item);
    this.watch(item);
  }

  remove(id: number): void {
    const item = this.edit(id);
    if (item !== undefined) this.#unfinished.delete(item);
    this.#kept.delete(id);
    this.#removed.add(id);
  }

  /** The record that has or had a certificate with that serial number in any spelling; to be changed, or not. */
  bySerial(serial: string, purpose: "get" | "edit"): Item | undefined {
    const bare = bareSerial(serial);
    for (const item of this.#kept.values()) {
      if (this.#serialsOf(item).some((own) => bareSerial(own) === bare)) return item;
    }
    const index = this.#seed.indexOfSerial(bare);
    const id = index === undefined ? undefined : this.#seed.idAt(index);
    // A kept record has been looked through above: its seed no longer speaks for it.
    return id === undefined || this.#kept.has(id) ? undefined : this[purpose](id);
  }

  /** Records that were added or changed since the start, in no order. */
  live(): Iterable<Item> {
    return this.#kept.values();
  }

  select(choice: Choice<Item>): Selection<Item> {
    const live = [...this.#kept.entries()]
      .filter(([, item]) => choice.test === undefined || choice.test(item))
      .sort(([a], [b]) => a - b);
    const places = this.#untouched(this.#walk(choice));
    const at = this.#merge(places, live);
    const count = places.length + live.length;
    return {
      count,
      slice: (position, size) => {
        const end = Math.min(count, position + size);
        return Array.from({ length: Math.max(0, end - position) }, (_none, offset) => at(position + offset));
      },
      all: function* () {
        for (let index = 0; index < count; index += 1) yield at(index);
      },
    };
  }

  /** All changed and new records, and the seeded ones at places that pass; unlike `select` in no order. */
  *among(isWanted: (index: number) => boolean): Generator<Item> {
    for (let index = 0; index < this.#seed.count; index += 1) {
      if (!isWanted(index)) continue;
      const id = this.#seed.idAt(index);
      if (!this.#kept.has(id) && !this.#removed.has(id)) yield this.#seed.recordAt(index);
    }
    yield* this.#kept.values();
  }

  /** Has the record looked at when time passes. */
  watch(item: Item): void {
    this.#unfinished.add(item);
  }

  /** Shows each unfinished record to `isFinished`, which may change it, and forgets those that are. */
  settle(isFinished: (item: Item) => boolean): void {
    for (const item of this.#unfinished) if (isFinished(item)) this.#unfinished.delete(item);
  }

  #walk({ test, key, now }: Choice<Item>): Uint32Array {
    const day = dayStart(now);
    const name = test === undefined ? "" : key;
    const known = this.#walks.get(name);
    if (known && (known.day === day || test === undefined)) return known.places;
    const places = new Uint32Array(this.#seed.count);
    let found = 0;
    for (let index = 0; index < places.length; index += 1) {
      if (test === undefined || test(this.#seed.recordAt(index))) places[found++] = index;
    }
    const walk = { day, places: places.slice(0, found) };
    if (this.#walks.size > 50) this.#walks.clear();
    this.#walks.set(name, walk);
    return walk.places;
  }

  #untouched(places: Uint32Array): Uint32Array {
    if (this.#touchedSeeds === 0) return places;
    return places.filter((index) => {
      const id = this.#seed.idAt(index);
      return !this.#kept.has(id) && !this.#removed.has(id);
    });
  }

  /** Reads the merged row of both by position. Most often all live ones come last, being newest: no work then. */
  #merge(places: Uint32Array, live: readonly [number, Item][]): (position: number) => Item {
    const lastSeed = places.length === 0 ? 0 : this.#seed.idAt(places[places.length - 1] ?? 0);
    const isAppended = (live[0]?.[0] ?? Number.POSITIVE_INFINITY) > lastSeed;
    if (isAppended)
      return (position) => this.#seededOr(places[position], live[position - places.length]?.[1]);
    const merged: (number | Item)[] = [];
    let next = 0;
    for (const index of places) {
      const id = this.#seed.idAt(index);
      for (; (live[next]?.[0] ?? Number.POSITIVE_INFINITY) < id; next += 1) merged.push(liveAt(live, next));
      merged.push(index);
    }
    for (; next < live.length; next += 1) merged.push(liveAt(live, next));
    return (position) => {
      const entry = merged[position];
      return typeof entry === "number" ? this.#seed.recordAt(entry) : this.#seededOr(undefined, entry);
    };
  }

  #seededOr(index: number | undefined, item: Item | undefined): Item {
    if (index !== undefined) return this.#seed.recordAt(index);
    if (item === undefined) throw new RangeError("position beyond the selection");
    return item;
  }
}

function liveAt<Item>(live: readonly [number, Item][], index: number): Item {
  const entry = live[index];
  if (!entry) throw new RangeError("no such live record");
  return entry[1];
}
