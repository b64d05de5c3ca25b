import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** What a proxy does; by default it opens every tunnel. */
export interface ProxyWishes {
  /** 0 takes a free one. */
  readonly port?: number;
  /** Demanded of whoever asks for a tunnel. */
  readonly username?: string;
  readonly password?: string;
  /** Answers CONNECT with this status instead of a tunnel. */
  readonly status?: number;
  /** Takes the question and never answers. */
  readonly hangs?: boolean;
  /** Speaks TLS itself; files with PEM. */
  readonly tls?: { readonly certFile: string; readonly keyFile: string };
}

const SCRIPT = new URL("./proxy-process.ts", import.meta.url).pathname;

/** A CONNECT proxy on loopback, in a process of its own; `await using` ends it. */
export class TestProxy {
  readonly #wishes: ProxyWishes;
  #child: ChildProcess | null = null;
  #port = 0;
  #tunnels: string[] = [];

  constructor(wishes: ProxyWishes) {
    this.#wishes = wishes;
  }

  /** The same while it is dead, and after it was revived. */
  get url(): string {
    return `${this.#wishes.tls === undefined ? "http" : "https"}://127.0.0.1:${this.#port}`;
  }

  /** `host:port` of every tunnel that was asked for, in order, over all its lives. */
  get tunnels(): readonly string[] {
    return this.#tunnels;
  }

  /** Starts it, again on the port that it had. */
  async start(): Promise<void> {
    const wishes = { ...this.#wishes, port: this.#port || (this.#wishes.port ?? 0) };
    const child = spawn(process.execPath, [SCRIPT, JSON.stringify(wishes)], {
      // Its standard input ends with this process, however that ends, and the proxy with it.
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#child = child;
    // A proxy that is killed takes no more signs.
    child.stdin?.on("error", () => undefined);
    this.#port = await new Promise<number>((resolve, reject) => {
      let text = "";
      child.once("exit", (code) => reject(new Error(`the proxy ended with ${code}`)));
      child.stdout?.on("data", (chunk: Buffer) => {
        const lines = (text + chunk.toString()).split("\n");
        text = lines.pop() ?? "";
        for (const line of lines) {
          const [word, value = ""] = line.split(" ");
          if (word === "PORT") resolve(Number(value));
          else {
            this.#tunnels.push(value);
            child.stdin?.write(".");
          }
        }
      });
    });
  }

  /** Ends it at once, with all its tunnels. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }

  forget(): void {
    this.#tunnels = [];
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.kill();
  }
}

export async function startProxy(wishes: ProxyWishes = {}): Promise<TestProxy> {
  const proxy = new TestProxy(wishes);
  await proxy.start();
  return proxy;
}
