import { describe, expect, it } from "vitest";
import { inOurWords, problemOf } from "./problem.ts";

describe("inOurWords", () => {
  it.each([
    ["order_key is missing", "order-key is missing"],
    ["Set skip_validation_check = true.", "Set skip-validation-check: true."],
    ["Give organization_id instead.", "give its id instead."],
    ["Import it (terraform import, id 7)", "Import it (ssl-id: 7)"],
    ["base_url is refused [config.base_url]", "base-url is refused [config.base_url]"],
    ["term 365 [request.term_days, HTTP 400, SCM -36]", "term 365 [request.term_days, HTTP 400, SCM -36]"],
    ["nothing of Terraform's", "nothing of Terraform's"],
  ])("says %j as %j", (theirs, ours) => {
    expect(inOurWords(theirs)).toBe(ours);
  });
});

describe("problemOf", () => {
  it("says of a broken invariant where it was noticed, and nothing of its message, which nobody vouches for", () => {
    const { summary, detail, severity } = problemOf(new TypeError("secret of somebody"), "a.csr");
    expect(severity).toBe("error");
    expect(`${summary} ${detail}`).not.toContain("secret of somebody");
    expect(detail).toContain("TypeError, at ");
  });
});
