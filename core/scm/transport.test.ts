import { describe, expect, it } from "vitest";
import { rawServer, reply } from "../../test/support/raw-server.ts";
import { CancelledError } from "../base/errors.ts";
import { createTransport, type WireRequest } from "./transport.ts";

const wire: WireRequest = {
  method: "GET",
  path: "/",
  headers: {},
  body: null,
  freshConnection: false,
  timeoutMs: 5000,
};
const open = new AbortController().signal;

describe("createTransport", () => {
  it("returns any complete answer, redirects included, with headers in lower case", async () => {
    await using server = await rawServer(
      ({ socket }) => void socket.write(reply(302, "", { Location: "https://evil.test" })),
    );
    const transport = createTransport({ origin: server.url, connections: 1 });
    expect(await transport.send(wire, open)).toMatchObject({
      ok: true,
      answer: { status: 302, headers: { location: "https://evil.test" } },
    });
    expect(server.requests).toHaveLength(1);
    await transport.close();
  });

  it.each([
    ["announced", "content-length: 5000\r\n"],
    ["found on the way", "connection: close\r\n"],
  ])("ends an answer that is larger than allowed, %s", async (_name, header) => {
    await using server = await rawServer(({ socket }) => {
      socket.end(`HTTP/1.1 200 OK\r\n${header}\r\n${"x".repeat(5000)}`);
    });
    const transport = createTransport({ origin: server.url, connections: 1 });
    const send = (largestAnswerBytes: number) => transport.send({ ...wire, largestAnswerBytes }, open);
    expect(await send(4999)).toMatchObject({ ok: false, fault: { kind: "too_large", wasSent: true } });
    expect(await send(5000)).toMatchObject({ ok: true });
    await transport.close();
  });

  it.each([
    [
      "a moment after its caller stopped",
      new CancelledError("stop", { code: "cancelled.stopped", hint: "" }),
    ],
    [
      "at once at its caller's deadline",
      new CancelledError("late", { code: "cancelled.deadline", hint: "" }),
    ],
  ])("ends an order under way that gets no answer %s", async (_name, reason) => {
    const controller = new AbortController();
    await using server = await rawServer(() => controller.abort(reason));
    const transport = createTransport({ origin: server.url, connections: 1 });
    const graceMs = reason.code === "cancelled.deadline" ? 2 ** 31 : 20;
    const outcome = await transport.send({ ...wire, timeoutMs: 2 ** 31, graceMs }, controller.signal);
    expect(outcome).toMatchObject({ ok: false, fault: { kind: "stopped", detail: reason.code } });
    await transport.close();
  });

  it("ends what is under way when it is closed, and refuses what comes later", async () => {
    await using server = await rawServer(() => undefined);
    const transport = createTransport({ origin: server.url, connections: 1 });
    const under = transport.send(wire, open);
    while (server.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await transport.close();
    expect(await under).toMatchObject({ ok: false });
    const late = await transport.send(wire, open);
    expect(late).toMatchObject({
      ok: false,
      fault: { kind: "stopped", wasSent: false, detail: "cancelled.closed" },
    });
  });
});
