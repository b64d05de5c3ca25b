/** Messages from one who speaks to one who listens, in order, until the end. Not bounded: for a few lines of text. */
export class MessageQueue implements AsyncIterable<string> {
  readonly #waiting: string[] = [];
  #hasEnded = false;
  #wake: () => void = () => undefined;

  add(message: string): void {
    this.#waiting.push(message);
    this.#wake();
  }

  end(): void {
    this.#hasEnded = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    for (;;) {
      const next = this.#waiting.shift();
      if (next !== undefined) yield next;
      else if (this.#hasEnded) return;
      else await this.#more();
    }
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
