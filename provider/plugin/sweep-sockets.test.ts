import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { sweepSockets } from "./sweep-sockets.ts";

const userId = process.getuid?.() ?? 0;

/** A socket whose process was killed, as a plugin's is by an impatient operator. */
async function leave(folder: string): Promise<void> {
  mkdirSync(folder);
  const script = `require("node:net").createServer().listen(${JSON.stringify(join(folder, "socket"))}, () => console.log("up"))`;
  const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
}

it("removes sockets of killed processes, and nothing else", async () => {
  const under = mkdtempSync(join(tmpdir(), "sweep-"));
  const at = (name: string): string => join(under, name);
  await leave(at("plugin-dead01"));
  await leave(at("plugin-mine01"));
  await leave(at("other-dead01"));
  mkdirSync(at("plugin-empty1"));
  mkdirSync(at("plugin-files1"));
  writeFileSync(join(at("plugin-files1"), "socket"), "no socket");
  mkdirSync(at("plugin-alive1"));
  const alive = createServer((socket) => socket.destroy()).listen(join(at("plugin-alive1"), "socket"));
  await once(alive, "listening");
  // A socket that was made just now may be bound and not listen yet.
  expect(await sweepSockets(under, { except: at("plugin-mine01"), userId, now: new Date() })).toBe(0);
  const now = new Date(Date.now() + 61_000);
  expect(await sweepSockets(under, { except: at("plugin-mine01"), userId, now })).toBe(1);
  expect(existsSync(at("plugin-dead01"))).toBe(false);
  for (const name of ["plugin-mine01", "other-dead01", "plugin-empty1", "plugin-files1", "plugin-alive1"])
    expect([name, existsSync(at(name))]).toEqual([name, true]);
  expect(await sweepSockets(under, { except: "", userId: userId + 1, now })).toBe(0);
  expect(await sweepSockets(at("missing"), { except: "", userId, now })).toBe(0);
  alive.close();
  rmSync(under, { recursive: true });
});
