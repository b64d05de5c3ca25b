import type { Socket } from "node:net";
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
import {
  type MethodDefinition,
  Server,
  ServerCredentials,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { Encoded } from "./encoded.ts";
import { type AnyHandler, answerCall } from "./grpc-call.ts";

/** What a handler knows of its call beside the request. */
interface CallContext {
  /** Aborted when the client gives the call up or is gone. */
  readonly signal: AbortSignal;
}

type Eventually<T> = T | Promise<T>;

/**
 * The handler of one method, by the kind of the method. Answers may be plain objects in the shape of the message, and a
 * single answer may be encoded already.
 */
type Handler<M extends DescMethod> = M["methodKind"] extends "unary"
  ? (
      request: MessageShape<M["input"]>,
      context: CallContext,
    ) => Eventually<MessageInitShape<M["output"]> | Encoded>
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
export type Handlers<S extends DescService> = { readonly [K in keyof S["method"]]?: Handler<S["method"][K]> };

/** Largest message either way: what Go's plugin SDKs allow. grpc-js alone stops at 4 MiB when receiving. */
const LARGEST_MESSAGE_BYTES = 256 * 1024 * 1024;

/** What a server tells its owner. Neither may throw. */
export interface GrpcObserver {
  /** A call has arrived. */
  onCall(): void;
  /** A handler threw something that is not a `StatusError`. The client has got INTERNAL and the message. */
  onFailure(path: string, failure: unknown): void;
}

/** TLS with one client, known by its certificate; null = plaintext. PEM all through. */
export interface MutualTls {
  readonly clientCertificatePem: string;
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

/** A gRPC server without a listener of its own: connections are handed to it. */
export class GrpcServer {
  readonly #server = new Server({
    "grpc.max_receive_message_length": LARGEST_MESSAGE_BYTES,
    "grpc.max_send_message_length": LARGEST_MESSAGE_BYTES,
    // Bookkeeping for a debugging service that a plugin does not offer.
    "grpc.enable_channelz": 0,
  });
  readonly #observer: GrpcObserver;

  constructor(observer: GrpcObserver) {
    this.#observer = observer;
  }

  /** Serves a service described by generated code. Call it before the first connection is taken. */
  addService<S extends DescService>(service: S, handlers: Handlers<S>): void {
    this.#server.addService(defineService(service), this.#implement(service, handlers));
  }

  /** @returns a function that takes over a fresh connection, before anything is read from it */
  acceptor(tls: MutualTls | null): (socket: Socket) => void {
    const injector = this.#server.createConnectionInjector(createCredentials(tls));
    return (socket) => injector.injectConnection(socket);
  }

  #implement(service: DescService, handlers: object): UntypedServiceImplementation {
    const implementation: UntypedServiceImplementation = {};
    // `as`: the mapped type of `Handlers` can't be walked; every value in it is a handler of the method of its name.
    const byName = handlers as Readonly<Record<string, AnyHandler | undefined>>;
    for (const method of service.methods) {
      const handler = byName[method.localName];
      if (handler === undefined) continue;
      const toMessage = (answer: unknown): unknown =>
        answer instanceof Encoded ? answer : create(method.output, answer as MessageInitShape<DescMessage>);
      implementation[method.localName] = answerCall(method.methodKind, {
        handler,
        toMessage,
        onCall: () => this.#observer.onCall(),
        onFailure: (failure) => this.#observer.onFailure(pathOf(method), failure),
      });
    }
    return implementation;
  }
}

function createCredentials(tls: MutualTls | null): ServerCredentials {
  if (tls === null) return ServerCredentials.createInsecure();
  const pair = { private_key: Buffer.from(tls.privateKeyPem), cert_chain: Buffer.from(tls.certificatePem) };
  // true: the connection fails unless the client proves the key of exactly this certificate.
  return ServerCredentials.createSsl(Buffer.from(tls.clientCertificatePem), [pair], true);
}

/** grpc-js's description of a service, from protobuf-es's. For servers and for clients (`makeClientConstructor`). */
function defineService(service: DescService): ServiceDefinition {
  const methods = service.methods.map((method) => [method.localName, defineMethod(method)] as const);
  return Object.fromEntries(methods);
}

function defineMethod(method: DescMethod): MethodDefinition<unknown, unknown> {
  const { input, output } = method;
  return {
    path: pathOf(method),
    requestStream: method.methodKind === "client_streaming" || method.methodKind === "bidi_streaming",
    responseStream: method.methodKind === "server_streaming" || method.methodKind === "bidi_streaming",
    requestSerialize: (message) => encode(input, message),
    requestDeserialize: (octets) => fromBinary(input, octets),
    responseSerialize: (message) => encode(output, message),
    responseDeserialize: (octets) => fromBinary(output, octets),
  };
}

function encode(schema: DescMessage, message: unknown): Buffer {
  // `as`: only messages made by `create` for this schema come here, see `toMessage` above.
  const octets =
    message instanceof Encoded ? message.octets : toBinary(schema, message as MessageShape<DescMessage>);
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength);
}

/** `/package.Service/Method` */
function pathOf(method: DescMethod): string {
  return `/${method.parent.typeName}/${method.name}`;
}
