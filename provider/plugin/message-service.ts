import {
  create,
  type DescMessage,
  type DescMethod,
  type DescService,
  fromBinary,
  type MessageInitShape,
  type MessageShape,
  toBinary,
} from "@bufbuild/protobuf";
import { status } from "@grpc/grpc-js";
import type { CallContext, OctetHandler, OctetService, ServiceOutline } from "./grpc.ts";
import { StatusError } from "./grpc-call.ts";

type Eventually<T> = T | Promise<T>;

/** The handler of one method, by the kind of the method. Answers may be plain objects in the shape of the message. */
type Handler<M extends DescMethod> = M["methodKind"] extends "unary"
  ? (request: MessageShape<M["input"]>, context: CallContext) => Eventually<MessageInitShape<M["output"]>>
  : M["methodKind"] extends "server_streaming"
    ? (
        request: MessageShape<M["input"]>,
        context: CallContext,
      ) => AsyncIterable<MessageInitShape<M["output"]>>
    : M["methodKind"] extends "client_streaming"
      ? (
          requests: AsyncIterable<MessageShape<M["input"]>>,
          context: CallContext,
        ) => Eventually<MessageInitShape<M["output"]>>
      : (
          requests: AsyncIterable<MessageShape<M["input"]>>,
          context: CallContext,
        ) => AsyncIterable<MessageInitShape<M["output"]>>;

/** Handlers by local name of the method. A method without one answers UNIMPLEMENTED. */
type Handlers<S extends DescService> = { readonly [K in keyof S["method"]]?: Handler<S["method"][K]> };

/** A handler with its types forgotten; `messageService` has checked them. */
type AnyHandler = (request: unknown, context: CallContext) => unknown;

/** A service described by generated code, on octets. In a file of its own because it loads the library for messages. */
export function messageService<S extends DescService>(service: S, handlers: Handlers<S>): OctetService {
  // `as`: the mapped type of `Handlers` can't be walked; every value in it is a handler of the method of its name.
  const byName = handlers as Readonly<Record<string, AnyHandler | undefined>>;
  const onOctets = service.methods.flatMap((method) => {
    const handler = byName[method.localName];
    return handler === undefined ? [] : [[method.localName, octetHandler(method, handler)] as const];
  });
  return { outline: outlineOf(service), handlers: Object.fromEntries(onOctets) };
}

export function outlineOf({ typeName, methods }: DescService): ServiceOutline {
  return {
    typeName,
    methods: methods.map(({ name, localName, methodKind }) => ({ name, localName, kind: methodKind })),
  };
}

/** Octets in, octets out, as many messages as the kind of the method says. */
function octetHandler({ methodKind, input, output }: DescMethod, handler: AnyHandler): OctetHandler {
  const streamsRequest = methodKind === "client_streaming" || methodKind === "bidi_streaming";
  const streamsAnswer = methodKind === "server_streaming" || methodKind === "bidi_streaming";
  const answerOf = (request: unknown, context: CallContext): unknown =>
    handler(
      // `as`: the server hands over a stream of octets where the method streams its request.
      streamsRequest
        ? decodeAll(input, request as AsyncIterable<Uint8Array>)
        : decode(input, request as Uint8Array),
      context,
    );
  if (!streamsAnswer) return async (request, context) => encode(output, await answerOf(request, context));
  return async function* (request, context) {
    // `as`: `Handler` demands an async iterable where the method streams its answer.
    for await (const answer of answerOf(request, context) as AsyncIterable<unknown>) {
      yield encode(output, answer);
    }
  };
}

/** @throws StatusError when the octets are not such a message: the fault of the client, and no failure of a handler */
function decode(schema: DescMessage, octets: Uint8Array): unknown {
  try {
    return fromBinary(schema, octets);
  } catch {
    throw new StatusError(status.INTERNAL, `the request is no ${schema.typeName}`);
  }
}

async function* decodeAll(
  schema: DescMessage,
  requests: AsyncIterable<Uint8Array>,
): AsyncGenerator<unknown, void, undefined> {
  for await (const octets of requests) yield decode(schema, octets);
}

function encode(schema: DescMessage, answer: unknown): Uint8Array {
  // `as`: `Handler` demands a message of this schema, or its members.
  return toBinary(schema, create(schema, answer as MessageInitShape<DescMessage>));
}
