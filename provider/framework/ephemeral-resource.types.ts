/** What must not compile in the declaration of an ephemeral resource, proved by the compiler. Nothing here runs. */
import { string } from "./attribute.ts";
import { type EphemeralResource, ephemeralResource, offlineEphemeralResource } from "./ephemeral-resource.ts";

const doc = "Some.";
const attributes = {
  reader: string({ is: "required", doc }),
  code: string({ is: "computed", doc }),
} as const;
const spec = { doc, timeoutMs: 1, attributes } as const;
const declare = ephemeralResource<null>();
const result = { reader: "a", code: "b" };

declare("card", spec, { open: async ({ config }) => ({ result: { ...config, code: "b" } }) });
declare("card", spec, {
  // @ts-expect-error what is computed is forgotten
  open: async ({ config }) => ({ result: config }),
});
declare("card", spec, {
  open: async () => ({ result, renewAt: null }),
  renew: async ({ private: left }) => {
    // @ts-expect-error Terraform would not hand over what a renewal says
    left.set("a", 1);
    return new Date(0);
  },
});
// @ts-expect-error nothing renews it
declare("card", spec, {
  open: async () => ({ result, renewAt: new Date(0) }),
});
// @ts-expect-error when to renew is not said
declare("card", spec, {
  open: async () => ({ result }),
  renew: async () => null,
});

const offline = offlineEphemeralResource("card", spec, { open: async () => ({ result }) });
offline satisfies EphemeralResource<{ readonly town: string }>;
offlineEphemeralResource("card", spec, {
  // @ts-expect-error there may be no connection
  open: async ({ api }) => ({ result: { ...result, code: api.town } }),
});
