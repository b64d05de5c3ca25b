import type { Socket } from "node:net";
import {
  type MethodDefinition,
  Server,
  ServerCredentials,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { answerCall, type MethodKind } from "./grpc-call.ts";

/** What a handler knows of its call beside the request. */
export interface CallContext {
  /** Aborted when the client gives the call up or is gone. */
  readonly signal: AbortSignal;
}

/** A service by what of it shows on the wire. */
export interface ServiceOutline {
  /** With its package, such as `grpc.health.v1.Health`. */
  readonly typeName: string;
  readonly methods: readonly MethodOutline[];
}

interface MethodOutline {
  /** As the wire has it, such as `Check`. */
  readonly name: string;
  /** As handlers are named, such as `check`. */
  readonly localName: string;
  readonly kind: MethodKind;
}

/**
 * Answers a call with octets of encoded messages. Request and answer are a `Uint8Array`, or an async iterable of them where
 * the method streams.
 */
export type OctetHandler = (request: unknown, context: CallContext) => unknown;

/** A service that takes and gives encoded messages, so that the library for messages need not be loaded for all of them. */
export interface OctetService {
  readonly outline: ServiceOutline;
  /** By local name of the method. A method without one answers UNIMPLEMENTED. */
  readonly handlers: Readonly<Record<string, OctetHandler>>;
}

/** Largest message either way: what Go's plugin SDKs allow. grpc-js alone stops at 4 MiB when receiving. */
const LARGEST_MESSAGE_BYTES = 256 * 1024 * 1024;

/** What a server tells its owner. Neither may throw. */
export interface GrpcObserver {
  /** A call has arrived. */
  onCall(): void;
  /** A handler threw something that is not a `StatusError`. The client gets INTERNAL and what this returns. */
  onFailure(path: string, failure: unknown): string;
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

  /** Call it before the first connection is taken. */
  addService({ outline, handlers }: OctetService): void {
    const implementation: UntypedServiceImplementation = {};
    for (const method of outline.methods) {
      const handler = handlers[method.localName];
      if (handler === undefined) continue;
      implementation[method.localName] = answerCall(method.kind, {
        handler,
        onCall: () => this.#observer.onCall(),
        onFailure: (failure) => this.#observer.onFailure(pathOf(outline, method), failure),
      });
    }
    this.#server.addService(defineService(outline), implementation);
  }

  /** @returns a function that takes over a fresh connection, before anything is read from it */
  acceptor(tls: MutualTls | null): (socket: Socket) => void {
    const injector = this.#server.createConnectionInjector(createCredentials(tls));
    return (socket) => injector.injectConnection(socket);
  }
}

function createCredentials(tls: MutualTls | null): ServerCredentials {
  if (tls === null) return ServerCredentials.createInsecure();
  const pair = { private_key: Buffer.from(tls.privateKeyPem), cert_chain: Buffer.from(tls.certificatePem) };
  // true: the connection fails unless the client proves the key of exactly this certificate.
  return ServerCredentials.createSsl(Buffer.from(tls.clientCertificatePem), [pair], true);
}

/** grpc-js's description of a service. */
function defineService(outline: ServiceOutline): ServiceDefinition {
  return Object.fromEntries(
    outline.methods.map((method) => [method.localName, defineMethod(outline, method)]),
  );
}

function defineMethod(outline: ServiceOutline, method: MethodOutline): MethodDefinition<unknown, unknown> {
  const { kind } = method;
  return {
    path: pathOf(outline, method),
    requestStream: kind === "client_streaming" || kind === "bidi_streaming",
    responseStream: kind === "server_streaming" || kind === "bidi_streaming",
    requestSerialize: asBuffer,
    requestDeserialize: (octets) => octets,
    responseSerialize: asBuffer,
    responseDeserialize: (octets) => octets,
  };
}

function asBuffer(message: unknown): Buffer {
  const octets = message as Uint8Array; // what handlers answer with
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength);
}

/** `/package.Service/Method` */
function pathOf({ typeName }: ServiceOutline, { name }: MethodOutline): string {
  return `/${typeName}/${name}`;
}
