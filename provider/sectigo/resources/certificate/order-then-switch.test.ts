import { describe, expect, it } from "vitest";
import { type CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

const texts = (told: Awaited<ReturnType<CertificateStage["apply"]>>) =>
  told.map(({ summary, detail }) => `${summary}\n${detail}`).join("\n");

describe("S52 an order in place of a renewal, switched to later", () => {
  const LATER = {
    ...{ enabled: null, window_share: null, window_days: null, hard_deadline_days: null },
    mode: "order_then_switch",
  };
  it.each([
    ["serves", 190],
    ["has expired", 210],
  ])("is held as pending, never lost, while the one before %s", async (_how, days) => {
    await using set = await certificateStage();
    const wishes = shop({ scm_profile_id: 3358, renewal: LATER, skip_validation_check: true });
    await set.apply(wishes);
    const { ssl_id } = set.values;
    await set.pass(days);
    const told = await set.apply(wishes);
    expect(texts(told)).toMatch(/a new one is enrolled/);
    expect(texts(told)).not.toMatch(/Planned value kept/);
    const [, successor] = await set.scm.control.certificates();
    expect(set.values).toMatchObject({ ssl_id, pending: { ssl_id: successor?.sslId } });
    await set.refresh();
    expect(set.values).toMatchObject({ ssl_id: successor?.sslId, pending: null, status: "Issued" });
    expect((await set.plan(wishes)).planned).toEqual(set.state);
    expect(await set.scm.control.certificates()).toHaveLength(2);
  });
});
