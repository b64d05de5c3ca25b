import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { status } from "@grpc/grpc-js";
import { afterEach, describe, expect, it } from "vitest";
import { Health } from "../../provider/plugin/gen/health_pb.js";
import { GRPCBroker, GRPCController, GRPCStdio } from "../../provider/plugin/gen/plugin_pb.js";
import { Provider } from "../../provider/protocol/gen/tfplugin6_pb.js";
import { makeClientIdentity } from "./auto-mtls.ts";
import { PluginConnection } from "./grpc-client.ts";
import { COOKIE, PROGRAMS, Providers, shutDown } from "./packaged-provider.ts";
import { observe, startPlugin } from "./plugin-process.ts";

const providers = new Providers();
afterEach(() => providers.endAll());

const GOOD_END = { code: 0, signal: null };

describe.each(PROGRAMS)("the process of $name", (program) => {
  it("says one line on stdout and no other until its end, whatever the level of the log", async () => {
    const provider = await providers.start(program, { environment: { TF_LOG: "TRACE" } });
    expect(provider.line).toMatchObject({ protocolVersion: 6, transport: "grpc", fieldCount: 6 });
    await provider.connection.call(Provider, "getProviderSchema", {});
    expect(await shutDown(provider)).toEqual(GOOD_END);
    expect(provider.plugin.stdout).toEqual([provider.line.text]);
  });

  it("writes hclog lines on stderr, with text in every member", async () => {
    const provider = await providers.start(program, { environment: { TF_LOG: "TRACE" } });
    await provider.connection.call(Provider, "getProviderSchema", {});
    await shutDown(provider);
    const entries = provider.plugin.stderr.map((line) => JSON.parse(line));
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) {
      expect(Object.values(entry).every((value) => typeof value === "string")).toBe(true);
      expect(entry["@level"]).toMatch(/^(trace|debug|info|warn|error)$/);
      expect(entry["@timestamp"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    }
  });

  it("says on stdout, in one line, that the folder for temporary files can't be used", async () => {
    const start = { ...program, cookie: COOKIE, client: null, environment: { TMPDIR: "/nowhere" } };
    const plugin = startPlugin(start);
    const handshake = plugin.handshake.catch(() => null);
    expect(await plugin.ended).toEqual({ code: 1, signal: null });
    expect(await handshake).toBeNull();
    expect(plugin.stdout).toEqual([
      expect.stringMatching(
        /^The provider can't make its socket in \/nowhere: ENOENT.* Set TMPDIR to a folder that exists/,
      ),
    ]);
    expect(plugin.stderr).toEqual([]);
  });

  it("is silent on stderr when no log is asked for", async () => {
    const provider = await providers.start(program);
    await provider.connection.call(Provider, "getProviderSchema", {});
    await shutDown(provider);
    expect(provider.plugin.stderr).toEqual([]);
  });

  it("ends as Terraform ends it, with both streams open until then, and leaves no socket", async () => {
    const provider = await providers.start(program);
    const stdio = provider.connection.openStream(GRPCStdio.method.streamStdio);
    const broker = provider.connection.openDuplex(GRPCBroker.method.startStream);
    const early: string[] = [];
    stdio.on("data", () => early.push("stdio data")).on("end", () => early.push("stdio end"));
    stdio.on("error", () => undefined);
    broker.on("data", () => early.push("broker data")).on("error", () => undefined);
    await provider.connection.call(Provider, "getProviderSchema", {});
    expect(early).toEqual([]);
    broker.end();
    expect(await shutDown(provider)).toEqual(GOOD_END);
    expect(existsSync(dirname(provider.line.address))).toBe(false);
  });

  it("refuses a caller without the client's key", async () => {
    const { connection, line } = await providers.start(program);
    const stranger = new PluginConnection(line, await makeClientIdentity());
    await expect(stranger.call(Provider, "getProviderSchema", {})).rejects.toMatchObject({
      code: status.UNAVAILABLE,
    });
    stranger.close();
    await connection.call(Provider, "getProviderSchema", {});
  });

  it("serves plaintext when the user switched TLS off", async () => {
    const provider = await providers.start(program, { isPlaintext: true });
    expect(provider.line.certificatePem).toBeNull();
    await provider.connection.call(Provider, "getProviderSchema", {});
    expect(await shutDown(provider)).toEqual(GOOD_END);
  });

  it("goes on at Ctrl-C, which the terminal sends to it too", async () => {
    const { connection, plugin } = await providers.start(program);
    await connection.call(Health, "check", { service: "plugin" });
    plugin.child.kill("SIGINT");
    await connection.call(Health, "check", { service: "plugin" });
  });

  it("ends at SIGTERM", async () => {
    const { connection, line, plugin } = await providers.start(program);
    await connection.call(Health, "check", { service: "plugin" });
    plugin.child.kill("SIGTERM");
    expect(await plugin.ended).toEqual(GOOD_END);
    expect(existsSync(line.address)).toBe(false);
  });

  it("ends when its client is gone without Shutdown", async () => {
    const { connection, line, plugin } = await providers.start(program);
    await connection.call(Health, "check", { service: "plugin" });
    connection.close();
    expect(await plugin.ended).toEqual(GOOD_END);
    expect(existsSync(line.address)).toBe(false);
  });

  it("ends when its parent was killed before it connected", async () => {
    const client = await makeClientIdentity();
    const shell = spawn(
      "/bin/sh",
      ["-c", '"$0" "$@" & read -r _; kill -9 $$', program.command, ...program.args],
      {
        stdio: ["pipe", "pipe", "pipe"],
        env: { ...process.env, [COOKIE.key]: COOKIE.value, PLUGIN_CLIENT_CERT: client.certificatePem },
      },
    );
    const orphan = observe(shell);
    const line = await orphan.handshake;
    shell.stdin?.end("\n");
    // The pipes close when their last holder ends, which is the orphan.
    expect(await orphan.ended).toMatchObject({ signal: "SIGKILL" });
    expect(existsSync(line.address)).toBe(false);
  });

  it("explains itself to a person who starts it by hand", async () => {
    const plugin = startPlugin({
      command: program.command,
      args: program.args,
      cookie: { key: COOKIE.key, value: "" },
      client: null,
    });
    expect(await plugin.ended).toEqual({ code: 1, signal: null });
    expect(plugin.stdout).toEqual([]);
    expect(plugin.stderr.join("\n")).toContain("is a plugin");
  });

  it("attaches to a developer's Terraform by what it prints", async () => {
    const plugin = startPlugin({
      command: program.command,
      args: [...program.args, "--debug"],
      cookie: { key: COOKIE.key, value: "" },
      client: null,
    });
    await plugin.handshake.catch(() => undefined);
    const [, json = "{}"] = /^export TF_REATTACH_PROVIDERS='(.*)'$/.exec(plugin.stdout[0] ?? "") ?? [];
    const [reattach] = Object.values(JSON.parse(json)) as readonly { Addr: { String: string } }[];
    const connection = new PluginConnection(
      {
        text: "",
        protocolVersion: 6,
        network: "unix",
        address: reattach?.Addr.String ?? "",
        transport: "grpc",
        certificatePem: null,
        fieldCount: 6,
      },
      null,
    );
    await connection.call(Provider, "getProviderSchema", {});
    connection.close();
    plugin.child.kill("SIGINT");
    expect(await plugin.ended).toEqual(GOOD_END);
  });

  it("does not wait for a client that keeps the connection after Shutdown", async () => {
    const provider = await providers.start(program);
    await provider.connection.call(GRPCController, "shutdown", {});
    expect(await provider.plugin.ended).toEqual(GOOD_END);
  });
});
