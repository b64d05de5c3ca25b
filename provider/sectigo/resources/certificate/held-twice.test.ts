import { describe, expect, it } from "vitest";
import { CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";
import type { Diagnostic } from "../../../framework/diagnostics.ts";

const SWITCHES_LATER = {
  ...{ enabled: null, window_share: null, window_days: null, hard_deadline_days: null },
  mode: "order_then_switch",
};

const told = (said: readonly Diagnostic[]) =>
  said.map(({ summary }) => summary).filter((summary) => summary.startsWith("Two resources hold"));

/** Another address of the same walk, with the state that the first has. */
async function twin(stage: CertificateStage): Promise<CertificateStage> {
  const other = new CertificateStage(stage.scm);
  await other.api.client.close();
  Object.assign(other, { api: stage.api, state: stage.state, private: stage.private });
  return other;
}

describe("S89 one certificate in two addresses", () => {
  it("is told at the second, in every walk, and each alone is not", async () => {
    await using stage = await certificateStage();
    await stage.apply(shop());
    const { ssl_id: id } = stage.values;
    for (const _ of [1, 2]) {
      expect(told(await stage.refresh())).toEqual([]);
      const said = await (await twin(stage)).refresh("same");
      expect(told(said)).toEqual([expect.stringContaining(`shop.example.test (ssl_id ${id}`)]);
      expect(said.at(-1)?.detail).toContain("destroying one revokes the certificate of the other");
    }
  });

  it("is told of two imports by different ways", async () => {
    await using stage = await certificateStage();
    await stage.apply(shop());
    const { ssl_id: id, serial_number: serial } = stage.values;
    expect(told(await stage.import(String(id)))).toEqual([]);
    const second = await twin(stage);
    expect(told(await second.import(`serial:${serial}`, "same"))).toHaveLength(1);
  });

  it("is told where one waits for what the other holds", async () => {
    await using stage = await certificateStage({ issueDelayMs: 1000 });
    const wishes = shop({ term_days: 90, renewal: SWITCHES_LATER });
    await stage.apply(wishes);
    await stage.pass(70);
    await stage.apply(wishes);
    const successor = stage.values.pending?.ssl_id;
    const other = await twin(stage);
    expect(told(await other.import(String(successor)))).toEqual([]);
    stage.api = other.api;
    expect(told(await stage.refresh("same"))).toEqual([`Two resources hold certificate ssl_id ${successor}`]);
  });

  it("is not told of what a list reads, which is in no state", async () => {
    await using stage = await certificateStage();
    await stage.apply(shop());
    await stage.refresh();
    stage.api.held.startListing();
    expect(told(await (await twin(stage)).refresh("same"))).toEqual([]);
  });
});
