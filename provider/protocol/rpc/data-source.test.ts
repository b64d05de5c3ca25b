import { describe, expect, it } from "vitest";
import { catalogue } from "../../../test/support/library-provider.ts";
import { dv, serve, told } from "../../../test/support/library-service.ts";
import { Decimal } from "../../framework/decimal.ts";
import { objectFrom } from "../wire.ts";

const n = (source: number) => Decimal.from(source);

describe("data sources", () => {
  it("answer what they found", async () => {
    const ask = await serve().configured();
    const { attributes } = catalogue.spec;
    const config = dv({ word: "emma", limit: null, isbns: null }, attributes);
    const answer = await ask("readDataSource", { typeName: "library_catalogue", config });
    expect(told(answer)).toEqual([]);
    expect(objectFrom(attributes, answer.state)).toEqual({
      word: "emma",
      limit: n(10),
      isbns: ["Bath-emma-10"],
    });
  });
});
