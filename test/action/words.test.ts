/** The Action's messages name its inputs, and leave the words of users as they are; through the bundle. */
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { startJob } from "./support/job.ts";

const { csr } = makeCsr("shop.example.test");
const start = (files: Readonly<Record<string, string>> = { "shop.csr": csr }) => startJob({ files });

describe("words of users", () => {
  it.each([
    ["a custom field", { "custom-fields": "customer_id=4711" }, 'no custom field "customer_id"'],
    ["another", { "custom-fields": "base_url=x\nterm_days=1" }, 'no custom field "term_days"'],
    ["an organization", { organization: "order_key Ltd" }, '"order_key Ltd"'],
    ["a profile", { profile: "scm_profile of token_url" }, '"scm_profile of token_url"'],
  ])("%s is named as it is written", async (_, inputs, says) => {
    await using job = await start();
    const run = await job.runner.run({ ...job.inputs, csr: "*.csr", ...inputs });
    expect(run.code).not.toBe(0);
    expect(run.log).toContain(says);
    expect(await job.orders()).toBe(0);
  });

  it("keeps an organization's name where SCM offers names that are near", async () => {
    await using job = await start();
    await job.scm.control.renameOrganization(7003, "order_key Ltd");
    const run = await job.runner.run({ ...job.inputs, csr: "*.csr", organization: "order_key Lt" });
    expect(run.log).toContain('Did you mean "order_key Ltd"');
  });
});

describe("words of the Action", () => {
  it("names an empty credential by its input", async () => {
    await using job = await start();
    const run = await job.runner.run({ ...job.inputs, csr: "*.csr", "customer-uri": "b\u00e4\u20ac" });
    expect(run.code).not.toBe(0);
    expect(run.log).toMatch(/customer-uri holds a character/i);
  });
});
