import { describe, expect, it } from "vitest";
import { catalogue, environment } from "../../test/support/library-provider.ts";
import { Decimal } from "./decimal.ts";
import { readDataSource } from "./read-data-source.ts";
import { UNKNOWN } from "./value.ts";

const CONFIG = { word: "emma", limit: null, isbns: null };

describe("readDataSource", () => {
  it("answers configuration, defaults and what was found", async () => {
    const { state, diagnostics } = await readDataSource(catalogue, CONFIG, environment());
    expect(state).toEqual({ word: "emma", limit: Decimal.from(10), isbns: ["Bath-emma-10"] });
    expect(diagnostics).toEqual([]);
  });

  it("answers nothing but an error when it fails, what does not fit included", async () => {
    for (const read of [
      async () => {
        throw new Error("closed");
      },
      async () => ({ word: "emma", limit: 1, isbns: [7] }),
    ]) {
      const source = {
        ...catalogue,
        handlers: { ...catalogue.handlers, read },
      } as unknown as typeof catalogue; // a cast as it happens
      const { state, diagnostics } = await readDataSource(source, CONFIG, environment());
      expect(state).toBeNull();
      expect(diagnostics).toMatchObject([{ severity: "error" }]);
    }
  });

  it("waits for arguments that are unknown", async () => {
    const { state, diagnostics } = await readDataSource(
      catalogue,
      { ...CONFIG, word: UNKNOWN },
      environment(),
    );
    expect([state, diagnostics]).toMatchObject([null, [{ summary: "Configuration not known yet" }]]);
  });
});
