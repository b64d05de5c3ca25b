import { makeCsr } from "../../fake-scm/testing.ts";
import { type Job, startJob } from "./job.ts";

export const START = "2026-06-15T09:30:00Z";

export const RULE = {
  name: "shops",
  match: "any",
  conditions: [{ attribute: "common_name", operator: "starts_with", value: "shop" }],
  tags: ["web"],
  owners: ["web@example.test"],
  custom_attributes: { "Cost centre": "4711" },
};

/** A job with a handful of certificates, and a file of rules. */
export async function stocked(rules: unknown = [RULE]): Promise<Job> {
  const job = await startJob({
    scm: { now: Date.parse(START) },
    environment: { SECTIGO_TEST_CLOCK: START },
    files: {
      "certs/shop.csr": makeCsr("shop.example.test").csr,
      "certs/api.csr": makeCsr("api.example.test").csr,
      "rules.json": JSON.stringify(rules),
    },
  });
  await job.runner.run({ ...job.inputs, csr: "certs/*.csr", "custom-fields": "Go-live=2026-07-01" });
  await job.scm.control.clearRequests();
  return job;
}

export async function writes(job: Job): Promise<number> {
  return (await job.scm.control.requests()).filter(({ method }) => method === "PUT").length;
}

export async function shopOf(job: Job) {
  const found = (await job.scm.control.certificates()).find(
    ({ commonName }) => commonName === "shop.example.test",
  );
  if (found === undefined) throw new Error("the shop's certificate is not there");
  return found;
}
