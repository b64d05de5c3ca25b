import { closeSync, openSync, writeSync } from "node:fs";
import { devNull } from "node:os";
import type { ListenerAddress } from "./socket.ts";

/** What the one line on stdout tells the client. */
interface Handshake {
  /** Version of the application's protocol, between the plugin and its client. */
  readonly protocolVersion: number;
  readonly address: ListenerAddress;
  /** DER; null without TLS. */
  readonly certificateDer: Uint8Array | null;
  readonly hasMultiplexField: boolean;
}

/** Version of the handshake itself; go-plugin has had no other. */
const CORE_PROTOCOL = 1;

/**
 * `CORE|APP|NETWORK|ADDRESS|PROTOCOL|CERTIFICATE`, with newline. The certificate is base64 without padding, which the
 * client's decoder refuses. A seventh field only when asked for: clients before go-plugin 1.5 would take it for a part
 * of the certificate. Ours says that listeners don't share a connection.
 */
export function formatHandshake(handshake: Handshake): string {
  const certificate =
    handshake.certificateDer === null
      ? ""
      : Buffer.from(handshake.certificateDer).toString("base64").replace(/=+$/, "");
  const fields = [
    String(CORE_PROTOCOL),
    String(handshake.protocolVersion),
    handshake.address.network,
    handshake.address.text,
    "grpc",
    certificate,
    ...(handshake.hasMultiplexField ? ["false"] : []),
  ];
  return `${fields.join("|")}\n`;
}

/** What a developer exports so that the client attaches to a plugin that already runs. */
interface Reattachment {
  /** Environment variable that the client reads. */
  readonly variable: string;
  /** Names under which the client may look for the plugin. */
  readonly names: readonly string[];
  readonly protocolVersion: number;
  readonly processId: number;
  readonly address: ListenerAddress;
}

/**
 * A shell line, ready to copy. `Test` is always true: with false the client leaves the protocol version at 0 and takes
 * the plugin for one of an older protocol.
 */
export function formatReattachment(reattachment: Reattachment): string {
  const { address, names, processId, protocolVersion, variable } = reattachment;
  const one = {
    Protocol: "grpc",
    ProtocolVersion: protocolVersion,
    Pid: processId,
    Test: true,
    Addr: { Network: address.network, String: address.text },
  };
  const json = JSON.stringify(Object.fromEntries(names.map((name) => [name, one])));
  // Inside single quotes a shell takes everything as it is, except a single quote.
  return `export ${variable}='${json.replaceAll("'", "'\\''")}'\n`;
}

/** The only place in a plugin that writes to stdout. Synchronous, so that the line is out whatever follows. */
export function announce(line: string): void {
  writeSync(1, line);
}

/**
 * Ends our side of stdout: the client wants nothing on it after the handshake. Left open until the exit, its reader races
 * with the client's clean-up of the process and sometimes logs "error encountered while scanning stdout: file already
 * closed" (hashicorp/go-plugin, client.go waits for the end of stderr only).
 */
export function closeStdout(): void {
  closeSync(1);
  // The lowest free number is given out next: without a stand-in, some socket would become the process's stdout.
  openSync(devNull, "w");
}
