import { describe, expect, it } from "vitest";
import { bookTree, catalogue } from "../../../test/support/library-provider.ts";
import { BOOK, CONFIG, dv, serve, settings, told, withBook } from "../../../test/support/library-service.ts";
import { Decimal } from "../../framework/decimal.ts";
import { UNKNOWN, type ValueRecord } from "../../framework/value.ts";

const n = (source: number) => Decimal.from(source);

describe("validating", () => {
  const validate = (config: ValueRecord, writeOnlyAttributesAllowed = true) =>
    serve().ask("validateResourceConfig", {
      ...BOOK,
      config: dv(bookTree(config)),
      clientCapabilities: { writeOnlyAttributesAllowed },
    });

  it("runs without a configuration and passes over what is unknown", async () => {
    expect(told(await validate({ isbn: UNKNOWN, title: UNKNOWN, shelf: UNKNOWN }))).toEqual([]);
    expect(told(await validate({ isbn: null }))).toEqual(["error: Missing required argument"]);
  });

  it("refuses write-only values for clients that would store them", async () => {
    expect(told(await validate({ isbn: "1", pin_wo: "a" }))).toEqual([]);
    expect(told(await validate({ isbn: "1", pin_wo: "a" }, false))).toEqual([
      "error: Write-only argument not supported",
    ]);
    const silent = await serve().ask("validateResourceConfig", { ...BOOK, config: dv(CONFIG) });
    expect(told(silent)).toEqual(["error: Write-only argument not supported"]);
  });

  it("asks the rules across attributes once every single one is fine, defaults filled in", async () => {
    const seen: unknown[] = [];
    const ask = await withBook({
      validate: (config) => {
        seen.push(config.pages);
        throw new Error("rules fell over");
      },
    });
    const request = (pages: ValueRecord[string]) => ({ ...BOOK, config: dv(bookTree({ isbn: "1", pages })) });
    expect(told(await ask("validateResourceConfig", request(n(0))))).toEqual([
      "error: Invalid value for pages",
    ]);
    expect(told(await ask("validateResourceConfig", request(null)))).toEqual(["error: Library failed"]);
    expect(seen).toEqual([100]);
  });

  it("judges settings and data sources too", async () => {
    const { ask } = serve();
    expect(told(await ask("validateProviderConfig", { config: dv({ town: null }, settings) }))).toEqual([
      "error: Missing required argument",
    ]);
    const config = dv({ word: null, limit: null, isbns: null }, catalogue.spec.attributes);
    expect(told(await ask("validateDataResourceConfig", { typeName: "library_catalogue", config }))).toEqual([
      "error: Missing required argument",
    ]);
  });

  it("says which types there are when it is asked for another", async () => {
    const { ask } = serve();
    const config = dv(CONFIG);
    expect(told(await ask("validateResourceConfig", { typeName: "library_film", config }))).toEqual([
      "error: Unknown resource type",
    ]);
    expect(told(await ask("validateDataResourceConfig", { typeName: "library_film", config }))).toEqual([
      "error: Unknown data source",
    ]);
    expect(told(await ask("planResourceChange", { typeName: "library_film" }))).toEqual([
      "error: Unknown resource type",
    ]);
    expect(told(await ask("importResourceState", { typeName: "library_film" }))).toEqual([
      "error: Unknown resource type",
    ]);
    expect(told(await ask("upgradeResourceState", { typeName: "library_film" }))).toEqual([
      "error: Unknown resource type",
    ]);
    expect(told(await ask("readDataSource", { typeName: "library_film" }))).toEqual([
      "error: Unknown data source",
    ]);
  });
});
