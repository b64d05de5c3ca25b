/**
 * What must not compile, proved by the compiler. Each `@ts-expect-error` is a promise of the attribute kit; the line below
 * it is the mistake. Nothing here runs.
 */

import { integer, listOf, map, set, setOf, single, string, text } from "./attribute.ts";
import { dataSource } from "./data-source.ts";
import { provider } from "./provider.ts";
import {
  type Config,
  type PlanRequest,
  type ResourceHandlers,
  resource,
  type State,
  type Stored,
} from "./resource.ts";
import { UNKNOWN, type Unknown } from "./value.ts";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_T extends true>() => undefined;
const doc = "Some.";

// One attribute.
// @ts-expect-error a default of the wrong type
string({ is: "optional", doc, orElse: 5 });
// @ts-expect-error a default for what is required
string({ is: "required", doc, orElse: "a" });
// @ts-expect-error a default and computed: Terraform's "optional and computed" has no default
string({ is: "optionalComputed", doc, orElse: "a" });
// @ts-expect-error computed and write-only
string({ is: "computed", doc, writeOnly: true });
// @ts-expect-error nothing compares a write-only value
string({ is: "optional", doc, writeOnly: true, onChange: "update" });
// @ts-expect-error what the user sets can't be kept
string({ is: "optional", doc, keep: true });
// @ts-expect-error optional says already that it may be null
string({ is: "optional", doc, nullable: true });
// @ts-expect-error no user changes what is computed
string({ is: "computed", doc, onChange: "update" });
// @ts-expect-error every attribute is described
string({ is: "required" });
// @ts-expect-error an unknown word
string({ is: "mandatory", doc });
string({ is: "required", doc, checks: [(value) => (value === "" ? "it is empty" : null)] });
// @ts-expect-error a check of another type
string({ is: "required", doc, checks: [(value: number) => (value > 1 ? null : "too small")] });
// @ts-expect-error elements of the default have the wrong type
set(text, { is: "optional", doc, orElse: [1] });
// @ts-expect-error members of the default have the wrong type
map(text, { is: "optional", doc, orElse: { a: 1 } });

// Members of nested objects.
const name = string({ is: "required", doc });
single({ name, size: integer({ is: "optional", doc, orElse: 1 }) }, { is: "optional", doc });
// @ts-expect-error the attribute that holds the object says what a change means
single({ name: string({ is: "required", doc, onChange: "update" }) }, { is: "optional", doc });
// @ts-expect-error a write-only value stands at the top
single({ name: string({ is: "optional", doc, writeOnly: true }) }, { is: "optional", doc });
setOf({ name }, { is: "optional", doc });
// @ts-expect-error nothing in a set is computed
setOf({ name: string({ is: "computed", doc }) }, { is: "optional", doc });
// @ts-expect-error nothing in a set has a default
setOf({ name: string({ is: "optional", doc, orElse: "a" }) }, { is: "optional", doc });
// @ts-expect-error elements of a set are found by their spelling
setOf({ name: string({ is: "required", doc, same: () => true }) }, { is: "optional", doc });
// @ts-expect-error a default without one of its required members
listOf({ name }, { is: "optional", doc, orElse: [{}] });
single({ name }, { is: "optional", doc, checks: [(value) => (value.name === "" ? "it is empty" : null)] });
single(
  { name },
  {
    is: "optional",
    doc,
    // @ts-expect-error a member of a value that is known in part may be unknown
    partChecks: [(value) => (value.name.length > 1 ? "it is too long" : null)],
  },
);
listOf(
  { name },
  { is: "optional", doc, partChecks: [(all) => (all[0]?.name === "" ? "it is empty" : null)] },
);

// What handlers see.
const attributes = {
  title: string({ is: "required", onChange: "update", doc }),
  term: integer({ is: "optional", onChange: "update", doc, orElse: 199 }),
  note: string({ is: "optional", onChange: "record", doc }),
  pin_wo: string({ is: "optional", writeOnly: true, doc }),
  slot: string({ is: "optionalComputed", onChange: "recreate", doc }),
  serial: integer({ is: "computed", doc }),
  due: string({ is: "computed", nullable: true, doc }),
} as const;
type A = typeof attributes;
holds<
  Same<
    Config<A>,
    {
      readonly title: string;
      readonly term: number;
      readonly note: string | null;
      readonly pin_wo: string | null;
      readonly slot: string | null;
    }
  >
>();
holds<Same<Config<A>["term"], number>>();
holds<Same<State<A>["serial"], number>>();
holds<Same<State<A>["due"], string | null>>();
holds<Same<State<A>["slot"], string | null>>();
holds<Same<Stored<A>["title"], string | null>>();
holds<Same<NonNullable<PlanRequest<A, null>["config"]>["term"], number | Unknown>>();
// @ts-expect-error a computed attribute is not part of the configuration
type _Computed = Config<A>["serial"];
// @ts-expect-error a write-only value is not part of what is stored
type _WriteOnly = Stored<A>["pin_wo"];

// What handlers answer.
const good: State<A> = { title: "a", term: 1, note: null, slot: null, serial: 1, due: null };
const handlers: ResourceHandlers<A, null> = {
  create: async () => good,
  read: async ({ state }) => state,
  update: async ({ prior }) => ({ ...good, note: prior.note }),
  delete: async () => undefined,
};
const { serial: _, ...incomplete } = good;
const declare = resource<null>();
const spec = {
  version: 0,
  doc,
  attributes,
  timeoutsMs: { create: 1, read: 1, update: 1, delete: 1 },
} as const;
declare("thing", spec, handlers);
declare("thing", spec, {
  ...handlers,
  // @ts-expect-error a computed attribute is forgotten
  create: async () => incomplete,
});
declare("thing", spec, {
  ...handlers,
  // @ts-expect-error the write-only value is in the configuration, and goes into state with it
  create: async ({ config }) => ({ ...config, serial: 1, due: null }),
});
declare("thing", spec, {
  ...handlers,
  // @ts-expect-error null where the attribute is never null
  update: async () => ({ ...good, serial: null }),
});
declare("thing", spec, {
  ...handlers,
  // @ts-expect-error an unknown is planned, never stored
  update: async () => ({ ...good, due: UNKNOWN }),
});
declare("thing", spec, {
  ...handlers,
  // @ts-expect-error an attribute that was never declared
  update: async ({ config }) => ({ ...good, note: config.remark }),
});
declare("thing", spec, {
  ...handlers,
  create: async ({ checkpoint }) => {
    // @ts-expect-error a checkpoint is a whole state
    checkpoint({ title: "a" });
    return good;
  },
});
// @ts-expect-error update is missing
declare("thing", spec, { create: handlers.create, read: handlers.read, delete: handlers.delete });
declare("thing", spec, { ...handlers, plan: async () => ({ set: { serial: UNKNOWN, due: null } }) });
declare("thing", spec, {
  ...handlers,
  // @ts-expect-error only computed attributes are the plan's to set
  plan: async () => ({ set: { due: null, title: "b" } }),
});
declare("thing", spec, {
  ...handlers,
  // @ts-expect-error an attribute that was never declared
  plan: async () => ({ set: { nothing: "b" } }),
});
declare("thing", spec, {
  ...handlers,
  // @ts-expect-error import knows nothing of attributes that do not exist
  importState: (id) => ({ id }),
});
declare(
  "thing",
  {
    ...spec,
    // @ts-expect-error a settable attribute says what its change means
    attributes: { title: string({ is: "required", doc }) },
  },
  handlers as never,
);

// Data sources and providers need no onChange.
dataSource<null>()(
  "things",
  {
    doc,
    timeoutMs: 1,
    attributes: { word: string({ is: "required", doc }), found: set(text, { is: "computed", doc }) },
  },
  { read: async ({ config }) => ({ ...config, found: [] }) },
);
dataSource<null>()(
  "things",
  {
    doc,
    timeoutMs: 1,
    attributes: { word: string({ is: "required", doc }), found: set(text, { is: "computed", doc }) },
  },
  {
    // @ts-expect-error what is computed is forgotten
    read: async ({ config }) => config,
  },
);
provider<null, { readonly town: typeof name }>({
  name: "library",
  doc,
  attributes: { town: name },
  configure: async ({ config }) => {
    // @ts-expect-error a setting may be unknown while planning
    config.town.toUpperCase();
    return null;
  },
  resources: [],
  dataSources: [],
  explain: () => ({ severity: "error", summary: "", detail: "" }),
});
