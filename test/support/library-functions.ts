/** Functions of the library: everything that parameters can be, in two of them. */
import {
  nullable,
  parameter,
  providerFunction,
  record,
  rest,
  sequence,
  text,
  whole,
} from "../../provider/framework/function.ts";
import { UNKNOWN, Unknown } from "../../provider/framework/value.ts";

/** A result with members, one of which may be null; an argument that may be null; an argument that is judged. */
export const shelfmark = providerFunction(
  "shelfmark",
  {
    summary: "Place of a book",
    doc: "Says where a book stands.",
    parameters: {
      room: parameter(text, {
        doc: "Room.",
        checks: [(room) => (room === "" ? "a room has a name" : null)],
      }),
      floor: parameter(nullable(whole), { doc: "Floor; null for the ground." }),
    },
    returns: record({ mark: text, floor: nullable(whole) }),
  },
  ({ room, floor }, { refuse }) => {
    if (room === "cellar" && floor !== null) throw refuse("floor", "the cellar has none.");
    if (room === "roof") throw new Error("no books there");
    return { mark: `${room}/${floor ?? 0}`, floor };
  },
);

/** Any number of further arguments, known or not. */
export const countWords = providerFunction(
  "count_words",
  {
    summary: "Words in titles",
    doc: "Counts the words of some titles.",
    deprecated: "Count them yourself.",
    parameters: { except: parameter(sequence("list", text), { doc: "Words that do not count." }) },
    rest: rest("titles", text, { doc: "Titles.", mayBeUnknown: true }),
    returns: whole,
  },
  async ({ except }, { rest: titles, refuse }) => {
    let count = 0;
    for (const [index, title] of titles.entries()) {
      if (title instanceof Unknown) return UNKNOWN;
      if (title === "") throw refuse(index, "a title has words");
      count += title.split(" ").filter((word) => !except.includes(word)).length;
    }
    return count;
  },
);
