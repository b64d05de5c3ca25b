import { expect, it } from "vitest";
import { ACCOUNT, sslPart, testStore, viewOf } from "../../../test/support/inventory.ts";
import { standingClock } from "../../base/clock.ts";
import type { RowPart } from "../merge-parts.ts";
import { mergeParts } from "../merge-parts.ts";
import { readFilterCondition } from "./filter-conditions.ts";
import { meets } from "./meets.ts";
import { readCondition } from "./read-condition.ts";
import type { RuleCondition } from "./rule.ts";

const NOW = new Date("2026-03-16T10:00:00Z");

const PARTS: readonly RowPart[] = [
  sslPart(1, { commonName: "Shop.example.test", keyAlgorithm: "RSA", keySize: 2048, keyStrength: 112 }),
  sslPart(2, { issued: "2026-03-01T23:59:59.000Z", isRenewed: true, issuer: "CN=A,O=B" }),
  sslPart(3, { issued: "2026-03-02", isRenewed: false, customFields: [{ name: "Team", value: "Shop" }] }),
  sslPart(4, { issued: "2026-03-01T00:00:00.000Z", keyUsages: ["digitalSignature"], comments: "a_b%c" }),
  sslPart(5, {
    commonName: null,
    subjectAlternativeNames: [],
    keyAlgorithm: "EC",
    keySize: 256,
    keyStrength: 128,
  }),
];

const CONDITIONS: readonly string[][] = [
  ["common_name", "equals", "SHOP.example.test"],
  ["common_name", "not_equals", "shop.example.test"],
  ["common_name", "is_not_set"],
  ["common_name", "starts_with", "h", "shop"],
  ["subject_alternative_names", "equals", "www.h1.example.test"],
  ["subject_alternative_names", "not_equals", "www.h1.example.test"],
  ["subject_alternative_names", "is_set"],
  ["issuer", "contains", "o=b"],
  ["comments", "contains", "_b%"],
  ["key_usages", "equals", "digitalsignature"],
  ["key_size", "at_least", "256"],
  ["key_strength", "less_than", "128"],
  ["key_algorithm", "not_equals", "rsa"],
  ["certificate_id", "not_equals", "3"],
  ["issued", "equals", "2026-03-01"],
  ["issued", "at_most", "2026-03-01"],
  ["issued", "greater_than", "2026-03-01"],
  ["issued", "at_least", "2026-03-02"],
  ["issued", "less_than", "2026-03-02"],
  ["issued", "greater_than", "2026-03-01T00:00:00Z"],
  ["issued", "is_not_set"],
  ["is_renewed", "equals", "true"],
  ["is_renewed", "equals", "false"],
  ["custom_fields.Team", "equals", "shop"],
  ["custom_fields.Team", "not_equals", "shop"],
  ["custom_fields.Team", "is_set"],
  // What no database can tell is judged row by row.
  ["common_name", "matches", "^(?i)shop\\."],
  ["common_name", "not_matches", "^h[234]\\."],
  ["subject_alternative_names", "matches", "^www\\.h[12]\\."],
  ["comments", "not_contains", "_b%"],
  ["issued", "not_equals", "2026-03-01"],
  ["custom_fields.Team", "is_not_set"],
];

function conditionOf([attribute = "", operator = "", ...compared]: readonly string[]): RuleCondition {
  const [value = null] = compared;
  return compared.length > 1
    ? { attribute, operator, value: null, values: compared }
    : { attribute, operator, value, values: null };
}

it("S61 finds in the store exactly what meets the same condition in a rule", async () => {
  await using it = await testStore(standingClock(NOW));
  const { store } = it;
  const session = await store.tryImport(ACCOUNT);
  await session?.put("bulk", PARTS, NOW);
  await session?.put("details", PARTS, NOW);
  await session?.release();
  const found = await Promise.all(
    CONDITIONS.map(async (words) => {
      const conditions = readFilterCondition(conditionOf(words));
      if ("member" in conditions) return [words, conditions.problem];
      const page = await store.query({ view: viewOf(), filter: { conditions }, now: NOW });
      return [words, page.rows.map(({ certificateId }) => certificateId).sort()];
    }),
  );
  const meeting = CONDITIONS.map((words) => {
    const read = readCondition(conditionOf(words));
    const rows = PARTS.map((part) => mergeParts([part])).filter(
      (row) => !("member" in read) && meets(row, read),
    );
    return [words, rows.map(({ certificateId }) => certificateId)];
  });
  expect(found).toEqual(meeting);
  // Each is met by some and not by others, so that none of them passes for nothing.
  for (const [, ids] of meeting) expect([1, 2, 3, 4]).toContain(ids?.length);
});

it.each<[string[], string, RegExp]>([
  [["comon_name", "equals", "a"], "attribute", /perhaps common_name/],
])("says why %j can't be searched by", (words, member, problem) => {
  expect(readFilterCondition(conditionOf(words))).toEqual({
    member,
    problem: expect.stringMatching(problem),
  });
});
