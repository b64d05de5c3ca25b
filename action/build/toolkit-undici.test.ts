import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import lock from "../../package-lock.json" with { type: "json" };
import { startProxy } from "../../test/support/proxies.ts";
import { fetch, ProxyAgent } from "./toolkit-undici.ts";

describe("the toolkit's undici", () => {
  it("sends and reads, directly and through a proxy that wants a password, as @actions/http-client makes one", async () => {
    const seen: string[] = [];
    const server = createServer((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
      response.setHeader("content-type", "application/json").end('{"is":"read"}');
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
    await using proxy = await startProxy({ username: "runner", password: "pass-word" });
    const token = `Basic ${Buffer.from("runner:pass-word").toString("base64")}`;
    const dispatcher = new ProxyAgent({ uri: proxy.url, pipelining: 0, token });
    try {
      for (const route of [{}, { dispatcher }]) {
        const headers = { authorization: "token secret" };
        const response = await fetch(url, { method: "POST", body: "{}", headers, ...route });
        expect([response.status, await response.json()]).toEqual([200, { is: "read" }]);
      }
    } finally {
      await dispatcher.close();
      server.closeAllConnections();
      server.close();
    }
    expect(seen).toEqual(["POST /graphql token secret", "POST /graphql token secret"]);
    expect(proxy.tunnels).toEqual([new URL(url).host]);
  });

  it("is the only one that is installed", () => {
    const packages: Readonly<Record<string, { readonly version?: string }>> = lock.packages;
    const installed = Object.keys(packages).filter((path) => path.endsWith("node_modules/undici"));
    expect(installed).toEqual(["node_modules/undici"]);
    expect(packages["node_modules/undici"]?.version).toBe(packageJson.dependencies.undici);
  });
});
