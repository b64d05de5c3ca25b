import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { status } from "@grpc/grpc-js";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type ClientIdentity, makeClientIdentity } from "../../test/protocol/auto-mtls.ts";
import { PluginConnection } from "../../test/protocol/grpc-client.ts";
import {
  type HandshakeLine,
  observe,
  type PluginProcess,
  type PluginStart,
  startPlugin,
} from "../../test/protocol/plugin-process.ts";
import { Health, HealthCheckResponse_ServingStatus } from "./gen/health_pb.js";
import { GRPCBroker, GRPCController, GRPCStdio } from "./gen/plugin_pb.js";

const sample = fileURLToPath(new URL("./fixtures/sample-plugin.ts", import.meta.url));
const room = mkdtempSync(join(tmpdir(), "serve-plugin-test-"));
const running: PluginProcess[] = [];
const connections: PluginConnection[] = [];
let client: ClientIdentity;

beforeAll(async () => {
  client = await makeClientIdentity();
});
afterEach(async () => {
  for (const connection of connections.splice(0)) connection.close();
  // In order, since a killed plugin leaves the directory of its socket behind.
  const left = running.splice(0);
  for (const { child } of left) child.kill("SIGTERM");
  await Promise.all(left.map(({ ended }) => ended));
});
afterAll(() => rmSync(room, { recursive: true }));

function start(changes: Partial<PluginStart> = {}): PluginProcess {
  const cookie = { key: "SAMPLE_COOKIE", value: "sample" };
  const plugin = startPlugin({ command: process.execPath, args: [sample], cookie, client, ...changes });
  running.push(plugin);
  return plugin;
}

function connect(handshake: HandshakeLine, as: ClientIdentity | null = client): PluginConnection {
  const connection = new PluginConnection(handshake, as);
  connections.push(connection);
  return connection;
}

const check = (connection: PluginConnection) => connection.call(Health, "check", { service: "plugin" });

describe("servePlugin, started by a client", () => {
  it("greets with one line, serves over mutual TLS and ends at Shutdown with its socket removed", async () => {
    const shutdownFile = join(room, "put-away");
    const plugin = start({ environment: { SAMPLE_SHUTDOWN_FILE: shutdownFile } });
    const line = await plugin.handshake;
    expect(line).toMatchObject({ protocolVersion: 6, network: "unix", transport: "grpc", fieldCount: 6 });
    expect(statSync(dirname(line.address)).mode & 0o777).toBe(0o700);

    const connection = connect(line);
    expect((await check(connection)).status).toBe(HealthCheckResponse_ServingStatus.SERVING);
    await connection.call(GRPCController, "shutdown", {});
    connection.close();

    expect(await plugin.ended).toEqual({ code: 0, signal: null });
    expect(plugin.stdout).toEqual([line.text]);
    expect(existsSync(dirname(line.address))).toBe(false);
    expect(readFileSync(shutdownFile, "utf8")).toBe("put away\n");
  });

  it("refuses a connection without the client's certificate, and goes on serving the client", async () => {
    const plugin = start();
    const line = await plugin.handshake;
    await expect(check(connect(line, await makeClientIdentity()))).rejects.toMatchObject({
      code: status.UNAVAILABLE,
    });
    await expect(check(connect({ ...line, certificatePem: null }))).rejects.toMatchObject({
      code: status.UNAVAILABLE,
    });
    expect((await check(connect(line))).status).toBe(HealthCheckResponse_ServingStatus.SERVING);
  });

  it("serves plaintext when the client sends no certificate", async () => {
    const plugin = start({ client: null });
    const line = await plugin.handshake;
    expect(line.certificatePem).toBeNull();
    expect((await check(connect(line, null))).status).toBe(HealthCheckResponse_ServingStatus.SERVING);
  });

  it("puts its socket where the starter asks for, and a seventh field only when asked for", async () => {
    const plugin = start({ environment: { PLUGIN_UNIX_SOCKET_DIR: room, PLUGIN_MULTIPLEX_GRPC: "true" } });
    const line = await plugin.handshake;
    expect(line.address.startsWith(room)).toBe(true);
    expect(line.text).toMatch(/\|false$/);
    expect((await check(connect(line))).status).toBe(HealthCheckResponse_ServingStatus.SERVING);
  });

  it("keeps the streams of stdio and broker open until the client goes", async () => {
    const plugin = start();
    const connection = connect(await plugin.handshake);
    const stdio = connection.openStream(GRPCStdio.method.streamStdio);
    const broker = connection.openDuplex(GRPCBroker.method.startStream);
    const events: string[] = [];
    stdio.on("data", () => events.push("stdio data"));
    stdio.on("end", () => events.push("stdio end"));
    stdio.on("error", () => events.push("stdio error"));
    broker.on("data", () => events.push("broker data"));
    const brokerEnded = new Promise((resolve) => broker.on("end", () => resolve("broker end")));
    await check(connection);
    expect(events).toEqual([]);
    broker.end();
    expect(await brokerEnded).toBe("broker end");
    expect(events).toEqual([]);
    await connection.call(GRPCController, "shutdown", {});
    connection.close();
    expect(await plugin.ended).toEqual({ code: 0, signal: null });
  });

  it("answers UNIMPLEMENTED for what it does not serve and NOT_FOUND for a health it does not know", async () => {
    const plugin = start();
    const connection = connect(await plugin.handshake);
    await expect(connection.callRaw("/plugin.Nothing/Call", Buffer.of())).rejects.toMatchObject({
      code: status.UNIMPLEMENTED,
    });
    await expect(connection.call(Health, "check", { service: "other" })).rejects.toMatchObject({
      code: status.NOT_FOUND,
    });
  });

  it("ignores Ctrl-C, which a terminal sends to the whole group", async () => {
    const plugin = start();
    const connection = connect(await plugin.handshake);
    await check(connection);
    plugin.child.kill("SIGINT");
    expect((await check(connection)).status).toBe(HealthCheckResponse_ServingStatus.SERVING);
  });

  it.each(["SIGTERM", "SIGHUP"] as const)("ends in order at %s", async (signal) => {
    const plugin = start();
    const line = await plugin.handshake;
    await check(connect(line));
    plugin.child.kill(signal);
    expect(await plugin.ended).toEqual({ code: 0, signal: null });
    expect(existsSync(line.address)).toBe(false);
  });

  it("ends when the last connection closes without a word", async () => {
    const plugin = start();
    const line = await plugin.handshake;
    const first = connect(line);
    const second = connect(line);
    await check(first);
    await check(second);
    first.close();
    await check(second);
    second.close();
    expect(await plugin.ended).toEqual({ code: 0, signal: null });
    expect(existsSync(line.address)).toBe(false);
  });

  it.each(["hanging hook", "failing hook"])("ends at Shutdown in spite of a %s", async (fault) => {
    const plugin = start({ environment: { SAMPLE_FAULT: fault } });
    const connection = connect(await plugin.handshake);
    await connection.call(GRPCController, "shutdown", {});
    connection.close();
    expect(await plugin.ended).toEqual({ code: 0, signal: null });
  });
});

describe("servePlugin, whose parent was killed before it connected", () => {
  it("ends without being told", async () => {
    // The shell hands its pipes to the plugin and then dies without a word, as a killed client does.
    const shell = spawn("/bin/sh", ["-c", '"$0" "$1" & read -r _; kill -9 $$', process.execPath, sample], {
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...process.env, SAMPLE_COOKIE: "sample", PLUGIN_CLIENT_CERT: client.certificatePem },
    });
    const plugin = observe(shell);
    const line = await plugin.handshake;
    shell.stdin?.end("\n");
    // `close` comes when the last holder of the pipes has ended: the orphan.
    expect(await plugin.ended).toMatchObject({ signal: "SIGKILL" });
    expect(existsSync(line.address)).toBe(false);
  });
});

describe("servePlugin, started otherwise", () => {
  it("explains itself to a person on stderr and exits with 1", async () => {
    const plugin = start({ cookie: { key: "SAMPLE_COOKIE", value: "wrong" } });
    expect(await plugin.ended).toEqual({ code: 1, signal: null });
    expect(plugin.stdout).toEqual([]);
    expect(plugin.stderr).toEqual(["This is a plugin. It is started by its client, not by hand."]);
  });

  it("prints what a developer exports, serves several clients one after another, ends at Ctrl-C", async () => {
    const plugin = start({ args: [sample, "--debug"], cookie: { key: "UNUSED", value: "" } });
    await expect(plugin.handshake).rejects.toThrow("unrecognized plugin message");
    const [, json = ""] = /^export SAMPLE_REATTACH='(.*)'$/.exec(plugin.stdout[0] ?? "") ?? [];
    const { Addr, ...rest } = JSON.parse(json)["registry.example.test/a/sample"];
    expect(rest).toEqual({ Protocol: "grpc", ProtocolVersion: 6, Pid: plugin.child.pid, Test: true });
    const line: HandshakeLine = {
      text: "",
      protocolVersion: 6,
      network: Addr.Network,
      address: Addr.String,
      transport: "grpc",
      certificatePem: null,
      fieldCount: 6,
    };
    for (let walk = 1; walk <= 2; walk += 1) {
      const connection = connect(line, null);
      await check(connection);
      connection.close();
    }
    plugin.child.kill("SIGINT");
    expect(await plugin.ended).toEqual({ code: 0, signal: null });
    expect(existsSync(line.address)).toBe(false);
  });
});

describe("servePlugin's words", () => {
  it("logs hclog lines on stderr, what was printed included, with secrets struck", async () => {
    const plugin = start({ environment: { SAMPLE_LOG: "trace" } });
    const connection = connect(await plugin.handshake);
    await connection.call(GRPCController, "shutdown", {});
    connection.close();
    await plugin.ended;
    const entries = plugin.stderr.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
    expect(entries.map((entry) => entry["@message"])).toEqual([
      "printed by a dependency, ***",
      "{ '@message': 42 }",
      "services are up",
      "plugin ends",
    ]);
    for (const entry of entries) {
      expect(entry["@timestamp"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
      expect(Object.values(entry).every((value) => typeof value === "string")).toBe(true);
    }
    expect(entries[2]).toMatchObject({ "@level": "info", debug: "false", password: "***" });
    expect(plugin.stderr.filter((line) => !line.startsWith("{"))).toEqual([
      "written to stdout by a dependency",
    ]);
  });

  it("strikes secrets from what a handler throws, for the client and in the log", async () => {
    const plugin = start({ environment: { SAMPLE_LOG: "trace", SAMPLE_FAULT: "handler fails" } });
    const connection = connect(await plugin.handshake);
    const call = connection.callRaw("/sample.Broken/Answer", Buffer.alloc(0));
    const told = await call.catch((error: unknown) => String(error));
    expect(told).toContain("can't answer, ***");
    await connection.call(GRPCController, "shutdown", {});
    connection.close();
    await plugin.ended;
    const log = plugin.stderr.join("\n");
    // Its stack without its message.
    expect(log).toMatch(/handler failed.*sample-plugin\.ts/);
    expect(`${told}${log}`).not.toContain("open-sesame");
  });

  it("is silent when no log level is set", async () => {
    const plugin = start({ environment: { SAMPLE_LOG: "", SAMPLE_LOG_ALL: "off" } });
    const connection = connect(await plugin.handshake);
    await connection.call(GRPCController, "shutdown", {});
    connection.close();
    await plugin.ended;
    expect(plugin.stderr).toEqual(["written to stdout by a dependency"]);
  });

  it.each([
    ["throw later", "panic: Error: thrown later, ***"],
    ["reject later", "panic: Error: rejected later"],
    ["registration fails", "panic: Error: no services today"],
  ])("shows a crash as clients recognize it: %s", async (fault, text) => {
    const plugin = start({ environment: { SAMPLE_FAULT: fault } });
    const line = await plugin.handshake;
    expect(await plugin.ended).toEqual({ code: 2, signal: null });
    expect(plugin.stderr).toContain(text);
    expect(existsSync(line.address)).toBe(false);
  });
});
