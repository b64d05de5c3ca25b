/** An ephemeral resource of the library: a reader's card that is valid while it is open. */
import { integer, single, string } from "../../provider/framework/attribute.ts";
import { type EphemeralHandlers, ephemeralResource } from "../../provider/framework/ephemeral-resource.ts";
import type { Library } from "./library.ts";

export const cardAttributes = {
  reader: string({ is: "required", doc: "Name of the reader." }),
  days: integer({
    is: "optional",
    orElse: 7,
    checks: [(value) => (value > 0 ? null : `1 or more is required, ${value} is given`)],
    doc: "How long it is valid.",
  }),
  desk: string({ is: "optionalComputed", doc: "Where it is made." }),
  picture: single(
    { file: string({ is: "required", doc: "File." }), width: integer({ is: "computed", doc: "Width." }) },
    { is: "optional", doc: "Picture on the card." },
  ),
  code: string({ is: "computed", sensitive: true, doc: "Opens the door." }),
} as const;

export type CardHandlers = EphemeralHandlers<typeof cardAttributes, Library>;

export const RENEW_AT = new Date("2030-01-02T03:04:05.678Z");

export function card(own?: CardHandlers) {
  return ephemeralResource<Library>()(
    "card",
    { doc: "A reader's card.", timeoutMs: 6_000, attributes: cardAttributes },
    own ?? cardHandlers,
  );
}

export const cardHandlers: CardHandlers = {
  open: async ({ config, api, private: left }) => {
    left.set("serial", 12);
    const picture = config.picture && { ...config.picture, width: 100 };
    const code = `${api.town}-${config.reader}-${config.days}`;
    return { result: { ...config, picture, desk: config.desk ?? "front", code }, renewAt: RENEW_AT };
  },
  renew: async () => new Date(RENEW_AT.getTime() + 1_000),
  close: async () => undefined,
};
