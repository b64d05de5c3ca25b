import { createHash } from "node:crypto";
import { isIP } from "node:net";
import { connect } from "node:tls";
import { type Clock, quoted, StateError } from "../../core/index.ts";
import type { Endpoint } from "../inputs/agent.ts";

const PAUSE_MS = 500;
const HANDSHAKE_MS = 5000;

export interface ExpectedEndpoint {
  readonly endpoint: Endpoint;
  /** Name that the server is asked by. */
  readonly serverName: string;
  /** SHA-256 of the certificate that it must serve, lower-case hex. */
  readonly fingerprint: string;
  readonly timeoutMs: number;
}

/**
 * Waits until a TLS server serves a certificate. Servers that reload take a moment, so it looks again until the time is over.
 * @throws StateError `state.endpoint` with what was found instead
 */
export async function checkEndpoint(
  { endpoint, serverName, fingerprint, timeoutMs }: ExpectedEndpoint,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<void> {
  let found = await servedBy(endpoint, serverName);
  for (let waitedMs = 0; found !== fingerprint && waitedMs < timeoutMs; waitedMs += PAUSE_MS) {
    await clock.wait(PAUSE_MS, signal);
    found = await servedBy(endpoint, serverName);
  }
  if (found === fingerprint) return;
  const place = quoted(`${endpoint.host}:${endpoint.port}`);
  const what = /^[0-9a-f]{64}$/.test(found)
    ? `it serves another certificate (SHA-256 ${found})`
    : `no TLS (${found})`;
  throw new StateError(`check the endpoint ${place} for ${quoted(serverName)}: ${what}`, {
    code: "state.endpoint",
    path: "endpoint",
    hint: "Check that the hook makes the server load the files again, and that the server reads them from this directory.",
  });
}

/** Fingerprint of what is served, or the system's word for why nothing is. */
function servedBy({ host, port }: Endpoint, serverName: string): Promise<string> {
  return new Promise((resolve) => {
    // Whether the certificate is trusted is not the question here, only which one it is.
    const name = isIP(serverName) === 0 && !serverName.startsWith("*.") ? { servername: serverName } : {};
    const socket = connect({ host, port, ...name, rejectUnauthorized: false });
    const end = (found: string): void => {
      socket.destroy();
      resolve(found);
    };
    socket.setTimeout(HANDSHAKE_MS, () => end("no answer in time"));
    socket.once("error", (error: NodeJS.ErrnoException) => end(error.code ?? "an error"));
    socket.once("secureConnect", () => {
      const { raw } = socket.getPeerCertificate();
      end(raw === undefined ? "no certificate" : createHash("sha256").update(raw).digest("hex"));
    });
  });
}
