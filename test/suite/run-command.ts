import { spawn } from "node:child_process";

export interface CommandEnd {
  readonly code: number;
  /** Both streams, as they came; empty when they were shown. */
  readonly output: string;
}

/** @param mode  `show` hands on what the command prints, `capture` keeps it */
export function runCommand(command: readonly string[], mode: "show" | "capture"): Promise<CommandEnd> {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { stdio: mode === "show" ? "inherit" : ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
