/**
 * A provider for tests that has nothing to do with certificates: a library that keeps books. Its one resource uses every
 * ability of the attribute kit; what it does, each test says.
 */
import {
  bool,
  integer,
  listOf,
  map,
  mapOf,
  number,
  set,
  setOf,
  single,
  string,
  text,
} from "../../provider/framework/attribute.ts";
import { dataSource } from "../../provider/framework/data-source.ts";
import { error } from "../../provider/framework/diagnostics.ts";
import type { Connected } from "../../provider/framework/environment.ts";
import type { Log } from "../../provider/framework/log.ts";
import type { Move } from "../../provider/framework/move-state.ts";
import { type Provider, provider } from "../../provider/framework/provider.ts";
import {
  type Config,
  type ResourceHandlers,
  resource,
  type State,
} from "../../provider/framework/resource.ts";
import { timeouts } from "../../provider/framework/timeouts.ts";
import type { ValueRecord } from "../../provider/framework/value.ts";
import type { Library } from "./library.ts";
import { card } from "./library-ephemeral.ts";
import { countWords, shelfmark } from "./library-functions.ts";

export const bookAttributes = {
  isbn: string({ is: "required", onChange: "recreate", doc: "Number of the edition." }),
  title: string({
    is: "optional",
    onChange: "update",
    same: (a, b) => a.toLowerCase() === b.toLowerCase(),
    doc: "Title; letter case does not matter.",
  }),
  pages: integer({
    is: "optional",
    onChange: "update",
    orElse: 100,
    checks: [(value) => (value > 0 ? null : `1 or more is required, ${value} is given`)],
    doc: "Number of pages.",
  }),
  price: number({ is: "optional", onChange: "update", doc: "Price, exact." }),
  is_lent: bool({ is: "optional", onChange: "record", doc: "Whether a reader has it." }),
  tags: set(text, { is: "optional", onChange: "update", doc: "Key words." }),
  labels: map(text, { is: "optional", onChange: "update", doc: "Labels by name." }),
  shelf: single(
    {
      room: string({ is: "required", same: (a, b) => a.trim() === b.trim(), doc: "Room." }),
      floor: integer({ is: "optional", orElse: 1, doc: "Floor." }),
      sign: string({ is: "computed", keep: true, doc: "What the shelf's sign says." }),
    },
    { is: "optional", onChange: "update", doc: "Where it stands." },
  ),
  chapters: listOf(
    {
      name: string({ is: "required", doc: "Name of the chapter." }),
      ordinal: integer({ is: "computed", doc: "Its position." }),
    },
    { is: "optional", onChange: "update", doc: "Chapters in order." },
  ),
  copies: mapOf(
    {
      state: string({ is: "optional", doc: "How worn it is." }),
      number: integer({ is: "computed", keep: true, doc: "Number of the copy." }),
    },
    { is: "optional", onChange: "update", doc: "Copies by name." },
  ),
  readers: setOf(
    {
      name: string({ is: "required", doc: "Name of the reader." }),
      card: integer({ is: "optional", doc: "Number of the reader's card." }),
    },
    { is: "optional", onChange: "update", doc: "Who may borrow it." },
  ),
  pin_wo: string({ is: "optional", writeOnly: true, sensitive: true, doc: "Opens the case." }),
  pin_version: integer({ is: "optional", onChange: "update", doc: "Raise it to set another pin." }),
  slot: string({ is: "optionalComputed", onChange: "update", keep: true, doc: "Place on the shelf." }),
  timeouts,
  copy_id: integer({ is: "computed", keep: true, doc: "Number in the catalogue." }),
  due: string({ is: "computed", keep: true, nullable: true, doc: "Day it is due; null when not lent." }),
  checked: string({ is: "computed", doc: "When it was looked at last." }),
} as const;

export type BookAttributes = typeof bookAttributes;
export type BookHandlers = ResourceHandlers<BookAttributes, Library>;

/** What a book looks like after create, everything the user left out decided. */
export function bookState(config: Config<BookAttributes>): State<BookAttributes> {
  const { pin_wo: _, ...kept } = config;
  return {
    ...kept,
    shelf: kept.shelf && { ...kept.shelf, sign: `Room ${kept.shelf.room}` },
    chapters: kept.chapters?.map((chapter, index) => ({ ...chapter, ordinal: index + 1 })) ?? null,
    copies:
      kept.copies &&
      Object.fromEntries(Object.entries(kept.copies).map(([name, copy]) => [name, { ...copy, number: 1 }])),
    slot: kept.slot ?? "A1",
    copy_id: 7,
    due: null,
    checked: "today",
  };
}

const handlers: BookHandlers = {
  create: async ({ config }) => bookState(config),
  read: async ({ state }) => state,
  update: async ({ config }) => bookState(config),
  delete: async () => undefined,
  importState: (id) => ({ copy_id: Number(id) }),
};

export const bookIdentity = {
  copy_id: integer({ is: "required", doc: "Number in the catalogue." }),
  isbn: string({ is: "optional", doc: "Number of the edition." }),
} as const;

/** A shop's leaflet becomes a book of the library. */
const leaflet: Move = {
  provider: "shops/shop",
  type: "shop_leaflet",
  schemaVersion: 2,
  state: ({ number, name }) => (number === undefined ? null : { copy_id: number, title: name ?? null }),
};

export function book(own: Partial<BookHandlers> = {}, spec: { readonly version?: number } = {}) {
  return resource<Library>()(
    "book",
    {
      version: spec.version ?? 0,
      doc: "A book.",
      attributes: bookAttributes,
      // Version 0 called the title "name".
      ...(spec.version === 1 && {
        upgrades: { 0: ({ name, ...rest }) => ({ ...rest, title: name ?? null }) },
      }),
      identity: {
        version: 0,
        attributes: bookIdentity,
        of: ({ copy_id, isbn }) => (copy_id === null ? null : { copy_id, isbn }),
        find: ({ copy_id }) => ({ copy_id }),
      },
      moves: [leaflet],
      timeoutsMs: { create: 1_000, read: 2_000, update: 3_000, delete: 4_000 },
    },
    { ...handlers, ...own },
  );
}

export const catalogue = dataSource<Library>()(
  "catalogue",
  {
    doc: "Finds books.",
    timeoutMs: 5_000,
    attributes: {
      word: string({ is: "required", doc: "A word of the title." }),
      limit: integer({ is: "optional", orElse: 10, doc: "How many at most." }),
      isbns: set(text, { is: "computed", doc: "What was found." }),
    },
  },
  {
    read: async ({ config, api }) => ({ ...config, isbns: [`${api.town}-${config.word}-${config.limit}`] }),
  },
);

export function library(own: Partial<Provider<Library>> = {}): Provider<Library> {
  const declared = provider<Library, typeof settings>({
    name: "library",
    doc: "Books of a town.",
    attributes: settings,
    configure: async ({ config }) => (typeof config.town === "string" ? { town: config.town } : null),
    resources: [book()],
    dataSources: [catalogue],
    ephemeralResources: [card()],
    functions: [shelfmark, countWords],
    explain: (thrown) => error("Library failed", thrown instanceof Error ? thrown.message : String(thrown)),
  });
  return { ...declared, ...own };
}

const settings = { town: string({ is: "required", doc: "Town whose library it is." }) } as const;

/** The tree of a book: what is not given is null. */
export function bookTree(members: ValueRecord): ValueRecord {
  const nothing = Object.fromEntries(Object.keys(bookAttributes).map((name) => [name, null]));
  return { ...nothing, ...members };
}

/** Forgets everything. */
export const silentLog: Log = {
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** What a call in a test works in, unless the test says otherwise. */
export function environment(own: Partial<Connected<Library>> = {}): Connected<Library> {
  return {
    api: { town: "Bath" },
    signal: new AbortController().signal,
    log: silentLog,
    explain: (thrown) => error("Library failed", thrown instanceof Error ? thrown.message : String(thrown)),
    ...own,
  };
}
