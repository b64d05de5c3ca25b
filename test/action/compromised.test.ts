/** A compromised key gets no other certificate from a run that knows nothing of the ones before. */
import { expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { startJob } from "./support/job.ts";

it("S56 refuses the key for another name, from another repository too, and asks once for all requests", async () => {
  const leaked = makeCsr("shop.example.test");
  const files = {
    "shop.csr": leaked.csr,
    "api.csr": makeCsr("api.example.test", leaked.privateKey).csr,
    "www.csr": makeCsr("www.example.test").csr,
  };
  await using job = await startJob({ files });
  const first = await job.runner.run({ ...job.inputs, csr: "shop.csr" });
  await job.scm.control.revoke(Number(first.outputs["ssl-id"]), 1);
  for (const scope of ["", "other/repository"]) {
    await job.scm.control.clearRequests();
    const run = await job.runner.run({
      ...job.inputs,
      csr: "api.csr\nwww.csr",
      "order-scope": scope,
      "order-key": scope,
    });
    expect(run.annotations.filter(({ severity }) => severity === "error")).toEqual([
      expect.objectContaining({
        file: "api.csr",
        message: expect.stringContaining("revoked as compromised"),
      }),
    ]);
    const reports = (await job.scm.control.requests()).filter(({ path }) => path.includes("/report/"));
    expect(reports).toHaveLength(1);
  }
});
