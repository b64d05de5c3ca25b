import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { listen, planSocket } from "./socket.ts";

const plan = (platform: NodeJS.Platform, environment: Readonly<Record<string, string>>, temporary = "/tmp") =>
  planSocket({ platform, environment, temporary });

describe("planSocket", () => {
  it("listens on a unix socket in the directory for temporary files", () => {
    expect(plan("linux", {})).toEqual({ network: "unix", under: "/tmp" });
  });

  it("takes /tmp when the path would not fit into a socket address", () => {
    expect(plan("darwin", {}, `/${"x".repeat(90)}`)).toEqual({ network: "unix", under: "/tmp" });
  });

  it("takes the starter's directory when there is one", () => {
    expect(plan("linux", { PLUGIN_UNIX_SOCKET_DIR: "/run/p" })).toEqual({
      network: "unix",
      within: "/run/p",
    });
  });

  it.each([
    ["the range it is given", { PLUGIN_MIN_PORT: "1", PLUGIN_MAX_PORT: "2" }, 1, 2],
    ["the usual range without one", {}, 10_000, 25_000],
    [
      "the usual range when it is not a number",
      { PLUGIN_MIN_PORT: "x", PLUGIN_MAX_PORT: "" },
      10_000,
      25_000,
    ],
  ])("listens on a port from %s on Windows", (_name, environment, firstPort, lastPort) => {
    expect(plan("win32", environment)).toEqual({ network: "tcp", firstPort, lastPort });
  });
});

describe("listen", () => {
  it("hands over connections on a unix socket and leaves nothing behind", async () => {
    const arrived: Socket[] = [];
    const listener = await listen({ network: "unix", under: tmpdir() }, (socket) => arrived.push(socket));
    const socket = connect(listener.address.text);
    await once(socket, "connect");
    socket.destroy();
    listener.close();
    expect(existsSync(dirname(listener.address.text))).toBe(false);
    for (const each of arrived) each.destroy();
  });

  it("passes over ports that are taken, and listens on the loopback only", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const at = taken.address();
    const firstPort = at !== null && typeof at === "object" ? at.port : 0;
    const listener = await listen({ network: "tcp", firstPort, lastPort: firstPort + 50 }, () => undefined);
    expect(listener.address.text).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(listener.address.text).not.toBe(`127.0.0.1:${firstPort}`);
    await expect(listen({ network: "tcp", firstPort, lastPort: firstPort }, () => undefined)).rejects.toThrow(
      "no port from",
    );
    listener.close();
    taken.close();
  });

  it("removes its directory when it can't listen", async () => {
    const room = mkdtempSync(join(tmpdir(), "s-"));
    const tooLong = join(room, "x".repeat(80));
    await expect(listen({ network: "unix", within: tooLong }, () => undefined)).rejects.toThrow();
    expect(readdirSync(room)).toEqual([]);
    rmSync(room, { recursive: true });
  });
});
