import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { AGENT, atStart, DUE, hostFolder, removeHostFolders } from "./support/host.ts";

afterEach(removeHostFolders);

describe("S66 command: check for a key made on the host", () => {
  it("judges on another machine what each host will order, writes nothing, and finds what stops it", async () => {
    await using job = await atStart();
    const inputs = { ...job.inputs, ...AGENT, command: "check", "agent-directory": "/etc/not-here/tls" };
    const run = await job.runner.run(inputs);
    expect(run).toMatchObject({ code: 0, outputs: { "would-order": "1" } });
    expect(run.summary).toMatch(/`EC P-256`.*a new certificate is enrolled.*`shop\.example\.test`/);
    expect(run.annotations.map(({ message }) => message).join()).toMatch(/each host that has none/i);
    const refused = await job.runner.run({ ...inputs, "allowed-names": "other.example.test" });
    expect(refused.code).toBe(1);
    const wrong = await job.runner.run({ ...inputs, profile: "No such" });
    expect(wrong.code).toBe(2);
    expect(await job.orders()).toBe(0);
    expect(readdirSync(job.runner.workspace)).toEqual([]);
  });

  it("on the host says what enroll then does, and makes no key", async () => {
    await using job = await atStart();
    const directory = hostFolder();
    const inputs = { ...job.inputs, ...AGENT, "agent-directory": directory };
    const check = (clock = {}) => job.runner.run({ ...inputs, command: "check" }, clock);
    expect((await check()).outputs["would-order"]).toBe("1");
    expect(readdirSync(directory)).toEqual([]);
    await job.runner.run(inputs);
    const files = readdirSync(directory).sort();
    expect((await check()).outputs["would-order"]).toBe("0");
    await job.scm.control.setClock(DUE);
    const due = await check({ SECTIGO_TEST_CLOCK: DUE });
    expect(due.outputs["would-order"]).toBe("1");
    expect(due.summary).toContain("is renewed: due since");
    expect(readdirSync(directory).sort()).toEqual(files);
    expect(await job.orders()).toBe(1);
  });
});

describe("S75 a key that went with its runner", () => {
  const KEY = { ...AGENT, "output-directory": "out" };
  const night = (run: string) => ({ GITHUB_RUN_ID: run });

  it("leaves what an earlier run has handed on, and says what to do; a check says so before", async () => {
    await using job = await atStart();
    const inputs = { ...job.inputs, ...KEY };
    const first = await job.runner.run(inputs, night("1"));
    expect(first).toMatchObject({ code: 0, outputs: { outcome: "enrolled" } });
    await job.runner.post(first);
    for (const command of ["check", "enroll"]) {
      const next = await job.runner.run({ ...inputs, command }, night("2"));
      expect(next).toMatchObject({ code: 1, outputs: { "error-code": "state.key_elsewhere" } });
      expect(next.annotations.map(({ message }) => message).join()).toMatch(/handed on.*agent-directory/s);
    }
    expect(await job.orders()).toBe(1);
    const id = Number(first.outputs["ssl-id"]);
    const serial = (await job.scm.control.certificate(id)).serialNumber?.replaceAll(":", "");
    expect(serial).toBe(first.outputs["serial-number"]);
  });

  it("orders another one in each run by choice, and replaces none", async () => {
    await using job = await atStart();
    const inputs = { ...job.inputs, ...KEY, "on-lost-key": "enroll" };
    const ids: string[] = [];
    for (const run of ["1", "2", "3"]) {
      const done = await job.runner.run(inputs, night(run));
      expect(done).toMatchObject({ code: 0, outputs: { outcome: "enrolled", ordered: "1" } });
      ids.push(done.outputs["ssl-id"] ?? "");
      await job.runner.post(done);
      expect(() => job.runner.read("out/shop.key.pem")).toThrow(/ENOENT/);
    }
    expect(new Set(ids).size).toBe(3);
    const requests = (await job.scm.control.requests()).filter(({ path }) => path.includes("replace"));
    expect(requests).toEqual([]);
  });

  it("has no choice where the key stays", async () => {
    await using job = await atStart();
    const inputs = {
      ...job.inputs,
      ...AGENT,
      "agent-directory": join(hostFolder()),
      "on-lost-key": "enroll",
    };
    expect((await job.runner.run(inputs)).code).toBe(2);
  });
});
