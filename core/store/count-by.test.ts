import { expect, it } from "vitest";
import { ACCOUNT, sslPart, testStore, viewOf } from "../../test/support/inventory.ts";

const NOW = new Date("2026-09-01T00:00:00Z");

it("S86 counts by profile, requester, tag, owner and violation, each row of the answer once", async () => {
  await using it = await testStore();
  const session = await it.store.tryImport(ACCOUNT);
  const parts = [
    sslPart(1, { scmProfileName: "OV", requester: "svc", keyStrength: 80 }),
    sslPart(2, { scmProfileName: "OV", requester: "svc", subjectAlternativeNames: ["*.example.com"] }),
    sslPart(3, { scmProfileName: "EV", keyStrength: 80 }),
    sslPart(4, { status: "Revoked", scmProfileName: "EV", keyStrength: 80 }),
  ];
  await session?.put("bulk", parts, NOW);
  await it.store.label({
    account: ACCOUNT,
    ruleSet: "rules",
    labelOf: ({ certificateId }) =>
      certificateId === 3
        ? null
        : {
            tags: certificateId === 1 ? ["web", "shop"] : ["web"],
            owners: ["a@example.com"],
            attributes: {},
          },
  });
  const asked = { view: viewOf({ ruleSet: "rules" }), filter: { statuses: ["Issued"] }, now: NOW };
  const by = (trait: Parameters<typeof it.store.countBy>[1]) => it.store.countBy(asked, trait);
  expect(await by("scm_profile")).toEqual({ EV: 1, OV: 2 });
  expect(await by("requester")).toEqual({ svc: 2, unknown: 1 });
  expect(await by("tag")).toEqual({ shop: 1, web: 2 });
  expect(await by("owner")).toEqual({ "a@example.com": 2 });
  // Names below .test are internal.
  expect(await by("violation")).toEqual({ internal_name: 3, weak_key: 2, wildcard: 1 });
  expect(await it.store.countBy({ ...asked, filter: { violations: ["wildcard"] } }, "violation")).toEqual({
    internal_name: 1,
    wildcard: 1,
  });
});
