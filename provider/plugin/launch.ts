/** Environment as the operating system gives it; passed in, so that the reading is a pure function. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A handshake that is not secret: it only tells a client from a person who started the file by hand. */
export interface Cookie {
  readonly key: string;
  readonly value: string;
}

/** How this process was started, and what the starter asks for. */
export type Launch =
  /** By a go-plugin client. */
  | {
      readonly by: "client";
      /** PEM; null when the client wants no TLS. */
      readonly clientCertificatePem: string | null;
      /** The client asks which listeners share one connection, so the handshake line has a seventh field. */
      readonly wantsMultiplexField: boolean;
    }
  /** By a developer with the debug flag: no TLS, no cookie, the client attaches to what we print. */
  | { readonly by: "developer" }
  /** By a person who expects a command line tool. */
  | { readonly by: "mistake" };

/**
 * @param input.args  arguments after the program's name
 * Source: hashicorp/go-plugin, server.go and client.go; the flag is the convention of Go's plugin SDKs.
 */
export function readLaunch(input: {
  readonly args: readonly string[];
  readonly environment: Environment;
  readonly cookie: Cookie;
}): Launch {
  if (input.args.some((arg) => arg === "-debug" || arg === "--debug")) return { by: "developer" };
  if (input.environment[input.cookie.key] !== input.cookie.value) return { by: "mistake" };
  const certificate = input.environment.PLUGIN_CLIENT_CERT;
  return {
    by: "client",
    clientCertificatePem: certificate === undefined || certificate === "" ? null : certificate,
    wantsMultiplexField: (input.environment.PLUGIN_MULTIPLEX_GRPC ?? "") !== "",
  };
}
