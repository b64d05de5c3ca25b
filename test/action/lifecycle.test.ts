import { readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { type Job, startJob, without } from "./support/job.ts";

const csr = (name: string): string => makeCsr(name).csr;
const START = "2026-04-01T00:00:00Z";

/** A job whose clock and SCM's stand at one instant; `at` moves both. */
async function jobAt(files: Readonly<Record<string, string>>): Promise<Job> {
  return startJob({ files, scm: { now: Date.parse(START) }, environment: { SECTIGO_TEST_CLOCK: START } });
}

async function moveTo(job: Job, instant: string) {
  await job.scm.control.setClock(instant);
  return { SECTIGO_TEST_CLOCK: instant };
}

describe("the life of a certificate", () => {
  it("S65 is reused until its window opens, then renewed once, then reused", async () => {
    await using job = await jobAt({ "shop.csr": csr("shop.example.test") });
    const inputs = { ...job.inputs, csr: "shop.csr", "renew-before": "30d" };
    const first = await job.runner.run(inputs);
    const early = await job.runner.run(inputs, await moveTo(job, "2026-08-01T00:00:00Z"));
    expect(early.outputs).toMatchObject({ outcome: "reused", "ssl-id": first.outputs["ssl-id"] });
    const due = await moveTo(job, "2026-10-10T00:00:00Z");
    const renewed = await job.runner.run(inputs, due);
    expect(renewed.outputs).toMatchObject({ outcome: "renewed", ordered: "1" });
    expect(renewed.outputs["ssl-id"]).not.toBe(first.outputs["ssl-id"]);
    const after = await job.runner.run(inputs, due);
    expect(after.outputs).toMatchObject({ outcome: "reused", "ssl-id": renewed.outputs["ssl-id"] });
    expect(await job.orders()).toBe(2);
  });

  it("S65 is never renewed with on-existing: reuse", async () => {
    await using job = await jobAt({ "shop.csr": csr("shop.example.test") });
    const inputs = { ...job.inputs, csr: "shop.csr" };
    await job.runner.run(inputs);
    const due = await moveTo(job, "2026-10-10T00:00:00Z");
    const run = await job.runner.run({ ...inputs, "on-existing": "reuse" }, due);
    expect(run.outputs.outcome).toBe("reused");
    expect(await job.orders()).toBe(1);
  });

  it("S65 a renewal that fails early is a warning, and the old certificate is delivered", async () => {
    await using job = await jobAt({ "shop.csr": csr("shop.example.test") });
    const inputs = { ...job.inputs, csr: "shop.csr", "output-directory": "out" };
    const first = await job.runner.run(inputs);
    const due = await moveTo(job, "2026-09-10T00:00:00Z");
    await job.scm.control.plantFault({
      route: "POST /ssl/v1/renewById/{id}",
      kind: "status",
      status: 400,
      code: -113,
      times: 9,
    });
    const run = await job.runner.run(inputs, due);
    expect(run.outputs).toMatchObject({ outcome: "reused", fingerprint: first.outputs.fingerprint });
    expect(run.annotations).toContainEqual(
      expect.objectContaining({ severity: "warning", file: "shop.csr" }),
    );
    expect(run.code).toBe(0);
  });

  it("S54 is replaced under its id for another key, with on-existing: replace", async () => {
    await using job = await startJob({ files: { "shop.csr": csr("shop.example.test") } });
    const inputs = { ...job.inputs, csr: "shop.csr", "on-existing": "replace" };
    const first = await job.runner.run(inputs);
    job.runner.write("shop.csr", csr("shop.example.test"));
    const second = await job.runner.run(inputs);
    expect(second.outputs).toMatchObject({ outcome: "replaced", "ssl-id": first.outputs["ssl-id"] });
    expect(second.outputs.fingerprint).not.toBe(first.outputs.fingerprint);
  });

  it("S56 never orders again with a key that was compromised", async () => {
    await using job = await startJob({ files: { "shop.csr": csr("shop.example.test") } });
    const inputs = { ...job.inputs, csr: "shop.csr" };
    const first = await job.runner.run(inputs);
    await job.scm.control.revoke(Number(first.outputs["ssl-id"]), 1);
    const run = await job.runner.run(inputs);
    expect(run.code).toBe(1);
    expect(run.annotations[0]).toMatchObject({
      file: "shop.csr",
      message: expect.stringContaining("compromised"),
    });
    expect(await job.orders()).toBe(1);
  });

  it("S68 pending is an output: the next run takes the order over, and on-pending: fail makes it a failure", async () => {
    await using job = await startJob({
      files: { "shop.csr": csr("shop.example.test") },
      scm: { autoApprove: false },
    });
    const inputs = { ...job.inputs, csr: "shop.csr", wait: "0" };
    const first = await job.runner.run(inputs);
    expect(first).toMatchObject({
      code: 0,
      outputs: { outcome: "pending", status: "Requested", pending: "1" },
    });
    const failing = await job.runner.run({ ...inputs, "on-pending": "fail" });
    expect(failing).toMatchObject({ code: 3, outputs: { "ssl-id": first.outputs["ssl-id"] } });
    await job.scm.control.act(Number(first.outputs["ssl-id"]), "approve");
    const last = await job.runner.run(inputs);
    expect(last).toMatchObject({ code: 0, outputs: { status: "Issued", "ssl-id": first.outputs["ssl-id"] } });
    expect(await job.orders()).toBe(1);
  });

  it("S15 an order that waits is taken over when its CSR has moved, and SCM says from where it came", async () => {
    await using job = await startJob({
      files: { "shop.csr": csr("shop.example.test") },
      scm: { autoApprove: false },
    });
    const inputs = { ...job.inputs, wait: "0" };
    const first = await job.runner.run({ ...inputs, csr: "shop.csr" });
    job.runner.write("web/front.csr", job.runner.read("shop.csr"));
    const second = await job.runner.run({ ...inputs, csr: "web/front.csr" });
    expect(second.outputs).toMatchObject({ outcome: "pending", "ssl-id": first.outputs["ssl-id"] });
    expect(await job.orders()).toBe(1);
    const check = await job.runner.run({ ...inputs, csr: "web/front.csr", command: "check" });
    expect(check.outputs["would-order"]).toBe("0");
    expect(check.summary).toContain(`${first.outputs["ssl-id"]} is ordered already and is taken over`);
    const [record] = await job.scm.control.certificates();
    expect(record?.comments).toMatch(
      /scope github\.com\/example\/infra, for web\/front\.csr, https:\/\/github\.com\/example\/infra\/actions\/runs\/4711\ntf:/,
    );
  });

  it("S15 an answer that is lost is found again, and nothing is ordered twice", async () => {
    await using job = await startJob({ files: { "shop.csr": csr("shop.example.test") } });
    await job.scm.control.plantFault({ route: "POST /ssl/v1/enroll", kind: "reset-after" });
    const run = await job.runner.run({ ...job.inputs, csr: "shop.csr" });
    expect(run).toMatchObject({ code: 0, outputs: { status: "Issued" } });
    expect(await job.scm.control.certificates()).toHaveLength(1);
  });

  it("S68 a run that is cancelled while it waits ends with what it knows", async () => {
    await using job = await startJob({
      files: { "shop.csr": csr("shop.example.test") },
      scm: { autoApprove: false },
    });
    const { child, done, output } = job.runner.start("main.cjs", { ...job.inputs, csr: "shop.csr" });
    child.stdout.on("data", () => output.text.includes("Requested") && child.kill("SIGINT"));
    expect(await done).toMatchObject({ outputs: { outcome: "pending" } });
  });
});

describe("many at once", () => {
  it("S64 one that fails does not keep the others from being delivered", async () => {
    await using job = await startJob({
      files: {
        "certs/a.csr": csr("a.example.test"),
        "certs/b.csr": csr("b.example.test").replace(
          /\n(.)/,
          (_all, sign) => `\n${sign === "M" ? "N" : "M"}`,
        ),
        "certs/c.csr": csr("rejected.example.test"),
      },
    });
    const run = await job.runner.run({ ...job.inputs, csr: "certs/*.csr", "output-directory": "out" });
    expect(run.code).toBe(1);
    const records = JSON.parse(run.outputs.certificates ?? "") as { name: string; outcome: string }[];
    expect(records.map(({ name, outcome }) => [name, outcome])).toEqual([
      ["a", "enrolled"],
      ["b", "failed"],
      ["c", "failed"],
    ]);
    expect(readdirSync(join(job.runner.workspace, "out")).every((file) => file.startsWith("a."))).toBe(true);
    expect(run.annotations.filter(({ severity }) => severity === "error").map(({ file }) => file)).toEqual([
      "certs/b.csr",
      "certs/c.csr",
    ]);
    expect(run.outputs["ssl-id"]).toBe("");
  });

  it("S72 more than max-orders are refused before the first", async () => {
    await using job = await startJob({
      files: { "a.csr": csr("a.example.test"), "b.csr": csr("b.example.test") },
    });
    const run = await job.runner.run({ ...job.inputs, csr: "*.csr", "max-orders": 1 });
    expect(run).toMatchObject({ code: 2 });
    expect(run.annotations.map(({ message }) => message).join()).toContain("max-orders");
    expect(await job.orders()).toBe(0);
  });

  it("refuses two files with the same request", async () => {
    const same = csr("a.example.test");
    await using job = await startJob({ files: { "a.csr": same, "b.csr": same } });
    const run = await job.runner.run({ ...job.inputs, csr: "*.csr" });
    expect(run.annotations).toContainEqual(
      expect.objectContaining({ file: "b.csr", message: expect.stringContaining("a.csr") }),
    );
    expect(await job.orders()).toBe(1);
  });
});

describe("bad input", () => {
  it.each<[string, Record<string, string>, number, RegExp]>([
    ["a missing file", { csr: "nowhere.csr" }, 2, /"nowhere\.csr": there is no such file/],
    ["a wrong organization", { organization: "Exampel Ltd" }, 2, /Exampel Ltd.*Did you mean "Example Ltd"/s],
    ["a wrong profile", { profile: "OV SSL 365" }, 2, /OV SSL 365.*OV SSL 199/s],
    [
      "an output directory out of the workspace",
      { "output-directory": "../out" },
      2,
      /leads out of the workspace/,
    ],
    ["a link out of the workspace", { "output-directory": "link/out" }, 2, /link that leads out/],
    ["an unknown format", { formats: "leaf, jks" }, 2, /"jks"/],
    ["a wrong password", { password: "wrong-password" }, 2, /svc-certs/],
    ["an unknown command", { command: "buy" }, 2, /enroll, check/],
  ])("S68 %s is one annotation, and nothing is ordered or written", async (_name, wrong, code, message) => {
    await using job = await startJob({ files: { "shop.csr": csr("shop.example.test") } });
    symlinkSync("/tmp", join(job.runner.workspace, "link"));
    const run = await job.runner.run({ ...job.inputs, csr: "shop.csr", "output-directory": "out", ...wrong });
    expect(run.annotations).toHaveLength(1);
    expect(run.annotations[0]?.message).toMatch(message);
    expect(run.code).toBe(code);
    expect(await job.orders()).toBe(0);
  });

  it("S68 a missing secret is named, with the place to set it", async () => {
    await using job = await startJob({ files: { "shop.csr": csr("shop.example.test") } });
    const run = await job.runner.run({ ...without(job.inputs, "password"), csr: "shop.csr" });
    expect(run.code).toBe(2);
    expect(run.annotations[0]?.message).toMatch(
      /password is missing.*Settings, Secrets and variables, Actions/s,
    );
  });

  it("S68 SCM being down ends with its own code", async () => {
    await using job = await startJob({ files: { "shop.csr": csr("shop.example.test") } });
    const run = await job.runner.run({
      ...job.inputs,
      csr: "shop.csr",
      "base-url": "http://127.0.0.1:9/api",
    });
    expect(run.code).toBe(4);
    expect(run.annotations).toHaveLength(1);
  });

  it("a private key in place of a request is refused, and not shown", async () => {
    const key = makeCsr("x.test").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    await using job = await startJob({ files: { "shop.csr": key } });
    const run = await job.runner.run({ ...job.inputs, csr: "shop.csr" });
    expect(run.annotations[0]).toMatchObject({
      file: "shop.csr",
      message: expect.stringContaining("private key"),
    });
    expect(run.log).not.toContain(key.split("\n")[1]);
  });
});

describe("commands on ids", () => {
  it("S64 collect delivers what is issued", async () => {
    await using job = await startJob({ files: { "shop.csr": csr("shop.example.test") } });
    const first = await job.runner.run({ ...job.inputs, csr: "shop.csr" });
    const id = first.outputs["ssl-id"] ?? "";
    const run = await job.runner.run({
      ...job.inputs,
      command: "collect",
      "ssl-id": id,
      "output-directory": "out",
      formats: "leaf, pkcs7",
    });
    expect(run.outputs).toMatchObject({
      outcome: "collected",
      "leaf-path": `out/${id}.leaf.pem`,
      "pkcs7-path": `out/${id}.p7b`,
    });
  });

  it("S55 revoke gives the reason, takes revoked ones as done, and has a fuse", async () => {
    await using job = await startJob({ files: { "shop.csr": csr("shop.example.test") } });
    const first = await job.runner.run({ ...job.inputs, csr: "shop.csr" });
    const id = first.outputs["ssl-id"] ?? "";
    const inputs = { ...job.inputs, command: "revoke", "ssl-id": id, reason: "superseded" };
    expect(await job.runner.run({ ...inputs, "max-revocations": 0 })).toMatchObject({ code: 2 });
    expect(await job.runner.run(inputs)).toMatchObject({ code: 0, outputs: { outcome: "revoked" } });
    expect(await job.runner.run(inputs)).toMatchObject({ code: 0 });
    expect(await job.scm.control.certificate(Number(id))).toMatchObject({ status: "Revoked" });
  });
});
