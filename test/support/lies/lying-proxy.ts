import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { SeededRandom } from "../../fake-scm/random.ts";
import { LIE_NAMES, LIES, type LieName, type Told } from "./lies.ts";

/** A lie that was told, for the message of a test that fails. */
export interface ToldLie {
  readonly call: string;
  readonly lie: LieName;
}

export interface LyingProxyOptions {
  readonly seed: number;
  /** Of the API that it stands before. */
  readonly apiUrl: string;
  readonly foreignIds: readonly number[];
  /** Real milliseconds that a late answer takes. */
  readonly lateMs: number;
}

/** Stands before a fake SCM and lies in a share of the answers, drawn from a seed; passes each request on once. */
export class LyingProxy {
  readonly #random: SeededRandom;
  readonly #options: LyingProxyOptions;
  readonly #answers: { readonly call: string; readonly told: Told }[] = [];
  readonly #server = createServer((request, response) => {
    const answering = this.#answer(request, response)
      .catch(() => response.destroy())
      .finally(() => this.#open.delete(answering));
    this.#open.add(answering);
  });
  readonly #open = new Set<Promise<unknown>>();
  readonly lies: ToldLie[] = [];
  /** Share of the answers that are lies, 0 to 1. */
  rate = 0;
  /** This lie and no other, in each answer to that call; null: drawn by `rate`. */
  told: ToldLie | null = null;

  private constructor(options: LyingProxyOptions) {
    this.#options = options;
    this.#random = new SeededRandom(options.seed);
  }

  static async start(options: LyingProxyOptions): Promise<LyingProxy> {
    const proxy = new LyingProxy(options);
    await new Promise<void>((resolve) => proxy.#server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  /** In place of the API's own. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo; // it listens on an address
    return `http://127.0.0.1:${port}${new URL(this.#options.apiUrl).pathname}`;
  }

  /** Once no request is on its way to SCM or back, those included that the product has given up. */
  async settled(): Promise<void> {
    while (this.#open.size > 0) await Promise.all(this.#open);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = `${request.method} ${(request.url ?? "").replace(/\?.*/, "").replace(/\/\d+(?=\/|$)/g, "/{id}")}`;
    const honest = await this.#passOn(request);
    const { told, lie } = this.#draw(call, honest);
    this.#answers.push({ call, told: honest });
    if (lie !== null) this.lies.push({ call, lie });
    if (lie === "late") await wait(this.#options.lateMs);
    // A product that reads it would take the time of this machine for SCM's.
    response.sendDate = false;
    response.writeHead(told.status, { ...told.headers, "content-length": told.body.length });
    response.end(told.body);
  }

  async #passOn(request: IncomingMessage): Promise<Told> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const { host: _, connection: __, "content-length": ___, ...headers } = request.headers;
    const answer = await fetch(new URL(request.url ?? "/", this.#options.apiUrl), {
      method: request.method ?? "GET",
      headers: headers as Record<string, string>, // none of those that come twice is among them
      ...(pieces.length > 0 && { body: Buffer.concat(pieces) }),
    });
    const {
      connection: ____,
      "keep-alive": _____,
      "transfer-encoding": ______,
      ...kept
    } = Object.fromEntries(answer.headers);
    return { status: answer.status, headers: kept, body: Buffer.from(await answer.arrayBuffer()) };
  }

  #draw(call: string, honest: Told): { readonly told: Told; readonly lie: LieName | null } {
    const lie = this.told === null ? this.#drawLie() : this.told.call === call ? this.told.lie : null;
    if (lie === null) return { told: honest, lie: null };
    const those = (isSame: boolean) =>
      this.#answers.filter((answer) => (answer.call === call) === isSame).map(({ told }) => told);
    const told = LIES[lie](honest, {
      random: this.#random,
      otherAnswers: those(false),
      formerAnswers: those(true),
      foreignIds: this.#options.foreignIds,
    });
    return told === null ? { told: honest, lie: null } : { told, lie };
  }

  #drawLie(): LieName | null {
    const isMeant = this.#random.next() < this.rate;
    const lie = LIE_NAMES[this.#random.below(LIE_NAMES.length)];
    return isMeant && lie !== undefined ? lie : null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
