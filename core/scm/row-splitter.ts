const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** Depth of a row's own braces: within the answer's object and its list. */
const ROW_DEPTH = 3;
/** Longer rows are passed over: none that SCM's own fields allow comes near. */
const LONGEST_ROW_BYTES = 4 * 1024 * 1024;
/** What is kept of them, to tell which ones they are. */
const HEAD_BYTES = 4_096;

/**
 * Cuts `{"…": …, "<member>": [row, row, …], …}` into the JSON of its rows while it arrives, so that an answer of any
 * length takes the memory of a few rows. It looks at brackets and strings only; whether a row is right is the reader's
 * question.
 */
export class RowSplitter {
  readonly #member: Buffer;
  /** Bytes of a row, or of the answer's own members, that the next chunk goes on with. */
  #pending: Buffer = Buffer.alloc(0);
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #stringStart = -1;
  /** Whether the last string of the answer's own level was the member's name. */
  #isNamed = false;
  #isInRows = false;
  #isEnded = false;
  /** Whether the row under way is passed over. */
  #isPassing = false;
  #heads: Buffer[] = [];

  constructor(member: string) {
    this.#member = Buffer.from(member);
  }

  /** Whether the answer was whole: its last bracket has come. */
  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** Whether a name of the answer's own level does not end. */
  get isStuck(): boolean {
    return this.#pending.length > LONGEST_ROW_BYTES;
  }

  /** How rows begin that were too long and are passed over. */
  get passedOver(): readonly Buffer[] {
    return this.#heads;
  }

  /** The rows that this chunk completes, as octets of JSON, valid until the next call. */
  push(chunk: Uint8Array): Buffer[] {
    const fresh = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const kept = this.#pending.length;
    const bytes = kept === 0 ? fresh : Buffer.concat([this.#pending, fresh]);
    const rows: Buffer[] = [];
    let rowStart = this.#isInRow() ? 0 : -1;
    for (let at = kept; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (this.#isInString) {
        this.#readString(bytes, at);
      } else if (byte === QUOTE) {
        this.#isInString = true;
        this.#stringStart = at;
      } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        if (this.#open(byte)) rowStart = at;
      } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        if (this.#close()) this.#take(bytes.subarray(rowStart, at + 1), rows);
      }
    }
    this.#keep(bytes, rowStart);
    return rows;
  }

  #take(row: Buffer, rows: Buffer[]): void {
    if (row.length > LONGEST_ROW_BYTES && !this.#isPassing) this.#passOver(row);
    if (!this.#isPassing) rows.push(row);
    this.#isPassing = false;
  }

  #passOver(row: Buffer): void {
    this.#isPassing = true;
    this.#heads.push(Buffer.from(row.subarray(0, HEAD_BYTES)));
  }

  #isInRow(): boolean {
    return this.#isInRows && this.#depth >= ROW_DEPTH;
  }

  #readString(bytes: Buffer, at: number): void {
    const byte = bytes[at];
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) {
      this.#isInString = false;
      if (this.#depth === 1) this.#isNamed = bytes.subarray(this.#stringStart + 1, at).equals(this.#member);
    }
  }

  /** @returns whether a row begins here */
  #open(byte: number): boolean {
    this.#depth += 1;
    if (this.#depth === 2) this.#isInRows = byte === OPEN_BRACKET && this.#isNamed;
    return this.#isInRows && this.#depth === ROW_DEPTH && byte === OPEN_BRACE;
  }

  /** @returns whether a row ends here */
  #close(): boolean {
    const isRow = this.#isInRows && this.#depth === ROW_DEPTH;
    this.#depth -= 1;
    if (this.#depth === 1) this.#isInRows = false;
    if (this.#depth === 0) this.#isEnded = true;
    return isRow;
  }

  /** Keeps a row that is not whole, or a name that is not. */
  #keep(bytes: Buffer, rowStart: number): void {
    const isInRow = this.#isInRow();
    if (isInRow && !this.#isPassing && bytes.length - rowStart > LONGEST_ROW_BYTES)
      this.#passOver(bytes.subarray(rowStart));
    const isKept = !isInRow || !this.#isPassing;
    const start = isInRow ? rowStart : this.#isInString ? this.#stringStart : bytes.length;
    const from = isKept ? start : bytes.length;
    // A copy, since the chunk's memory may be used again.
    this.#pending = Buffer.from(bytes.subarray(from));
    this.#stringStart -= from;
  }
}
