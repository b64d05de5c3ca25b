/** What the world does to one certificate stops no plan: it is told, and errs alone, where time is short. */
import { describe, expect, it } from "vitest";
import { type CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";
import { UNKNOWN } from "../../../framework/value.ts";

const QUARTER = shop({ term_days: 90 });

type Trouble = readonly [
  what: string,
  happen: (set: CertificateStage, sslId: number) => Promise<unknown>,
  says: RegExp,
];

const TROUBLES: readonly Trouble[] = [
  ["revoked on purpose", (set, sslId) => set.scm.control.revoke(sslId, 5), /Its use was ended on purpose/],
  ["revoked as compromised", (set, sslId) => set.scm.control.revoke(sslId, 1), /Make a new key/],
  [
    "renewed by SCM itself",
    (set, sslId) => set.scm.control.act(sslId, "edit", { autoRenewState: "Scheduled" }),
    /switch auto-renewal off/,
  ],
  ["not shown any more", (set, sslId) => set.scm.control.act(sslId, "delete"), /does not show it/],
];

async function troubled(happen: Trouble[1], daysLater: number): Promise<CertificateStage> {
  const set = await certificateStage();
  await set.apply(QUARTER);
  await happen(set, set.values.ssl_id ?? 0);
  await set.pass(daysLater);
  await set.refresh();
  return set;
}

const text = (told: Awaited<ReturnType<CertificateStage["apply"]>>): string =>
  told.map(({ summary, detail }) => `${summary}\n${detail}`).join("\n");

describe.each(TROUBLES)("a certificate that is %s", (_what, happen, says) => {
  it("is told of, and nothing of it changes, while there is time", async () => {
    await using set = await troubled(happen, 64);
    const { planned, diagnostics } = await set.plan(QUARTER);
    expect(planned).toEqual(set.state);
    expect(diagnostics.map(({ severity }) => severity)).not.toContain("error");
    expect(text(diagnostics)).toMatch(says);
    expect(await set.orders()).toEqual(["enroll"]);
  });

  it("shows its step when the hard deadline has passed, and errs in its own apply", async () => {
    await using set = await troubled(happen, 87);
    const { planned, diagnostics } = await set.plan(QUARTER);
    expect(planned).toMatchObject({ ssl_id: UNKNOWN });
    expect(diagnostics.map(({ severity }) => severity)).not.toContain("error");
    const told = await set.apply(QUARTER);
    expect(told.at(-1)).toMatchObject({ severity: "error" });
    expect(await set.orders()).toEqual(["enroll"]);
  });
});
