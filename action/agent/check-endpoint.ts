import { createHash } from "node:crypto";
import { isIP } from "node:net";
import { connect } from "node:tls";
import { type Clock, quoted, StateError, watch } from "../../core/index.ts";
import type { Endpoint } from "../inputs/agent.ts";

const PAUSE_MS = 500;
const HANDSHAKE_MS = 5000;
/** For one look, however short the time. */
const LEAST_MS = 1000;

interface ExpectedEndpoint {
  readonly endpoint: Endpoint;
  /** Name that the server is asked by. */
  readonly serverName: string;
  /** SHA-256 of the certificate that it must serve, lower-case hex. */
  readonly fingerprint: string;
  readonly timeoutMs: number;
}

/**
 * Waits until a TLS server serves a certificate. Servers that reload take a moment, so it looks again until the time is over.
 * @throws StateError `state.endpoint` with what was found instead; CancelledError when the step is stopped
 */
export async function checkEndpoint(
  expected: ExpectedEndpoint,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<void> {
  const { endpoint, fingerprint, timeoutMs } = expected;
  const deadline = new Date(clock.now().getTime() + Math.max(timeoutMs, LEAST_MS));
  const guard = watch(`check the endpoint ${placeOf(endpoint)}`, { signal, deadline }, clock);
  let found = "no answer in time";
  try {
    for (;;) {
      // A look that the end cuts off has found nothing; what the one before has found is told.
      found = (await servedBy(expected, guard.signal)) ?? found;
      if (found === fingerprint) return;
      await clock.wait(PAUSE_MS, guard.signal);
    }
  } catch (thrown) {
    const isOver = guard.signal.aborted && !signal.aborted;
    throw isOver ? notServed(expected, found) : thrown;
  } finally {
    guard.release();
  }
}

function notServed({ endpoint, serverName }: ExpectedEndpoint, found: string): StateError {
  const what = /^[0-9a-f]{64}$/.test(found)
    ? `it serves another certificate (SHA-256 ${found})`
    : `no TLS (${found})`;
  return new StateError(`check the endpoint ${placeOf(endpoint)} for ${quoted(serverName)}: ${what}`, {
    code: "state.endpoint",
    path: "endpoint",
    hint: "Check that the hook makes the server load the files again, and that the server reads them from this directory.",
  });
}

function placeOf({ host, port }: Endpoint): string {
  return quoted(`${host}:${port}`);
}

/** Fingerprint of what is served, or the system's word for why nothing is; null when the signal ends the look. */
function servedBy(
  { endpoint: { host, port }, serverName }: ExpectedEndpoint,
  signal: AbortSignal,
): Promise<string | null> {
  return new Promise((resolve) => {
    // Whether the certificate is trusted is not the question here, only which one it is.
    const name = isIP(serverName) === 0 && !serverName.startsWith("*.") ? { servername: serverName } : {};
    const socket = connect({ host, port, ...name, rejectUnauthorized: false });
    const stop = (): void => end(null);
    const end = (found: string | null): void => {
      signal.removeEventListener("abort", stop);
      socket.destroy();
      resolve(found);
    };
    signal.addEventListener("abort", stop, { once: true });
    socket.setTimeout(HANDSHAKE_MS, () => end("no answer in time"));
    socket.once("error", (error: NodeJS.ErrnoException) => end(error.code ?? "an error"));
    socket.once("secureConnect", () => {
      const { raw } = socket.getPeerCertificate();
      end(raw === undefined ? "no certificate" : createHash("sha256").update(raw).digest("hex"));
    });
  });
}
