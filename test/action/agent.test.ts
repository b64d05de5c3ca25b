import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { AGENT, atStart, calledHost, DUE, hostFolder, pairOf, removeHostFolders } from "./support/host.ts";

afterEach(removeHostFolders);

describe("agent mode on a host", () => {
  it("S47 S69 makes key and certificate with safe modes, reuses both, and renews with another key", async () => {
    await using job = await atStart();
    const directory = hostFolder();
    const inputs = {
      ...job.inputs,
      ...AGENT,
      "agent-directory": directory,
      "subject-alternative-names": "www.shop.example.test",
    };
    const first = await job.runner.run(inputs);
    expect(first.log).not.toContain("::error");
    expect(first).toMatchObject({
      code: 0,
      outputs: { outcome: "enrolled", "key-path": join(directory, "shop.key.pem") },
    });
    expect(statSync(join(directory, "shop.key.pem")).mode & 0o777).toBe(0o600);
    expect(pairOf(directory)).toBe(true);
    const key = readFileSync(join(directory, "shop.key.pem"), "utf8");

    const second = await job.runner.run(inputs);
    expect(second.outputs).toMatchObject({ outcome: "reused", fingerprint: first.outputs.fingerprint });
    expect(readFileSync(join(directory, "shop.key.pem"), "utf8")).toBe(key);

    await job.scm.control.setClock(DUE);
    const renewed = await job.runner.run(inputs, { SECTIGO_TEST_CLOCK: DUE });
    expect(renewed.outputs.outcome).toBe("renewed");
    expect(readFileSync(join(directory, "shop.key.pem"), "utf8")).not.toBe(key);
    expect(pairOf(directory)).toBe(true);
    expect(readdirSync(directory).filter((file) => file.startsWith("."))).toEqual([".shop.host"]);
    expect(await job.orders()).toBe(2);
  });

  it("S49 keeps the key of an order that waits for approval, and delivers with it", async () => {
    await using job = await atStart({ scm: { autoApprove: false } });
    const directory = hostFolder();
    const inputs = { ...job.inputs, ...AGENT, "agent-directory": directory, wait: "0" };
    const first = await job.runner.run(inputs);
    expect(first.outputs.outcome).toBe("pending");
    expect(readdirSync(directory).sort()).toEqual([".shop.host", ".shop.pending-key.pem"]);
    expect(statSync(join(directory, ".shop.pending-key.pem")).mode & 0o777).toBe(0o600);
    await job.scm.control.act(Number(first.outputs["ssl-id"]), "approve");
    const hook = "node\n-e\nrequire('fs').writeFileSync('hooked', '')";
    const second = await job.runner.run({ ...inputs, wait: "10s", hook });
    expect(second.outputs).toMatchObject({ outcome: "enrolled", "ssl-id": first.outputs["ssl-id"] });
    expect(existsSync(join(directory, "hooked"))).toBe(true);
    expect(pairOf(directory)).toBe(true);
    expect(readdirSync(directory)).not.toContain(".shop.pending-key.pem");
    expect(await job.orders()).toBe(1);
  });

  it("S49 orders once in containers that share a directory and have other names", async () => {
    await using job = await atStart({ scm: { autoApprove: false } });
    const directory = hostFolder();
    const inputs = { ...job.inputs, ...AGENT, "agent-directory": directory, wait: "0" };
    const first = await job.runner.run(inputs, calledHost("c1"));
    await job.scm.control.act(Number(first.outputs["ssl-id"]), "approve");
    const second = await job.runner.run({ ...inputs, wait: "10s" }, calledHost("c2"));
    expect(second.outputs).toMatchObject({ outcome: "enrolled", "ssl-id": first.outputs["ssl-id"] });
    expect(await job.orders()).toBe(1);
  });

  it("S49 leaves the certificate of another directory to it, whatever the host is called", async () => {
    await using job = await atStart();
    const [one, other] = [hostFolder(), hostFolder()];
    const inputs = { ...job.inputs, ...AGENT };
    const first = await job.runner.run({ ...inputs, "agent-directory": one });
    const second = { ...inputs, "agent-directory": other };
    for (const run of [await job.runner.run(second), await job.runner.run(second)]) {
      expect(run).toMatchObject({ code: 1, outputs: { outcome: "failed" } });
      expect(run.annotations[0]?.message).toMatch(
        `Certificate ${first.outputs["ssl-id"]} was ordered for a host of this name`,
      );
    }
    const third = await job.runner.run({ ...second, "order-key": "the other" });
    expect(third.outputs.outcome).toBe("enrolled");
    const again = await job.runner.run({ ...inputs, "agent-directory": one });
    expect(again.outputs).toMatchObject({
      outcome: "reused",
      "serial-number": first.outputs["serial-number"],
    });
    expect(await job.orders()).toBe(2);
  });

  it("S49 replaces under the same id when the key of an order was lost", async () => {
    await using job = await atStart({ scm: { autoApprove: false } });
    const directory = hostFolder();
    const inputs = { ...job.inputs, ...AGENT, "agent-directory": directory, wait: "0" };
    const first = await job.runner.run(inputs);
    rmSync(join(directory, ".shop.pending-key.pem"));
    await job.scm.control.act(Number(first.outputs["ssl-id"]), "approve");
    const second = await job.runner.run({ ...inputs, wait: "10s" });
    expect(second.outputs["ssl-id"]).toBe(first.outputs["ssl-id"]);
    expect(pairOf(directory)).toBe(true);
    expect(await job.scm.control.certificates()).toHaveLength(1);
  });

  it.each([
    [
      "an encrypted key",
      "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
      /encrypted/,
    ],
    ["a damaged key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", /shop\.key\.pem/],
  ])("refuses %s in the key's place, and leaves it as it is", async (_name, text, message) => {
    await using job = await atStart();
    const directory = hostFolder();
    writeFileSync(join(directory, "shop.key.pem"), text);
    const run = await job.runner.run({ ...job.inputs, ...AGENT, "agent-directory": directory });
    expect(run.code).toBe(1);
    expect(run.annotations[0]?.message).toMatch(message);
    expect(readFileSync(join(directory, "shop.key.pem"), "utf8")).toBe(text);
    expect(await job.orders()).toBe(0);
  });
});
