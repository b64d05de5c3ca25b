/** What a clock that is off, a CA that caps lifetimes, or an answer about something else must not cost. */
import { describe, expect, it } from "vitest";
import { type CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";
import { PrivateData } from "../../../framework/private.ts";

const QUARTER = shop({ term_days: 90 });
const DAY_MS = 86_400_000;
const TELLS = { strict: { answersTellTime: true } } as const;

const text = (told: Awaited<ReturnType<CertificateStage["apply"]>>): string =>
  told.map(({ summary, detail }) => `${summary}\n${detail}`).join("\n");

/** SCM's clock is so many days behind ours. */
async function lag(set: CertificateStage, days: number): Promise<void> {
  await set.scm.control.setClock(new Date(set.api.clock.now().getTime() - days * DAY_MS).toISOString());
}

describe("a clock that is off", () => {
  it("by more than a day orders nothing, however often it is tried", async () => {
    await using set = await certificateStage(TELLS);
    await set.apply(QUARTER);
    await set.pass(64);
    await lag(set, 63);
    for (const _ of ["one apply", "another"]) {
      await set.refresh();
      expect(text(await set.apply(QUARTER))).toMatch(/clock of this machine is 63 days ahead of SCM's/);
    }
    expect(await set.orders()).toEqual(["enroll"]);
  });

  it("by some hours is told", async () => {
    await using set = await certificateStage(TELLS);
    await lag(set, 0.25);
    expect(text(await set.apply(QUARTER))).toMatch(/is 6 hours ahead of SCM's/);
    expect(set.values.ssl_id).not.toBeNull();
  });
});

describe("a successor that ends no later than the one before", () => {
  it("is told and not renewed again while it serves", async () => {
    await using set = await certificateStage();
    await set.apply(QUARTER);
    await set.pass(64);
    await set.refresh();
    await set.apply(QUARTER);
    const { ssl_id, not_after } = set.state ?? {};
    // As if the CA had capped the successor at the end of the one before.
    const data = new PrivateData(set.private);
    data.set("renewed_from", `${set.values.ssl_id} ${String(not_after)}`);
    set.private = data.toBytes();
    await set.pass((Date.parse(set.values.renew_after ?? "") - set.api.clock.now().getTime()) / DAY_MS + 0.1);
    const { planned, diagnostics } = await set.plan(QUARTER);
    expect(planned).toMatchObject({ ssl_id });
    expect(text(diagnostics)).toMatch(/its last renewal did not help/);
  });
});
