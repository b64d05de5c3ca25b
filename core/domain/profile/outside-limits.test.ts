import { describe, expect, it } from "vitest";
import { inventoryRow } from "../../../test/support/inventory-row.ts";
import type { InventoryRow } from "../inventory-row.ts";
import { type LimitWords, outsideCondition, outsideLimits } from "./outside-limits.ts";

const OWN: Partial<InventoryRow> = {
  ...{ type: "ssl", origin: "managed", requestedVia: "Enrollment Form" },
  ...{ organizationId: 7003, scmProfileId: 3312, commonName: "shop.example.test" },
  ...{ subjectAlternativeNames: ["shop.example.test"], termDays: 199, keyAlgorithm: "EC", keySize: 256 },
};
const SHOP: LimitWords = {
  ...{ enrollment_method: "csr", organization_id: 7003, scm_profile_id: 3312 },
  ...{ allowed_names: [".example.test"], key_types: ["EC P-256", "RSA 3072"], term_days: 199 },
};
const OTHER: LimitWords = { ...SHOP, allowed_names: [".other.test"], key_types: ["RSA 4096"] };
const judge = (row: Partial<InventoryRow>, profiles: readonly LimitWords[] = [SHOP]) =>
  outsideLimits(inventoryRow({ ...OWN, ...row }), profiles);

describe("the limits of one profile", () => {
  it.each<[string, Partial<InventoryRow>, readonly string[] | null]>([
    ["all within", {}, []],
    ["a shorter term", { termDays: 90 }, []],
    [
      "another name beside",
      { subjectAlternativeNames: ["shop.example.test", "a.other.test"] },
      ["allowed_names"],
    ],
    ["another common name", { commonName: "a.other.test", subjectAlternativeNames: [] }, ["allowed_names"]],
    ["a wildcard within", { subjectAlternativeNames: ["*.example.test"] }, []],
    ["a longer term", { termDays: 365 }, ["term_days"]],
    ["a curve", { keySize: 384 }, ["key_types"]],
    ["an RSA key", { keyAlgorithm: "RSA", keySize: 2048 }, ["key_types"]],
    ["an RSA key within", { keyAlgorithm: "RSA", keySize: 3072 }, []],
    [
      "everything",
      { commonName: "x.test", keySize: 384, termDays: 365 },
      ["allowed_names", "key_types", "term_days"],
    ],
    ["names that SCM does not tell", { subjectAlternativeNames: [] }, null],
    ["a key that SCM does not tell", { keySize: null }, null],
    ["a term that SCM does not tell", { termDays: null }, null],
    ["a longer term, and a key that SCM does not tell", { termDays: 365, keySize: null }, ["term_days"]],
    ["another organization", { organizationId: 7019, termDays: 365 }, []],
    ["another SCM profile", { scmProfileId: 3325, termDays: 365 }, []],
    ["an SCM profile that SCM does not tell", { scmProfileId: null, termDays: 365 }, null],
    ["an SCM profile that SCM does not tell, within", { scmProfileId: null }, []],
    ["an ACME client", { requestedVia: "ACME", termDays: 365 }, []],
    ["a way that SCM does not tell", { requestedVia: null, termDays: 365 }, null],
    ["a discovered one", { origin: "discovered", termDays: 365 }, []],
    ["a device", { type: "device", termDays: 365 }, []],
  ])("S86 %s", (_what, row, outside) => {
    expect(judge(row)).toEqual(outside);
    const condition = outsideCondition([SHOP]);
    if (!("judged" in condition)) throw new Error("rows are judged one by one");
    const given = inventoryRow({ ...OWN, ...row });
    expect(condition.judged.holds(given)).toBe(outside !== null && outside.length > 0);
    expect(condition.judged.isUnknown?.(given)).toBe(outside === null);
  });

  it("are those of ACME clients where the profile's method is acme, with or without an SCM profile", () => {
    const acme = { ...SHOP, enrollment_method: "acme", scm_profile_id: null };
    expect(judge({ requestedVia: "ACME", termDays: 365, scmProfileId: null }, [acme])).toEqual(["term_days"]);
    expect(judge({ termDays: 365 }, [acme])).toEqual([]);
  });

  it("judge nothing that the profile leaves out", () => {
    const open = { organization_id: 7003, scm_profile_id: 3312 };
    expect(judge({ commonName: "x.test", termDays: null, keySize: null }, [open])).toEqual([]);
  });
});

describe("the limits of several profiles of one organization and SCM profile", () => {
  it("allow what one of them allows; else they tell what breaks the nearest one", () => {
    expect(judge({}, [OTHER, SHOP])).toEqual([]);
    expect(judge({ termDays: 365 }, [OTHER, SHOP])).toEqual(["term_days"]);
    expect(judge({ termDays: 365, keySize: null }, [OTHER, SHOP])).toEqual(["term_days"]);
    expect(
      judge({ commonName: "a.other.test", subjectAlternativeNames: ["a.other.test"], keySize: null }, [
        OTHER,
        SHOP,
      ]),
    ).toBeNull();
  });

  it("stay open where the certificate may have come by one that SCM does not tell", () => {
    const elsewhere = { ...SHOP, organization_id: 7003, scm_profile_id: null, term_days: 365 };
    expect(judge({ termDays: 365 }, [SHOP, elsewhere])).toEqual([]);
    const named = { ...elsewhere, scm_profile_id: 3325 };
    const wide = { ...SHOP, scm_profile_id: null };
    expect(judge({ scmProfileId: null, termDays: 365 }, [wide, named])).toBeNull();
    expect(judge({ scmProfileId: null, termDays: 400 }, [wide, named])).toEqual(["term_days"]);
  });
});
