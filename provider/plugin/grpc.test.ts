import { once } from "node:events";
import { createServer, type Server } from "node:net";
import type { DescMethod } from "@bufbuild/protobuf";
import { status } from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PluginConnection } from "../../test/protocol/grpc-client.ts";
import { Health, HealthCheckResponse_ServingStatus } from "./gen/health_pb.js";
import { GRPCBroker, GRPCController, GRPCStdio } from "./gen/plugin_pb.js";
import { GrpcServer } from "./grpc.ts";
import { StatusError } from "./grpc-call.ts";
import { messageService } from "./message-service.ts";
import { untilAborted } from "./until-aborted.ts";

const failures: string[] = [];
const aborted: string[] = [];
let onAborted: () => void = () => undefined;
let calls = 0;
let remembered: AbortSignal | null = null;
let listener: Server;
let connection: PluginConnection;

beforeAll(async () => {
  const server = new GrpcServer({
    onCall: () => {
      calls += 1;
    },
    onFailure: (path, failure) => {
      failures.push(`${path}: ${String(failure)}`);
      return failure instanceof Error ? failure.message : String(failure);
    },
  });
  server.addService(
    messageService(Health, {
      async check({ service }, { signal }) {
        if (service === "throw") throw new Error("no reason");
        if (service === "throw a text") throw "a text";
        if (service === "refuse") throw new StatusError(status.PERMISSION_DENIED, "not you");
        if (service === "wait") {
          await untilAborted(signal);
          aborted.push(service);
          onAborted();
        }
        if (service === "remember") remembered = signal;
        return { status: service.length };
      },
    }),
  );
  server.addService(
    messageService(GRPCStdio, {
      async *streamStdio(_request, { signal }) {
        // More than the windows of HTTP/2 hold, so that the sender must wait for the reader.
        for (let part = 0; part < 64; part += 1)
          yield { channel: 1, data: new Uint8Array(65_536).fill(part) };
        await untilAborted(signal);
        aborted.push("stream");
        onAborted();
      },
    }),
  );
  server.addService(
    messageService(GRPCBroker, {
      async *startStream(requests, { signal }) {
        for await (const { serviceId, address } of requests) {
          if (address === "throw") throw new Error("half way");
          if (address === "hold") {
            await untilAborted(signal);
            onAborted();
          } else if (!signal.aborted) yield { serviceId: serviceId + 1 };
        }
        aborted.push("end of requests");
      },
    }),
  );
  server.addService(messageService(GRPCController, {}));
  listener = createServer(server.acceptor(null)).listen(0, "127.0.0.1");
  await once(listener, "listening");
  const at = listener.address();
  const port = at !== null && typeof at === "object" ? at.port : 0;
  const line = { text: "", protocolVersion: 6, network: "tcp", transport: "grpc", fieldCount: 6 };
  connection = new PluginConnection({ ...line, address: `127.0.0.1:${port}`, certificatePem: null }, null);
});
afterAll(() => {
  connection.close();
  listener.close();
});

const check = (service: string, signal?: AbortSignal) =>
  connection.call(Health, "check", { service }, signal === undefined ? {} : { signal });

describe("GrpcServer", () => {
  it("answers a call from a plain object and tells its owner of it", async () => {
    const before = calls;
    expect((await check("a")).status).toBe(HealthCheckResponse_ServingStatus.SERVING);
    expect(calls).toBe(before + 1);
  });

  it.each([
    ["throw", "no reason"],
    ["throw a text", "a text"],
  ])("answers INTERNAL with the message and no stack to a handler's %s", async (service, details) => {
    await expect(check(service)).rejects.toMatchObject({ code: status.INTERNAL, details });
    expect(failures.at(-1)).toContain(details);
  });

  it("answers a status of the handler's choice, which is not a failure", async () => {
    const before = failures.length;
    await expect(check("refuse")).rejects.toMatchObject({
      code: status.PERMISSION_DENIED,
      details: "not you",
    });
    expect(failures.length).toBe(before);
  });

  it("answers UNIMPLEMENTED for a method without a handler", async () => {
    await expect(connection.call(GRPCController, "shutdown", {})).rejects.toMatchObject({
      code: status.UNIMPLEMENTED,
    });
  });

  it("answers a message it can't read with a status, and goes on", async () => {
    const path = "/grpc.health.v1.Health/Check";
    await expect(connection.callRaw(path, Buffer.of(0x0a, 0xff))).rejects.toMatchObject({
      code: status.INTERNAL,
    });
    await check("a");
  });

  it("carries messages far beyond 4 MiB both ways", async () => {
    await expect(check("x".repeat(5 * 1024 * 1024))).resolves.toMatchObject({ status: 5 * 1024 * 1024 });
  });

  it("aborts the handler's signal when the client cancels a call", async () => {
    const reached = new Promise<void>((resolve) => {
      onAborted = resolve;
    });
    const cancel = new AbortController();
    const answer = check("wait", cancel.signal);
    await check("a");
    cancel.abort();
    await expect(answer).rejects.toMatchObject({ code: status.CANCELLED });
    await reached;
    expect(aborted).toContain("wait");
  });

  it("leaves the signal of an answered call alone", async () => {
    await check("remember");
    // The stream of the first call is closed by then.
    for (let call = 0; call < 3; call += 1) await check("a");
    expect(remembered?.aborted).toBe(false);
  });

  it("streams answers no faster than they are read, until the client cancels", async () => {
    const reached = new Promise<void>((resolve) => {
      onAborted = resolve;
    });
    const stream = connection.openStream(GRPCStdio.method.streamStdio);
    stream.on("error", () => undefined);
    let octets = 0;
    for await (const part of stream as AsyncIterable<{ data: Uint8Array }>) {
      octets += part.data.length;
      if (octets === 64 * 65_536) break;
    }
    stream.cancel();
    await reached;
    expect(aborted).toContain("stream");
  });

  it("talks both ways in one call, and ends it with a status when the handler throws", async () => {
    const talk = connection.openDuplex(GRPCBroker.method.startStream as DescMethod);
    const answers = talk[Symbol.asyncIterator]();
    talk.write({ serviceId: 1 });
    expect((await answers.next()).value).toMatchObject({ serviceId: 2 });
    talk.write({ address: "throw" });
    await expect(answers.next()).rejects.toMatchObject({ code: status.INTERNAL, details: "half way" });
  });

  it("takes a stream of requests that the client breaks off for its end", async () => {
    const before = failures.length;
    const reached = new Promise<void>((resolve) => {
      onAborted = resolve;
    });
    const talk = connection.openDuplex(GRPCBroker.method.startStream as DescMethod);
    talk.on("error", () => undefined);
    const answers = talk[Symbol.asyncIterator]();
    for (const address of ["", "hold", "", ""]) talk.write({ serviceId: 1, address });
    // The second is held by the handler now, and the others lie unread.
    await answers.next();
    await check("a");
    talk.cancel();
    await reached;
    await check("a");
    expect(failures.slice(before)).toEqual([]);
    expect(aborted).toContain("end of requests");
  });
});
