import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { AGENT, atStart, DUE, hostFolder, pairOf, removeHostFolders, START } from "./support/host.ts";

const SERVER = new URL("./support/tls-server.ts", import.meta.url).pathname;

const servers: ChildProcess[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.kill("SIGKILL");
  removeHostFolders();
});

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

describe("what follows a delivery", () => {
  it("S47 has a real server take the new certificate by the hook, checks what it serves, records the location", async () => {
    await using job = await atStart();
    const directory = hostFolder();
    const inputs = { ...job.inputs, ...AGENT, "agent-directory": directory };
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
    const inputs = { ...job.inputs, ...AGENT, "agent-directory": directory };
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
    const inputs = { ...job.inputs, ...AGENT, "agent-directory": hostFolder(), "endpoint-timeout": "1s" };
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
    const inputs = { ...job.inputs, ...AGENT, "agent-directory": directory };
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
  ])("S47 tells a hook %s, and keeps what was delivered", async (name, hook, message) => {
    await using job = await atStart();
    const directory = hostFolder();
    const run = await job.runner.run({
      ...job.inputs,
      ...AGENT,
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

  it("S47 stops a hook when the run is cancelled, and the next run runs it again", async () => {
    const directory = hostFolder();
    await using job = await atStart();
    const inputs = { ...job.inputs, ...AGENT, "agent-directory": directory };
    const { child, done, output } = job.runner.start("main.cjs", { ...inputs, hook: "sleep\n50" });
    child.stdout.on("data", () => output.text.includes("run the hook") && child.kill("SIGINT"));
    const run = await done;
    expect(run.code).toBe(5);
    expect(run.annotations.map(({ message }) => message).join()).toContain("since the run was cancelled");
    const again = await job.runner.run({ ...inputs, hook: "touch\nagain" });
    expect(again.code).toBe(0);
    expect(existsSync(join(directory, "again"))).toBe(true);
  });

  it("S47 takes a hook as ended though a server that it started lives on and holds its output", async () => {
    await using job = await atStart();
    const directory = hostFolder();
    const script = `const child = require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"],
      { stdio: "inherit", detached: true });
      require("fs").writeFileSync("server.pid", String(child.pid)); console.log("started"); child.unref();`;
    writeFileSync(join(directory, "hook.cjs"), script);
    const inputs = { ...job.inputs, ...AGENT, "agent-directory": directory, hook: "node\nhook.cjs" };
    const run = await job.runner.run({ ...inputs, "hook-timeout": "50s" });
    const pid = Number(readFileSync(join(directory, "server.pid"), "utf8"));
    expect(process.kill(pid, "SIGKILL")).toBe(true);
    expect(run).toMatchObject({ code: 0, outputs: { outcome: "enrolled" } });
    expect(run.log).toContain("hook: started");
  });

  it("S47 runs a hook that failed again in the next run, and then no more, until a file is another one", async () => {
    await using job = await atStart();
    const directory = hostFolder();
    const inputs = { ...job.inputs, ...AGENT, "agent-directory": directory };
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
    const inputs = { ...job.inputs, ...AGENT, "agent-directory": directory };
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
});
