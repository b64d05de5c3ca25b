import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { readCertificatePem, readPrivateKey, sameKey } from "../../core/index.ts";
import { openssl } from "../support/openssl.ts";
import { type Job, type JobOptions, startJob } from "./support/job.ts";

const START = "2026-04-01T00:00:00Z";
const DUE = "2026-10-10T00:00:00Z";
const SERVER = new URL("./support/tls-server.ts", import.meta.url).pathname;

const folders: string[] = [];
const servers: ChildProcess[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.kill("SIGKILL");
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function hostFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sectigo-host-"));
  folders.push(folder);
  return folder;
}

async function serve(directory: string): Promise<{ readonly port: number; readonly pid: number }> {
  const child = spawn(process.execPath, [SERVER, directory, "shop"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  servers.push(child);
  const port = await new Promise<number>((resolve) =>
    child.stdout?.once("data", (chunk: Buffer) => resolve(Number(chunk))),
  );
  return { port, pid: child.pid ?? 0 };
}

const atStart = (options: JobOptions = {}): Promise<Job> =>
  startJob({ scm: { now: Date.parse(START), ...options.scm }, environment: { SECTIGO_TEST_CLOCK: START } });

const agent = { key: "ec-p256", "common-name": "shop.example.test", name: "shop" };

/** Of the runner's process: as which host the system answers. */
function calledHost(name: string): { readonly NODE_OPTIONS: string } {
  const file = join(hostFolder(), "hostname.cjs");
  writeFileSync(file, `require("node:os").hostname = () => ${JSON.stringify(name)};`);
  return { NODE_OPTIONS: `--require=${file}` };
}

function pairOf(directory: string): boolean {
  const key = readPrivateKey(readFileSync(join(directory, "shop.key.pem"), "utf8"));
  const leaf = readCertificatePem(readFileSync(join(directory, "shop.leaf.pem"), "utf8"));
  return sameKey(key.publicKey, leaf.publicKey);
}

describe("agent mode on a host", () => {
  it("S47 S69 makes key and certificate with safe modes, reuses both, and renews with another key", async () => {
    await using job = await atStart();
    const directory = hostFolder();
    const inputs = {
      ...job.inputs,
      ...agent,
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

  it("S47 has a real server take the new certificate by the hook, checks what it serves, records the location", async () => {
    await using job = await atStart();
    const directory = hostFolder();
    const inputs = { ...job.inputs, ...agent, "agent-directory": directory };
    await job.runner.run(inputs);
    const { port, pid } = await serve(directory);
    await job.scm.control.setClock(DUE);
    const run = await job.runner.run(
      {
        ...inputs,
        hook: `kill\n-HUP\n${pid}`,
        endpoint: `127.0.0.1:${port}`,
        location: "host=web1\nport=443",
      },
      { SECTIGO_TEST_CLOCK: DUE },
    );
    expect(run).toMatchObject({ code: 0, outputs: { outcome: "renewed" } });
    expect(run.log).toContain(`127.0.0.1:${port} serves the certificate`);
    const posts = (await job.scm.control.requests()).filter(
      ({ method, path }) => method === "POST" && path.includes("location"),
    );
    expect(posts).toHaveLength(1);
  });

  it("S47 tells a server that goes on serving the old certificate", async () => {
    await using job = await atStart();
    const directory = hostFolder();
    const inputs = { ...job.inputs, ...agent, "agent-directory": directory };
    await job.runner.run(inputs);
    const { port } = await serve(directory);
    await job.scm.control.setClock(DUE);
    const run = await job.runner.run(
      { ...inputs, endpoint: `127.0.0.1:${port}`, "endpoint-timeout": "3s" },
      { SECTIGO_TEST_CLOCK: DUE },
    );
    expect(run.code).toBe(1);
    expect(run.annotations.map(({ message }) => message).join()).toContain("serves another certificate");
    expect(pairOf(directory)).toBe(true);
  });

  it("S47 looks no longer than it may at a server that never answers", async () => {
    await using job = await atStart();
    const inputs = { ...job.inputs, ...agent, "agent-directory": hostFolder(), "endpoint-timeout": "1s" };
    const accepted: Socket[] = [];
    const silent = createServer((socket) => accepted.push(socket));
    await once(silent.listen(0, "127.0.0.1"), "listening");
    const endpoint = `127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const run = await job.runner.run({ ...inputs, endpoint });
    for (const socket of accepted) socket.destroy();
    await once(silent.close(), "close");
    expect(run.annotations.map(({ message }) => message).join()).toContain("no TLS (no answer in time)");
    // One look takes five seconds when it may.
    expect(accepted).toHaveLength(1);
  });

  it("S47 gives the hook paths and no credentials, no shell, and an end", async () => {
    await using job = await atStart();
    const directory = hostFolder();
    const script =
      "require('fs').writeFileSync('env.json', JSON.stringify([process.env, process.argv.slice(2)]))";
    writeFileSync(join(directory, "hook.cjs"), script);
    const inputs = { ...job.inputs, ...agent, "agent-directory": directory };
    await job.runner.run({ ...inputs, hook: `node\nhook.cjs\n$HOME; touch injected` });
    const [variables, args] = JSON.parse(readFileSync(join(directory, "env.json"), "utf8")) as [
      Record<string, string>,
      string[],
    ];
    expect(args).toEqual(["$HOME; touch injected"]);
    expect(existsSync(join(directory, "injected"))).toBe(false);
    expect(variables.SECTIGO_KEY_FILE).toBe(join(directory, "shop.key.pem"));
    expect(
      Object.keys(variables).filter((name) => /^(INPUT_|GITHUB_|SECTIGO_(USER|PASS|BASE))/.test(name)),
    ).toEqual([]);
    expect(JSON.stringify(variables)).not.toContain(job.inputs.password);
  });

  it.each([
    ["that does not end", "node\n-e\nsetInterval(() => {}, 1000)", /did not end within 1 seconds/],
    ["that fails", "node\n-e\nconsole.log('::error::x'); process.exit(3)", /ended with 3/],
    ["that is not there", "no-such-program", /ENOENT/],
  ])("S47 tells a hook %s, and keeps what was delivered", async (name, hook, message) => {
    await using job = await atStart();
    const directory = hostFolder();
    const run = await job.runner.run({
      ...job.inputs,
      ...agent,
      "agent-directory": directory,
      hook,
      // Met only where it is what the test is about: a slow machine takes a second to start a program.
      "hook-timeout": name === "that does not end" ? "1s" : "60s",
    });
    expect(run.code).toBe(1);
    expect(run.annotations).toHaveLength(1);
    expect(run.annotations[0]?.message).toMatch(message);
    expect(pairOf(directory)).toBe(true);
  });

  it("S47 takes a hook as ended though a server that it started lives on and holds its output", async () => {
    await using job = await atStart();
    const directory = hostFolder();
    const script = `const child = require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"],
      { stdio: "inherit", detached: true });
      require("fs").writeFileSync("server.pid", String(child.pid)); console.log("started"); child.unref();`;
    writeFileSync(join(directory, "hook.cjs"), script);
    const inputs = { ...job.inputs, ...agent, "agent-directory": directory, hook: "node\nhook.cjs" };
    const run = await job.runner.run({ ...inputs, "hook-timeout": "50s" });
    const pid = Number(readFileSync(join(directory, "server.pid"), "utf8"));
    expect(process.kill(pid, "SIGKILL")).toBe(true);
    expect(run).toMatchObject({ code: 0, outputs: { outcome: "enrolled" } });
    expect(run.log).toContain("hook: started");
  });

  it("S47 runs a hook that failed again in the next run, and then no more, until a file is another one", async () => {
    await using job = await atStart();
    const directory = hostFolder();
    const inputs = { ...job.inputs, ...agent, "agent-directory": directory };
    const count = `node\n-e\nrequire("fs").appendFileSync("count", "x")`;
    const counted = () =>
      existsSync(join(directory, "count")) ? readFileSync(join(directory, "count"), "utf8") : "";
    expect(await job.runner.run({ ...inputs, hook: "false" })).toMatchObject({ code: 1 });
    const second = await job.runner.run({ ...inputs, hook: count });
    expect(second).toMatchObject({ code: 0, outputs: { outcome: "reused" } });
    expect(counted()).toBe("x");
    await job.runner.run({ ...inputs, hook: count });
    expect(counted()).toBe("x");
    rmSync(join(directory, "shop.full-chain.pem"));
    await job.runner.run({ ...inputs, hook: count });
    expect(counted()).toBe("xx");
    expect(readdirSync(directory).filter((file) => file.startsWith("."))).toEqual([".shop.host"]);
    expect(await job.orders()).toBe(1);
  });

  it("S47 runs the hook in the next run when one was killed while it ran", async () => {
    await using job = await atStart();
    const directory = hostFolder();
    const inputs = { ...job.inputs, ...agent, "agent-directory": directory };
    const begun = join(directory, "begun");
    const { child, done } = job.runner.start(
      "main.cjs",
      {
        ...inputs,
        hook: "node\n-e\nrequire('fs').writeFileSync('begun', String(process.pid)); setInterval(() => {}, 1000)",
      },
      { SECTIGO_TEST_CLOCK: START },
    );
    while (!existsSync(begun) || readFileSync(begun, "utf8") === "") await setImmediate();
    child.kill("SIGKILL");
    await done;
    process.kill(Number(readFileSync(begun, "utf8")), "SIGKILL");
    rmSync(begun);
    const next = await job.runner.run({
      ...inputs,
      hook: "node\n-e\nrequire('fs').writeFileSync('begun', '')",
    });
    expect(next).toMatchObject({ code: 0, outputs: { outcome: "reused" } });
    expect(existsSync(begun)).toBe(true);
  });

  it("S49 keeps the key of an order that waits for approval, and delivers with it", async () => {
    await using job = await atStart({ scm: { autoApprove: false } });
    const directory = hostFolder();
    const inputs = { ...job.inputs, ...agent, "agent-directory": directory, wait: "0" };
    const first = await job.runner.run(inputs);
    expect(first.outputs.outcome).toBe("pending");
    expect(readdirSync(directory).sort()).toEqual([".shop.host", ".shop.pending-key.pem"]);
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
    const inputs = { ...job.inputs, ...agent, "agent-directory": directory, wait: "0" };
    const first = await job.runner.run(inputs, calledHost("c1"));
    await job.scm.control.act(Number(first.outputs["ssl-id"]), "approve");
    const second = await job.runner.run({ ...inputs, wait: "10s" }, calledHost("c2"));
    expect(second.outputs).toMatchObject({ outcome: "enrolled", "ssl-id": first.outputs["ssl-id"] });
    expect(await job.orders()).toBe(1);
  });

  it("S49 leaves the certificate of another directory to it, whatever the host is called", async () => {
    await using job = await atStart();
    const [one, other] = [hostFolder(), hostFolder()];
    const inputs = { ...job.inputs, ...agent };
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
    const inputs = { ...job.inputs, ...agent, "agent-directory": directory, wait: "0" };
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
    const run = await job.runner.run({ ...job.inputs, ...agent, "agent-directory": directory });
    expect(run.code).toBe(1);
    expect(run.annotations[0]?.message).toMatch(message);
    expect(readFileSync(join(directory, "shop.key.pem"), "utf8")).toBe(text);
    expect(await job.orders()).toBe(0);
  });
});

describe("keys on a runner", () => {
  it("S45 S69 makes a PKCS#12 file that openssl opens, and the post step removes the keys", async () => {
    await using job = await atStart();
    const inputs = {
      ...job.inputs,
      ...agent,
      "output-directory": "out",
      formats: "leaf, pkcs12",
      "pkcs12-password": "correct horse",
    };
    const run = await job.runner.run(inputs);
    expect(run.code).toBe(0);
    expect(run.masks).toContain("correct horse");
    const file = join(job.runner.workspace, run.outputs["pkcs12-path"] ?? "");
    expect(openssl(["pkcs12", "-in", file, "-noout", "-passin", "pass:correct horse"]).ok).toBe(true);
    expect(openssl(["pkcs12", "-in", file, "-noout", "-passin", "pass:wrong"]).ok).toBe(false);
    expect(await job.runner.post(run)).toMatchObject({ code: 0 });
    expect(readdirSync(join(job.runner.workspace, "out"))).toEqual(["shop.leaf.pem"]);
  });

  it("S69 removes the key after a failure too", async () => {
    await using job = await atStart({ scm: { autoApprove: false } });
    const inputs = { ...job.inputs, ...agent, "output-directory": "out", wait: "0", "on-pending": "fail" };
    const run = await job.runner.run(inputs);
    expect(run.code).toBe(3);
    expect(readdirSync(join(job.runner.workspace, "out"))).toEqual([".shop.pending-key.pem"]);
    await job.runner.post(run);
    expect(readdirSync(join(job.runner.workspace, "out"))).toEqual([]);
  });

  it("S69 the post step tells a key that it can't remove", async () => {
    await using job = await atStart();
    const run = await job.runner.run({ ...job.inputs, ...agent, "output-directory": "out" });
    rmSync(join(job.runner.workspace, "out/shop.key.pem"));
    mkdirSync(join(job.runner.workspace, "out/shop.key.pem"));
    const post = await job.runner.post(run);
    expect(post.code).toBe(1);
    expect(post.annotations[0]?.message).toContain("shop.key.pem");
  });

  it.each([
    ["key and csr at once", { csr: "shop.csr", "output-directory": "out" }, /together with csr/],
    ["no place for the key", {}, /nothing says where the key goes/],
    ["a directory that is not absolute", { "agent-directory": "tls" }, /not absolute/],
    ["a directory that is not there", { "agent-directory": "/nowhere/tls" }, /not there/],
    [
      "PKCS#12 without a password",
      { "output-directory": "out", formats: "pkcs12" },
      /pkcs12-password.*secrets\.SCM_PKCS12_PASSWORD/s,
    ],
  ])("S68 refuses %s before anything is made", async (_name, given, message) => {
    await using job = await atStart();
    const run = await job.runner.run({ ...job.inputs, ...agent, ...given });
    expect(run.code).toBe(2);
    expect(run.annotations[0]?.message).toMatch(message);
    expect(await job.orders()).toBe(0);
  });
});
