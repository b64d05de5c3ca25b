import { describe, expect, it } from "vitest";
import type { Library } from "../../test/support/library.ts";
import { library, silentLog } from "../../test/support/library-provider.ts";
import { error } from "./diagnostics.ts";
import type { Provider } from "./provider.ts";
import { ProviderServer } from "./server.ts";
import { UNKNOWN } from "./value.ts";

const never = new AbortController().signal;
const serve = (own: Partial<Provider<Library>> = {}) => new ProviderServer(library(own), silentLog);
const summary = (found: object) => ("summary" in found ? found.summary : "connected");

describe("configuring", () => {
  it("gives calls the connection that the settings lead to", async () => {
    const server = serve();
    expect(await server.configure({ town: "Bath" }, "1.11.4", never)).toEqual([]);
    expect(server.connected(never)).toMatchObject({ api: { town: "Bath" } });
    expect(server.environment(never).api).toEqual({ town: "Bath" });
  });

  it("has no connection before, and says that this is not the user's fault", () => {
    expect(serve().connected(never)).toMatchObject({
      summary: "Provider not configured",
      detail: expect.stringMatching(/report/),
    });
  });

  it("plans without a connection while settings are unknown, and says what to do when one is needed", async () => {
    const server = serve();
    expect(await server.configure({ town: UNKNOWN }, "1.11.4", never)).toEqual([]);
    expect(server.environment(never).api).toBeNull();
    expect(server.connected(never)).toMatchObject({ detail: expect.stringMatching(/-target/) });
  });

  it("judges settings again, since they may have been unknown before", async () => {
    const server = serve();
    expect(await server.configure({ town: null }, "1.11.4", never)).toMatchObject([
      { summary: "Missing required argument" },
    ]);
    expect(summary(server.connected(never))).toBe("Provider not configured");
  });

  it("takes over a second configuration and ends the first, even when the second fails", async () => {
    const closed: string[] = [];
    const server = serve({
      configure: async ({ config, warn }) => {
        if (config.town === "Ghost Town") throw new Error("nobody there");
        warn("Old", "Use a city.", "town");
        return { town: String(config.town) };
      },
      close: async ({ town }) => void closed.push(town),
    });
    await server.configure({ town: "Bath" }, "1.11.4", never);
    expect(await server.configure({ town: "York" }, "1.11.4", never)).toMatchObject([{ summary: "Old" }]);
    expect(server.connected(never)).toMatchObject({ api: { town: "York" } });
    expect(await server.configure({ town: "Ghost Town" }, "1.11.4", never)).toEqual([
      error("Library failed", "nobody there"),
    ]);
    expect(server.environment(never).api).toBeNull();
    expect(closed).toEqual(["Bath", "York"]);
  });

  it("closes once, and survives a close that fails", async () => {
    let closes = 0;
    const server = serve({
      close: async () => {
        closes += 1;
        throw new Error("stuck");
      },
    });
    await server.configure({ town: "Bath" }, "1.11.4", never);
    await server.close();
    await server.close();
    expect(closes).toBe(1);
  });
});

describe("cancelling", () => {
  it("reaches what is in flight and spares what comes later", () => {
    const server = serve();
    const before = server.environment(never);
    server.stop();
    expect(before.signal.aborted).toBe(true);
    expect(server.environment(never).signal.aborted).toBe(false);
  });

  it("follows the call's own cancellation", () => {
    const call = new AbortController();
    const { signal } = serve().environment(call.signal);
    call.abort();
    expect(signal.aborted).toBe(true);
  });

  it("reaches a configuration that hangs", async () => {
    const asked = Promise.withResolvers<void>();
    const server = serve({
      configure: ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => reject(new Error("cancelled")));
          asked.resolve();
        }),
    });
    const configuring = server.configure({ town: "Bath" }, "1.11.4", never);
    await asked.promise;
    server.stop();
    expect(await configuring).toEqual([error("Library failed", "cancelled")]);
  });
});

describe("explaining", () => {
  it("never throws, and shows nothing of what failed twice", () => {
    const server = serve({
      explain: () => {
        throw new Error("s3cret");
      },
    });
    const message = server.explain(new Error("s3cret too"));
    expect(message).toMatchObject({ severity: "error", summary: "Unexpected failure" });
    expect(JSON.stringify(message)).not.toMatch(/s3cret/);
  });
});

describe("names", () => {
  it("carry the provider's name in front", () => {
    expect([...serve().resources.keys()]).toEqual(["library_book"]);
    expect([...serve().dataSources.keys()]).toEqual(["library_catalogue"]);
  });
});
