import { describe, expect, it } from "vitest";
import { ConfigError } from "../core/index.ts";
import { problemOf, problemOfFinding } from "./problem.ts";

describe("problemOf", () => {
  it("says of a broken invariant where it was noticed, and nothing of its message, which may hold secrets", () => {
    const { summary, detail, severity } = problemOf(new TypeError("secret of somebody"), "a.csr");
    expect(severity).toBe("error");
    expect(`${summary} ${detail}`).not.toContain("secret of somebody");
    expect(detail).toContain("TypeError, at ");
  });

  it("names settings as inputs, and leaves all other text as it is", () => {
    const thrown = new ConfigError(({ order_key }) => `enroll "order_key Ltd": ${order_key} is missing`, {
      code: "config.order_key",
      hint: ({ skipValidationCheck }) => `Of "customer_id" see term_days, or ${skipValidationCheck}.`,
    });
    expect(problemOf(thrown)).toMatchObject({
      summary: 'Enroll "order_key Ltd": order-key is missing [config.order_key]',
      detail: 'Of "customer_id" see term_days, or set skip-validation-check: true.',
    });
  });
});

describe("problemOfFinding", () => {
  it("leaves the names of custom fields as they are", () => {
    const found = { summary: 'SCM has no custom field "customer_id"', detail: 'Near: "base_url".' };
    const problem = problemOfFinding({ severity: "error", ...found }, null);
    expect(problem).toMatchObject(found);
  });
});
