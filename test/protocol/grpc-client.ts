import type {
  DescMessage,
  DescMethod,
  DescService,
  MessageInitShape,
  MessageShape,
} from "@bufbuild/protobuf";
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import {
  Client,
  type ClientDuplexStream,
  type ClientReadableStream,
  credentials,
  type ServiceError,
} from "@grpc/grpc-js";
import type { ClientIdentity } from "./auto-mtls.ts";
import type { HandshakeLine } from "./plugin-process.ts";

/** Unary methods of a service, by local name. */
type Unary<S extends DescService> = {
  [K in keyof S["method"] as S["method"][K]["methodKind"] extends "unary" ? K : never]: S["method"][K];
};

export interface CallOptions {
  readonly signal?: AbortSignal;
}

/**
 * The client's end of a connection to a plugin: verifies the server against the certificate of the handshake line and
 * nothing else, and sends its own.
 */
export class PluginConnection {
  readonly #client: Client;

  constructor(handshake: HandshakeLine, client: ClientIdentity | null) {
    const secure = handshake.certificatePem !== null && client !== null;
    this.#client = new Client(
      handshake.network === "unix" ? `unix:${handshake.address}` : handshake.address,
      secure
        ? credentials.createSsl(
            Buffer.from(handshake.certificatePem),
            Buffer.from(client.privateKeyPem),
            Buffer.from(client.certificatePem),
          )
        : credentials.createInsecure(),
      {
        "grpc.ssl_target_name_override": "localhost",
        "grpc.default_authority": "localhost",
        "grpc.max_receive_message_length": -1,
        "grpc.max_send_message_length": -1,
        "grpc.enable_http_proxy": 0,
        // Each connection for itself, and none that comes back by itself.
        "grpc.use_local_subchannel_pool": 1,
      },
    );
  }

  /** Calls a unary method. @throws ServiceError with gRPC's code when the plugin refuses */
  call<S extends DescService, K extends keyof Unary<S> & string>(
    service: S,
    method: K,
    request: MessageInitShape<Unary<S>[K]["input"]>,
    { signal }: CallOptions = {},
  ): Promise<MessageShape<Unary<S>[K]["output"]>> {
    // `as`: the index type of a generic service is lost here; the signature above keeps it for the caller.
    const description = service.method[method] as DescMethod;
    return new Promise((resolve, reject) => {
      const call = this.#client.makeUnaryRequest(
        pathOf(description),
        encodeAs(description.input),
        (octets: Buffer) => fromBinary(description.output, octets),
        request,
        (error: ServiceError | null, answer?: unknown) => {
          if (error === null) resolve(answer as MessageShape<Unary<S>[K]["output"]>);
          else reject(error);
        },
      );
      signal?.addEventListener("abort", () => call.cancel(), { once: true });
    });
  }

  /** Opens a stream of answers to one request. */
  openStream(method: DescMethod, request: object = {}): ClientReadableStream<unknown> {
    return this.#client.makeServerStreamRequest(
      pathOf(method),
      encodeAs(method.input),
      (octets: Buffer) => fromBinary(method.output, octets),
      request,
    );
  }

  /** Opens a stream both ways. */
  openDuplex(method: DescMethod): ClientDuplexStream<object, unknown> {
    return this.#client.makeBidiStreamRequest(pathOf(method), encodeAs(method.input), (octets: Buffer) =>
      fromBinary(method.output, octets),
    );
  }

  /** Sends one call's octets as they are, to see what a plugin does with what is no message. */
  callRaw(path: string, octets: Buffer): Promise<Buffer> {
    const asIs = (value: Buffer): Buffer => value;
    return new Promise((resolve, reject) => {
      this.#client.makeUnaryRequest(
        path,
        asIs,
        asIs,
        octets,
        (error: ServiceError | null, answer?: Buffer) => {
          if (error === null && answer !== undefined) resolve(answer);
          else reject(error);
        },
      );
    });
  }

  close(): void {
    this.#client.close();
  }
}

export function pathOf(method: DescMethod): string {
  return `/${method.parent.typeName}/${method.name}`;
}

function encodeAs(schema: DescMessage): (message: unknown) => Buffer {
  return (message) =>
    Buffer.from(toBinary(schema, create(schema, message as MessageInitShape<typeof schema>)));
}
