/** What the library lists, and what it does on demand. */
import { type Action, type ActionHandlers, action } from "../../provider/framework/action.ts";
import { integer, string } from "../../provider/framework/attribute.ts";
import { error } from "../../provider/framework/diagnostics.ts";
import {
  type ListHandlers,
  type ListResource,
  listResource,
} from "../../provider/framework/list-resource.ts";
import { Unknown } from "../../provider/framework/value.ts";
import type { Library } from "./library.ts";

export const shelfArguments = {
  word: string({ is: "optional", doc: "A word of the title." }),
  count: integer({ is: "optional", doc: "How many books there are." }),
} as const;

export type ShelfHandlers = ListHandlers<typeof shelfArguments, Library>;

/** Lists books by their numbers: 1, 2, 3, … */
export function shelf(own: Partial<ShelfHandlers> = {}): ListResource<Library> {
  return listResource<Library>()(
    "book",
    { doc: "Lists books.", timeoutMs: 1_000, attributes: shelfArguments },
    {
      validate: ({ word }) => (word === "" ? [error("No word", "The word is empty.")] : []),
      list: async function* ({ config }) {
        for (let copy_id = 1; copy_id <= (config.count ?? 3); copy_id += 1)
          yield { identity: { copy_id, isbn: null }, displayName: `Book ${copy_id}` };
      },
      width: () => 2,
      isOfOne: (thrown) => thrown instanceof RangeError,
      ...own,
    },
  );
}

export const stampArguments = {
  copy_id: integer({ is: "required", doc: "Which copy." }),
  ink: string({ is: "optional", doc: "Colour of the ink." }),
} as const;

export type StampHandlers = ActionHandlers<typeof stampArguments, Library>;

/** Stamps a copy. */
export function stamp(own: Partial<StampHandlers> = {}): Action<Library> {
  return action<Library>()(
    "stamp",
    { doc: "Stamps a copy.", timeoutMs: 1_000, attributes: stampArguments },
    {
      plan: async ({ config: { ink } }) =>
        ink instanceof Unknown || ink !== "red" ? [] : [error("No red ink", "The library has none.")],
      invoke: async ({ config, api, progress }) => progress(`${api.town}: stamped ${config.copy_id}`),
      ...own,
    },
  );
}
