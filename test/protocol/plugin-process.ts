import { type ChildProcess, spawn } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { createInterface } from "node:readline";
import type { ClientIdentity } from "./auto-mtls.ts";

/** How to start a plugin, as a go-plugin client does. */
export interface PluginStart {
  readonly command: string;
  readonly args?: readonly string[];
  readonly cookie: { readonly key: string; readonly value: string };
  /** null = the user switched TLS off. */
  readonly client: ClientIdentity | null;
  readonly environment?: Readonly<Record<string, string>>;
  readonly workingDirectory?: string;
}

/** The six fields of the one line on stdout, taken apart as go-plugin's client does. */
export interface HandshakeLine {
  readonly text: string;
  readonly protocolVersion: number;
  readonly network: string;
  readonly address: string;
  readonly transport: string;
  /** PEM; null when the field is empty. */
  readonly certificatePem: string | null;
  readonly fieldCount: number;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A plugin that runs, or ran. */
export interface PluginProcess {
  readonly child: ChildProcess;
  /** The first line on stdout; rejects with stderr's text when the process ends before it. */
  readonly handshake: Promise<HandshakeLine>;
  /** Resolves when the process has ended and both pipes are at their end, which is what Terraform waits for. */
  readonly ended: Promise<Exit>;
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
}

/** Environment of Terraform 1.11 for its providers; the rest of ours is inherited, as Terraform does. */
export function startPlugin(start: PluginStart): PluginProcess {
  const child = spawn(start.command, [...(start.args ?? [])], {
    cwd: start.workingDirectory,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      [start.cookie.key]: start.cookie.value,
      PLUGIN_PROTOCOL_VERSIONS: "5,6",
      PLUGIN_MIN_PORT: "10000",
      PLUGIN_MAX_PORT: "25000",
      ...(start.client === null ? {} : { PLUGIN_CLIENT_CERT: start.client.certificatePem }),
      ...start.environment,
    },
  });
  return observe(child);
}

/** Takes an already started child in hand. */
export function observe(child: ChildProcess): PluginProcess {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error("the plugin must be started with both pipes");
  const out: string[] = [];
  const err: string[] = [];
  createInterface({ input: stderr }).on("line", (line) => err.push(line));
  const ended = new Promise<Exit>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
  const handshake = new Promise<HandshakeLine>((resolve, reject) => {
    createInterface({ input: stdout }).on("line", (line) => {
      out.push(line);
      if (out.length > 1) return;
      try {
        resolve(readHandshake(line));
      } catch (failure) {
        reject(failure);
      }
    });
    ended.then(
      (exit) => reject(new Error(`ended before the handshake: ${JSON.stringify(exit)}\n${err.join("\n")}`)),
      reject,
    );
  });
  // Whoever does not wait for the handshake is not interested in its absence.
  handshake.catch(() => undefined);
  return { child, handshake, ended, stdout: out, stderr: err };
}

/** Source: hashicorp/go-plugin, client.go: fields by `|`, certificate as unpadded base64 of DER. */
function readHandshake(text: string): HandshakeLine {
  const fields = text.trim().split("|");
  const [core, protocol, network = "", address = "", transport = "", certificate = ""] = fields;
  if (core !== "1") throw new Error(`unrecognized plugin message: ${text}`);
  if (certificate.includes("="))
    throw new Error("the certificate is padded base64, which Go's decoder refuses");
  return {
    text,
    protocolVersion: Number(protocol),
    network,
    address,
    transport,
    // Shorter ones are no certificates to go-plugin.
    certificatePem:
      certificate.length > 50 ? new X509Certificate(Buffer.from(certificate, "base64")).toString() : null,
    fieldCount: fields.length,
  };
}
