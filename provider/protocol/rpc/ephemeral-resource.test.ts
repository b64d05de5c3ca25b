import { timestampDate } from "@bufbuild/protobuf/wkt";
import { describe, expect, it } from "vitest";
import {
  type CardHandlers,
  card,
  cardAttributes,
  cardHandlers,
  RENEW_AT,
} from "../../../test/support/library-ephemeral.ts";
import { dv, serve, settings, told } from "../../../test/support/library-service.ts";
import { Decimal } from "../../framework/decimal.ts";
import { offlineEphemeralResource } from "../../framework/ephemeral-resource.ts";
import { UNKNOWN, type ValueRecord } from "../../framework/value.ts";
import { objectFrom } from "../wire.ts";

const CARD = { typeName: "library_card" };
const bytes = (text: string) => new TextEncoder().encode(text);
const config = (members: ValueRecord = {}) => {
  const nothing = Object.fromEntries(Object.keys(cardAttributes).map((name) => [name, null]));
  return { ...CARD, config: dv({ ...nothing, reader: "Anne", ...members }, cardAttributes) };
};

describe("an ephemeral resource", () => {
  it("is described with the schema", async () => {
    const { ask } = serve();
    const { ephemeralResourceSchemas } = await ask("getProviderSchema", {});
    expect(Object.keys(ephemeralResourceSchemas)).toEqual(["library_card"]);
    expect(ephemeralResourceSchemas.library_card?.block).toBeDefined();
    expect((await ask("getMetadata", {})).ephemeralResources).toMatchObject([CARD]);
  });

  it("is validated without a configuration, unknown values passed over", async () => {
    const { ask } = serve();
    const judge = async (members: ValueRecord) =>
      told(await ask("validateEphemeralResourceConfig", config(members)));
    expect(await judge({ reader: UNKNOWN, days: UNKNOWN })).toEqual([]);
    expect(await judge({ reader: null })).toEqual(["error: Missing required argument"]);
    expect(await judge({ days: Decimal.from(0) })).toEqual(["error: Invalid value for days"]);
  });

  it("is opened while planning and while applying, without capabilities of the client too", async () => {
    const ask = await serve().configured();
    for (const clientCapabilities of [undefined, { deferralAllowed: true }]) {
      const opened = await ask("openEphemeralResource", {
        ...config(),
        ...(clientCapabilities && { clientCapabilities }),
      });
      expect(told(opened)).toEqual([]);
      expect(objectFrom(cardAttributes, opened.result)).toMatchObject({
        reader: "Anne",
        code: "Bath-Anne-7",
      });
      expect(opened.renewAt && timestampDate(opened.renewAt)).toEqual(RENEW_AT);
      expect([opened.private, opened.deferred]).toEqual([bytes('{"serial":12}'), undefined]);
    }
  });

  // Terraform closes with what Open said, OpenTofu with what the last Renew said.
  it.each(["terraform", "tofu"])("is closed by %s with what opening left", async (client) => {
    const seen: unknown[] = [];
    const watched: Partial<CardHandlers> = {
      close: async ({ private: left }) => {
        seen.push(left.get("serial"));
      },
    };
    const ask = await serve({
      ephemeralResources: [card({ ...cardHandlers, ...watched } as CardHandlers)],
    }).configured();
    const opened = await ask("openEphemeralResource", config());
    let latest = opened.private;
    for (const _time of [1, 2]) {
      const renewed = await ask("renewEphemeralResource", { ...CARD, ...(latest && { private: latest }) });
      expect(told(renewed)).toEqual([]);
      expect(renewed.renewAt && timestampDate(renewed.renewAt)).toEqual(new Date(RENEW_AT.getTime() + 1_000));
      latest = renewed.private;
    }
    const left = client === "tofu" ? latest : opened.private;
    expect(told(await ask("closeEphemeralResource", { ...CARD, ...(left && { private: left }) }))).toEqual(
      [],
    );
    expect(seen).toEqual([12]);
  });

  it("needs no renewal and no private data", async () => {
    const lasting = card({
      open: async ({ config }) => ({
        result: { ...config, picture: null, desk: config.desk ?? "front", code: "x" },
      }),
    });
    const ask = await serve({ ephemeralResources: [lasting] }).configured();
    const opened = await ask("openEphemeralResource", config());
    expect([told(opened), opened.renewAt]).toEqual([[], undefined]);
    expect(told(await ask("closeEphemeralResource", CARD))).toEqual([]);
  });

  it("answers an error and nothing else when it can't be opened", async () => {
    const failing = card({
      open: async () => {
        throw new Error("no cards left");
      },
    });
    const ask = await serve({ ephemeralResources: [failing] }).configured();
    const opened = await ask("openEphemeralResource", config());
    expect([told(opened), opened.result, opened.private]).toEqual([
      ["error: Library failed"],
      undefined,
      undefined,
    ]);
  });

  it("needs the connection, and says why there is none", async () => {
    const { ask } = serve();
    expect(told(await ask("openEphemeralResource", config()))).toEqual(["error: Provider not configured"]);
    const renewed = await ask("renewEphemeralResource", { ...CARD, private: bytes("{}") });
    expect([told(renewed), renewed.private]).toEqual([["error: Provider not configured"], bytes("{}")]);
    await ask("configureProvider", { config: dv({ town: UNKNOWN }, settings) });
    const opened = await ask("openEphemeralResource", config());
    expect(opened.diagnostics[0]?.detail).toMatch(/known only after apply/);
  });

  it("opens and closes without a connection when it needs none", async () => {
    const seen: unknown[] = [];
    const { attributes, timeoutMs } = card().spec;
    const offline = offlineEphemeralResource(
      "card",
      { doc: "Printed here.", timeoutMs, attributes },
      {
        open: async ({ config, api, private: left }) => {
          left.set("serial", 12);
          seen.push(api);
          return { result: { ...config, code: "x" } };
        },
        close: async ({ api, private: left }) => {
          seen.push(api, left.get("serial"));
        },
      },
    );
    const { ask } = serve({ ephemeralResources: [offline] });
    const openAndClose = async () => {
      const opened = await ask("openEphemeralResource", config({ days: Decimal.from(2) }));
      expect(objectFrom(attributes, opened.result)).toMatchObject({ reader: "Anne", code: "x" });
      const left = opened.private ?? bytes("");
      return [...told(opened), ...told(await ask("closeEphemeralResource", { ...CARD, private: left }))];
    };
    expect(await openAndClose()).toEqual([]);
    await ask("configureProvider", { config: dv({ town: UNKNOWN }, settings) });
    expect(await openAndClose()).toEqual([]);
    await ask("configureProvider", { config: dv({ town: "Bath" }, settings) });
    expect(await openAndClose()).toEqual([]);
    expect(seen).toEqual([null, null, 12, null, null, 12, null, null, 12]);
  });

  it("is unknown under another name", async () => {
    const ask = await serve().configured();
    const film = { typeName: "library_film" };
    const expected = ["error: Unknown ephemeral resource"];
    expect(told(await ask("openEphemeralResource", film))).toEqual(expected);
    expect(told(await ask("renewEphemeralResource", film))).toEqual(expected);
    expect(told(await ask("closeEphemeralResource", film))).toEqual(expected);
    expect(told(await ask("validateEphemeralResourceConfig", film))).toEqual(expected);
  });
});
