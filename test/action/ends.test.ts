import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { startJob } from "./support/job.ts";

const NAMES = ["a", "b", "c", "d", "e", "f"];
const FILES = Object.fromEntries(NAMES.map((name) => [`${name}.csr`, makeCsr(`${name}.example.test`).csr]));

describe("S68 how a run ends", () => {
  it("a cancelled run says once what had been done, ends with 5, and the next run goes on", async () => {
    // More than are at work at a time, so that some have not begun.
    const names = Array.from({ length: 20 }, (_none, index) => `h${index}.example.test`);
    const files = Object.fromEntries(names.map((name) => [`${name}.csr`, makeCsr(name).csr]));
    await using job = await startJob({ files, scm: { autoApprove: false } });
    const inputs = { ...job.inputs, csr: "*.csr", "max-parallel-requests": 1 };
    const { child, done, output } = job.runner.start("main.cjs", inputs);
    child.stdout.on("data", () => output.text.includes("enrolled as") && child.kill("SIGINT"));
    const run = await done;
    expect(run.code).toBe(5);
    const errors = run.annotations.filter(({ severity }) => severity === "error");
    expect(errors).toHaveLength(1);
    const orders = await job.scm.control.certificates();
    expect(orders.length).toBeGreaterThan(0);
    expect(orders.length).toBeLessThan(names.length);
    for (const { sslId } of orders) expect(errors[0]?.message).toContain(String(sslId));
    expect(errors[0]?.message).toMatch(/The run was cancelled: \d+ of 20 .*Not begun/s);
    expect(run.summary).toContain("The run was cancelled");
    expect(run.annotations, "nothing else is told of each of them").toHaveLength(1);
    const next = await job.runner.run({ ...inputs, wait: "0" });
    expect(next).toMatchObject({ code: 0, outputs: { pending: "20" } });
    expect(await job.scm.control.certificates()).toHaveLength(names.length);
  });

  it.each([
    ["check", { "fail-on": "never" }],
    ["enroll", {}],
    ["inventory", { csr: "" }],
  ])("%s that is cancelled before SCM answers ends with 5, and says how far it came", async (command, more) => {
    await using job = await startJob({ files: FILES });
    const { control } = job.scm;
    await control.plantFault({ route: "* *", kind: "hang" });
    const { child, done } = job.runner.start("main.cjs", { ...job.inputs, command, csr: "*.csr", ...more });
    const isAsked = async (): Promise<boolean> => ((await control.faults())[0]?.hits ?? 0) > 0;
    while (!(await isAsked())) if (child.exitCode !== null) throw new Error("the step has ended before");
    child.kill("SIGINT");
    const run = await done;
    expect(run).toMatchObject({ code: 5, outputs: { "error-code": "cancelled.stopped" } });
    const errors = run.annotations.filter(({ severity }) => severity === "error");
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The run was cancelled before it could .*\nRun again/),
    ]);
  });

  it("SCM that goes away after the sign-in ends with 4, and is told once", async () => {
    await using job = await startJob({ files: FILES });
    await job.scm.control.plantFault({
      route: "POST /ssl/v1/enroll",
      times: 500,
      kind: "status",
      status: 503,
    });
    const run = await job.runner.run({ ...job.inputs, csr: "*.csr" });
    expect(run.code).toBe(4);
    const errors = run.annotations.filter(({ severity }) => severity === "error");
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toMatch(/6 certificates.*a, b, c, d, e, f/s);
    expect(run.outputs.failed).toBe("6");
  });

  it("outputs that can't be written after an order are told with its id, and the step fails", async () => {
    await using job = await startJob({ files: FILES });
    const run = await job.runner.run({ ...job.inputs, csr: "a.csr" }, { GITHUB_OUTPUT: "/dev/full" });
    expect(run.code).toBe(1);
    const [order] = await job.scm.control.certificates();
    expect(run.annotations.map(({ message }) => message).join()).toMatch(
      new RegExp(`ENOSPC.*a is ${order?.sslId} \\(enrolled\\)`, "s"),
    );
    expect(run.summary).toContain(String(order?.sslId));
  });

  it.each([
    ["GET /ssl/v1", "SCM could not be reached to the end"],
    ["GET /organization/v1", "SCM could not be reached to the end"],
  ])("a check to which %s answers 503 ends with 4, says it once, and counts nothing", async (route, told) => {
    await using job = await startJob({
      files: { ...FILES, "weak.csr": makeCsr("w.example.test", "RSA-1024").csr },
    });
    await job.scm.control.plantFault({ route, times: 500, kind: "status", status: 503 });
    const inputs = { ...job.inputs, command: "check", csr: "?.csr" };
    const red = await job.runner.run(inputs);
    expect(red).toMatchObject({ code: 4, outputs: { "would-order": "" } });
    expect(red.annotations.filter(({ severity }) => severity === "error")).toHaveLength(1);
    expect(red.summary).toContain(told);
    const warned = await job.runner.run({ ...inputs, "if-unreachable": "warn" });
    expect(warned).toMatchObject({ code: 0, outputs: { "would-order": "" } });
    expect(warned.annotations.map(({ severity }) => severity)).toContain("warning");
    const faulty = await job.runner.run({ ...inputs, csr: "*.csr", "if-unreachable": "warn" });
    expect(faulty.code).toBe(1);
  });

  it.each([
    ["collect", "GET /ssl/v1/collect/{sslId}/{format}"],
    ["revoke", "POST /ssl/v1/revoke/{sslId}"],
  ])("command %s ends with 4 when SCM goes away in its middle, and names the certificate", async (command, route) => {
    await using job = await startJob({ files: FILES });
    await job.runner.run({ ...job.inputs, csr: "a.csr" });
    const [order] = await job.scm.control.certificates();
    await job.scm.control.plantFault({ route, times: 500, kind: "status", status: 503 });
    const run = await job.runner.run({ ...job.inputs, csr: "", command, "ssl-id": String(order?.sslId) });
    expect(run).toMatchObject({ code: 4 });
    const errors = run.annotations.filter(({ severity }) => severity === "error");
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toContain(String(order?.sslId));
    expect(await job.scm.control.certificates()).toMatchObject([{ status: "Issued" }]);
  });

  it.each(["collect", "revoke"])("command %s says that SCM has no certificate of an id", async (command) => {
    await using job = await startJob();
    const run = await job.runner.run({ ...job.inputs, command, "ssl-id": "99999" });
    expect(run.code).toBe(1);
    expect(run.annotations[0]?.message).toMatch(/99999.*(?:not exist|no certificate|not found)/is);
    expect(run.outputs["error-code"]).toMatch(/^missing\./);
  });
});
