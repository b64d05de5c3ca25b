/** What must not compile in the declaration of an identity, proved by the compiler. Nothing here runs. */
import { integer, string } from "./attribute.ts";
import { resource } from "./resource.ts";

const doc = "Some.";
const attributes = {
  title: string({ is: "required", onChange: "update", doc }),
  serial: integer({ is: "computed", doc }),
} as const;
const spec = {
  version: 0,
  doc,
  attributes,
  timeoutsMs: { create: 1, read: 1, update: 1, delete: 1 },
} as const;
const handlers = {} as never; // not what this is about
const declare = resource<null>();
const serial = integer({ is: "required", doc });

declare("thing", { ...spec }, handlers);
declare(
  "thing",
  {
    ...spec,
    identity: {
      version: 0,
      attributes: { serial, title: string({ is: "optional", doc }) },
      // What is stored may be null, required or not.
      of: (state) => (state.serial === null ? null : { serial: state.serial, title: state.title }),
      find: (identity) => ({ serial: identity.serial }),
    },
  },
  handlers,
);
declare(
  "thing",
  {
    ...spec,
    identity: {
      version: 0,
      attributes: { serial },
      // @ts-expect-error a required part may be null
      of: (state) => ({ serial: state.serial }),
      // @ts-expect-error an attribute that the resource has not
      find: (identity) => ({ number: identity.serial }),
    },
  },
  handlers,
);
declare(
  "thing",
  {
    ...spec,
    identity: {
      version: 0,
      // @ts-expect-error nothing computes a part of an identity
      attributes: { serial: integer({ is: "computed", doc }) },
      of: () => null,
      find: () => ({}),
    },
  },
  handlers,
);
declare(
  "thing",
  {
    ...spec,
    identity: {
      version: 0,
      // @ts-expect-error an identity is compared as it is
      attributes: { title: string({ is: "required", doc, same: () => true }) },
      of: () => null,
      find: () => ({}),
    },
  },
  handlers,
);
