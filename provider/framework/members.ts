import { memoize } from "./memoize.ts";

type Members<T> = Readonly<Record<string, T>>;

/** What a declaration holds, by name and in its order; listed once, since a plan of a thousand walks each list many times. */
export function membersOf<T>(declared: Members<T>): readonly (readonly [string, T])[] {
  return lists(declared) as readonly (readonly [string, T])[]; // of the very declaration
}

const lists = memoize((declared: Members<unknown>) => Object.entries(declared));

/** An object with one member for each that is declared. */
export function eachMember<T, Made>(
  declared: Members<T>,
  one: (name: string, member: T) => Made,
): Record<string, Made> {
  const made: Record<string, Made> = {};
  for (const [name, member] of membersOf(declared)) made[name] = one(name, member);
  return made;
}
