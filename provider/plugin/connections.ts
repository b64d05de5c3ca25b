import type { Socket } from "node:net";

/**
 * The connections of one listener. Those that arrive before the server is ready wait; after that each is handed on at
 * once. Says when the last one is gone, provided that a client ever called: on TCP a stranger may connect and be
 * refused, and that must not end the plugin.
 */
export class Connections {
  readonly #open = new Set<Socket>();
  readonly #waiting: Socket[] = [];
  readonly #onLastClosed: () => void;
  #accept: ((socket: Socket) => void) | null = null;
  #hasServed = false;

  constructor(onLastClosed: () => void) {
    this.#onLastClosed = onLastClosed;
  }

  /** Takes a fresh connection. */
  add(socket: Socket): void {
    this.#open.add(socket);
    // A connection that breaks is reported to calls by their own signal; unhandled, its error would end the process.
    socket.on("error", () => socket.destroy());
    socket.once("close", () => this.#remove(socket));
    if (this.#accept === null) this.#waiting.push(socket);
    else this.#accept(socket);
  }

  /** Hands on all that wait and all that come. */
  serveBy(accept: (socket: Socket) => void): void {
    this.#accept = accept;
    for (const socket of this.#waiting.splice(0)) accept(socket);
  }

  /** To be told of every call: from the first on, the end of the last connection counts. */
  markServed(): void {
    this.#hasServed = true;
  }

  get hasServed(): boolean {
    return this.#hasServed;
  }

  #remove(socket: Socket): void {
    this.#open.delete(socket);
    if (this.#open.size === 0 && this.#hasServed) this.#onLastClosed();
  }
}
