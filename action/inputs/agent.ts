import { isAbsolute } from "node:path";
import type { KeySpec } from "../../core/index.ts";
import { durationMs, fieldsOf, flagOf, inputFault, type ReadInput, textOrNull, wordOf } from "./forms.ts";

/** Kinds of keys that can be made here. */
const KEYS: Readonly<Record<string, KeySpec>> = {
  "ec-p256": { algorithm: "EC", curve: "P-256" },
  "ec-p384": { algorithm: "EC", curve: "P-384" },
  "ec-p521": { algorithm: "EC", curve: "P-521" },
  "rsa-2048": { algorithm: "RSA", bits: 2048 },
  "rsa-3072": { algorithm: "RSA", bits: 3072 },
  "rsa-4096": { algorithm: "RSA", bits: 4096 },
};

/** Where certificates live on the host, and what to do there. */
export interface AgentInputs {
  readonly key: KeySpec;
  readonly commonName: string;
  /** Absolute, on this host; null: the output directory in the workspace. */
  readonly directory: string | null;
  readonly pkcs12Password: string | null;
  /** What to do where an earlier run has handed a certificate on whose key is gone; counts without a directory on the host. */
  readonly onLostKey: "fail" | "enroll";
  /** Whether keys outlive the job. */
  readonly keepsKey: boolean;
  /** Program and arguments; null runs nothing. */
  readonly hook: readonly [string, ...string[]] | null;
  readonly hookTimeoutMs: number;
  /** Details of the location to record in SCM; null records none. */
  readonly location: Readonly<Record<string, string>> | null;
  readonly endpoint: Endpoint | null;
  readonly endpointTimeoutMs: number;
}

/** A TLS server that is to serve the certificate. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** Null when no key is to be made here. */
export function readAgent(read: ReadInput): AgentInputs | null {
  const word = textOrNull(read, "key");
  if (word === null) return null;
  const key = KEYS[word.toLowerCase()];
  if (key === undefined)
    throw inputFault(
      "key",
      `${JSON.stringify(word)} is not known`,
      `Choose one of ${Object.keys(KEYS).join(", ")}.`,
    );
  if (textOrNull(read, "csr") !== null)
    throw inputFault(
      "key",
      "it is given together with csr",
      "Keep one: a key made here, or a request made elsewhere.",
    );
  const directory = directoryOf(read);
  const location = fieldsOf(read, "location");
  return {
    ...{ key, directory, commonName: needed(read, "common-name") },
    pkcs12Password: textOrNull(read, "pkcs12-password"),
    onLostKey: wordOf(read, "on-lost-key", ["fail", "enroll"]),
    keepsKey: flagOf(read, "keep-key") ?? directory !== null,
    hook: hookOf(read("hook")),
    hookTimeoutMs: durationMs(read, "hook-timeout") ?? 60_000,
    location: Object.keys(location).length === 0 ? null : location,
    endpoint: endpointOf(textOrNull(read, "endpoint")),
    endpointTimeoutMs: durationMs(read, "endpoint-timeout") ?? 30_000,
  };
}

/**
 * The program and its arguments, one per line and as they stand there: with hashes and blanks, and empty ones. What YAML puts
 * at the end of a block is not an argument.
 */
function hookOf(text: string): AgentInputs["hook"] {
  if (text.trim() === "") return null;
  const lines = text
    .replaceAll("\r\n", "\n")
    .replace(/^\s*\n/, "")
    .replace(/\n$/, "")
    .split("\n");
  const [program = "", ...args] = lines;
  return [program.trim(), ...args];
}

function needed(read: ReadInput, name: string): string {
  const text = textOrNull(read, name);
  if (text !== null) return text;
  throw inputFault(
    name,
    "it is empty, and a key is to be made here",
    `Set ${name}, or leave key out and give a csr.`,
  );
}

function directoryOf(read: ReadInput): string | null {
  const directory = textOrNull(read, "agent-directory");
  if (directory !== null && !isAbsolute(directory))
    throw inputFault(
      "agent-directory",
      "it is not absolute",
      "Give the whole path on the host, or use output-directory.",
    );
  if (directory === null && textOrNull(read, "output-directory") === null)
    throw inputFault(
      "key",
      "nothing says where the key goes",
      "Set agent-directory on a host, or output-directory.",
    );
  return directory;
}

function endpointOf(text: string | null): Endpoint | null {
  if (text === null) return null;
  const [, host, port] = /^\[?([^\s[\]]+?)\]?:(\d{1,5})$/.exec(text) ?? [];
  if (host !== undefined && Number(port) >= 1 && Number(port) <= 65_535) return { host, port: Number(port) };
  throw inputFault(
    "endpoint",
    `${JSON.stringify(text)} is not an endpoint`,
    "Write host:port, such as shop.example.test:443.",
  );
}
