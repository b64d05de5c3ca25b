import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { enroll } from "../../../../test/fake-scm/testing.ts";
import { ListStage } from "../../../../test/support/list-stage.ts";

let stage: ListStage;

beforeEach(async () => {
  stage = await ListStage.of();
  for (const name of ["shop.example.test", "api.example.test", "mail.example.test"])
    await enroll(stage.scm, name);
});
afterEach(async () => {
  await stage[Symbol.asyncDispose]();
});

const rule = (name: string, pattern: string) => ({
  ...{ name, match: "all", tags: [name], owners: [`${name}@example.test`] },
  conditions: [{ attribute: "common_name", operator: "matches", value: pattern }],
});
const RULES = [rule("web", "^(shop|api)\\."), rule("post", "^mail\\.")];

async function list(filter: object, imports: object = {}): Promise<readonly string[]> {
  const connector = stage.connector({ assignment_rules: RULES, ...imports });
  const { names, said } = await stage.list({ connector, filter });
  expect(said).toEqual([]);
  return names;
}

describe('S89 list "sectigo_certificate" by a connector', () => {
  it.each([
    [{ tags: ["web"] }, ["shop.example.test", "api.example.test"]],
    [{ owners: ["POST@example.test"] }, ["mail.example.test"]],
    [
      {
        tags: ["web"],
        conditions: [{ attribute: "common_name", operator: "equals", value: "api.example.test" }],
      },
      ["api.example.test"],
    ],
    [{ tags: ["other"] }, []],
    [{ business_units: ["Retail"] }, ["shop.example.test", "api.example.test", "mail.example.test"]],
  ])("finds what its rules gave: %j", async (filter, found) => {
    expect(await list(filter)).toEqual(found);
  });

  it("goes by the rules as they are now, not by those of the last import", async () => {
    expect(await list({ tags: ["post"] })).toEqual(["mail.example.test"]);
    const changed = [rule("post", "^shop\\.")];
    expect(await list({ tags: ["post"] }, { assignment_rules: changed })).toEqual(["shop.example.test"]);
    expect(await list({ tags: ["web"] }, { assignment_rules: changed })).toEqual([]);
  });
});
