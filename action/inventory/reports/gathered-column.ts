import { plainText } from "../../../core/index.ts";
import type { PageValue } from "./page-data.ts";

/** Values that are made text at a time. */
const PIECE = 5_000;
/** Rows after which a column is looked at: whether its rows share values; then after twice as many, and so on. */
const FIRST_LOOK = 16_384;

/** One column of the page, gathered row by row and held about as small as it is written: as a `PageColumn` in JSON. */
export class GatheredColumn {
  #shared = new SharedValues();
  #single: SingleValues | null = null;
  #isEmpty = true;

  add(value: PageValue): void {
    if (value !== null) this.#isEmpty = false;
    if (this.#single === null) this.#shared.add(value);
    else this.#single.add(value);
    if (this.#shared.isDueForALook && !this.#shared.areFew) this.#part();
  }

  /** Whether no row has anything in it. */
  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  /** In pieces. Each different value once where many rows share it. What readers would act on, or not see, is taken apart. */
  json(): Iterable<string> {
    if (this.#single === null && this.#shared.areFew) return this.#shared.json();
    return (this.#single ?? this.#part()).json();
  }

  /** From now on each row has a value of its own. */
  #part(): SingleValues {
    const single = new SingleValues();
    for (const value of this.#shared.rows()) single.add(value);
    this.#shared = new SharedValues();
    this.#single = single;
    return single;
  }
}

/** Each different value once, and a number for each row. */
class SharedValues {
  readonly #codeOf = new Map<PageValue, number>();
  #codes = new Uint32Array(FIRST_LOOK);
  #rows = 0;

  add(value: PageValue): void {
    const code = this.#codeOf.get(value) ?? this.#codeOf.size;
    this.#codeOf.set(value, code);
    if (this.#rows === this.#codes.length) {
      const wider = new Uint32Array(2 * this.#rows);
      wider.set(this.#codes);
      this.#codes = wider;
    }
    this.#codes[this.#rows] = code;
    this.#rows += 1;
  }

  /** When there is room for no more. */
  get isDueForALook(): boolean {
    return this.#rows === this.#codes.length;
  }

  get areFew(): boolean {
    return this.#codeOf.size * 2 < this.#rows;
  }

  *rows(): Iterable<PageValue> {
    const values = [...this.#codeOf.keys()];
    for (const code of this.#codes.subarray(0, this.#rows)) yield values[code] ?? null;
  }

  *json(): Iterable<string> {
    yield '"values":[';
    yield* piecesOf([...this.#codeOf.keys()], textOf);
    yield '],"codes":[';
    yield* piecesOf(this.#codes.subarray(0, this.#rows), (codes) => codes.join());
    yield "]";
  }
}

/** Text as soon as there are enough: as octets it is far smaller than as values. */
class SingleValues {
  readonly #pieces: Buffer[] = [];
  #last: PageValue[] = [];

  add(value: PageValue): void {
    this.#last.push(value);
    if (this.#last.length < PIECE) return;
    this.#pieces.push(Buffer.from(textOf(this.#last)));
    this.#last = [];
  }

  *json(): Iterable<string> {
    yield '"values":[';
    for (const [index, text] of this.#pieces.entries()) yield `${index === 0 ? "" : ","}${text}`;
    if (this.#last.length > 0) yield `${this.#pieces.length === 0 ? "" : ","}${textOf(this.#last)}`;
    yield "]";
  }
}

function* piecesOf<List extends readonly PageValue[] | Uint32Array>(
  list: List,
  text: (piece: List) => string,
): Iterable<string> {
  for (let start = 0; start < list.length; start += PIECE)
    yield `${start === 0 ? "" : ","}${text(list.slice(start, start + PIECE) as List)}`; // a part of the same kind
}

/** Members of a list in JSON. */
function textOf(values: readonly PageValue[]): string {
  return JSON.stringify(values.map(harmless)).slice(1, -1);
}

function harmless(value: PageValue): PageValue {
  return typeof value === "string"
    ? value
        .split("\n")
        .map((line) => plainText(line, line.length))
        .join("\n")
    : value;
}
