import { describe, expect, it } from "vitest";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import { certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

const QUARTER = shop({ term_days: 90 });

describe("S54 what gave way", () => {
  it("leaves the list at the next order once it has ended", async () => {
    await using set = await certificateStage();
    await set.apply(QUARTER);
    const first = set.values.ssl_id;
    const moved = shop({ term_days: 90, organization_id: 7019 });
    await set.apply(moved);
    expect(set.values.superseded?.map(({ ssl_id }) => ssl_id)).toEqual([first]);
    await set.pass(80);
    await set.apply(moved);
    const second = set.values.superseded?.map(({ ssl_id }) => ssl_id);
    expect(second).toHaveLength(2);
    await set.pass(60);
    await set.apply({ ...moved, order_key: "another" });
    expect(set.values.superseded?.map(({ ssl_id }) => ssl_id)).not.toContain(first);
  });

  it("is revoked by its serial number where the current one has the same id, and the current one stays", async () => {
    await using set = await certificateStage();
    const wishes = shop({ revoke_superseded: true });
    await set.apply(wishes);
    const former = set.values.serial_number ?? "";
    await set.apply({ ...wishes, csr_pem: makeCsr("shop.example.test").csr });
    expect(set.values).toMatchObject({ superseded: null, status: "Issued" });
    const revocations = (await set.calls("POST")).filter((path) => path.includes("/revoke"));
    expect(revocations).toEqual([expect.stringContaining("/revoke/serial/")]);
    const spelled = decodeURIComponent(revocations[0] ?? "").replace(/.*serial\//, "");
    expect(spelled.replaceAll(":", "")).toBe(former);
    expect((await set.record).status).toBe("Issued");
    await set.refresh();
    expect(set.values.status).toBe("Issued");
  });
});
