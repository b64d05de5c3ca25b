import type { EventEmitter } from "node:events";
import type { DescMethod } from "@bufbuild/protobuf";
import { type Metadata, status, type UntypedHandleCall } from "@grpc/grpc-js";

/** A failure with a gRPC status of its own; whatever else a handler throws becomes INTERNAL. */
export class StatusError extends Error {
  readonly code: status;

  constructor(code: status, message: string) {
    super(message);
    this.name = "StatusError";
    this.code = code;
  }
}

export type MethodKind = DescMethod["methodKind"];

/** How to answer the calls of one method. */
interface Answering {
  readonly handler: (request: unknown, context: { readonly signal: AbortSignal }) => unknown;
  readonly onCall: () => void;
  readonly onFailure: (failure: unknown) => string;
}

/** What grpc-js's four kinds of calls have in common, as far as it is used here. */
interface Call extends EventEmitter {
  readonly cancelled: boolean;
  readonly request?: unknown;
  /** Only on calls that stream the request. */
  iterator?(options: { destroyOnReturn: boolean }): AsyncIterable<unknown>;
  /** Only on calls that stream the answer. */
  write?(message: unknown): boolean;
  end?(): void;
}

type Callback = (
  error: { code: status; details: string } | null,
  answer?: unknown,
  trailer?: Metadata,
) => void;

/** Joins a handler to grpc-js, for any kind of method. */
export function answerCall(kind: MethodKind, answering: Answering): UntypedHandleCall {
  const streamsAnswer = kind === "server_streaming" || kind === "bidi_streaming";
  const streamsRequest = kind === "client_streaming" || kind === "bidi_streaming";
  const input = (call: Call): unknown => {
    answering.onCall();
    // A handler that stops reading, or throws, must not take the stream of answers with it.
    return streamsRequest ? untilBrokenOff(call.iterator?.({ destroyOnReturn: false }) ?? []) : call.request;
  };
  const answer = streamsAnswer
    ? (call: Call): void => void answerStream(call, input(call), answering)
    : (call: Call, callback: Callback): void => void answerOnce(call, input(call), { answering, callback });
  // `as`: grpc-js types a handler by the kind of its method, which is only known at run time here.
  return answer as unknown as UntypedHandleCall;
}

/** Never rejects: a call that is not answered would keep the client waiting for ever. */
async function answerOnce(
  call: Call,
  request: unknown,
  { answering, callback }: { answering: Answering; callback: Callback },
): Promise<void> {
  const { signal, release } = signalOf(call);
  try {
    callback(null, await answering.handler(request, { signal }));
  } catch (failure) {
    callback(toStatus(failure, answering));
  } finally {
    release();
  }
}

/** Never rejects, as above. */
async function answerStream(call: Call, request: unknown, answering: Answering): Promise<void> {
  const { signal, release } = signalOf(call);
  try {
    // `as`: for methods that stream their answer, a handler gives an async iterable.
    const answers = answering.handler(request, { signal }) as AsyncIterable<unknown>;
    for await (const answer of answers) {
      if (signal.aborted) break;
      if (call.write?.(answer) === false) await drained(call, signal);
    }
    call.end?.();
  } catch (failure) {
    // grpc-js sends what is emitted as an error as the status of the call.
    call.emit("error", toStatus(failure, answering));
  } finally {
    release();
  }
}

/**
 * Requests until the client has sent them all, or breaks the stream off. The handler's signal tells the two apart; Terraform
 * from 1.14 on breaks off streams of go-plugin that older versions end.
 */
async function* untilBrokenOff(
  requests: AsyncIterable<unknown> | Iterable<unknown>,
): AsyncGenerator<unknown, void, undefined> {
  try {
    yield* requests;
  } catch (failure) {
    if (!isBrokenOff(failure)) throw failure;
  }
}

/** Source: Node.js, "Errors", ERR_STREAM_PREMATURE_CLOSE: a stream that was destroyed before its end was read. */
function isBrokenOff(failure: unknown): boolean {
  return failure instanceof Error && "code" in failure && failure.code === "ERR_STREAM_PREMATURE_CLOSE";
}

/**
 * The signal for a call's handler, and what to do once the handler is through: grpc-js calls a call cancelled when its stream
 * closes, answered or not, and an abort that stops nothing still makes an exception and tells all who listened.
 */
function signalOf(call: Call): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  const cancel = (): void => controller.abort();
  if (call.cancelled) cancel();
  else call.once("cancelled", cancel);
  return { signal: controller.signal, release: () => call.off("cancelled", cancel) };
}

/** Resolves when the client has read enough for more, or reads no more at all. */
function drained(call: Call, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    call.once("drain", resolve);
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** What `onFailure` lets the client know; a stack is for the log, which it writes. */
function toStatus(failure: unknown, { onFailure }: Answering): { code: status; details: string } {
  if (failure instanceof StatusError) return { code: failure.code, details: failure.message };
  return { code: status.INTERNAL, details: onFailure(failure) };
}
