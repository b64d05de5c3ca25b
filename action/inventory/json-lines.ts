import { quoted } from "../../core/index.ts";

/** A step from a value to one inside of it: a member's name, or a place in a list from 0. */
export type JsonStep = string | number;

/** What is wrong with the text, and in which line. */
interface JsonFault {
  /** From 1. */
  readonly line: number;
  /** A sentence without its full stop. */
  readonly found: string;
}

/** Where each value of a JSON text begins. Source: RFC 8259. */
interface JsonLines {
  /** Null where the text is valid JSON and names no member of an object twice. */
  readonly fault: JsonFault | null;
  /** Line, from 1, of a value, or of the nearest one around it that there is; a member's is that of its name. */
  readonly lineOf: (path: readonly JsonStep[]) => number;
}

/** A string whole, a number or word, or one sign; what no token matches is the fault. Blanks before it are RFC 8259's own. */
const TOKEN =
  /[ \t\r\n]*(?:("(?:[^"\\]|\\.)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([[\]{},:]))/sy;

/** Deeper than any file of ours; what is deeper would overflow the stack. */
const DEEPEST = 200;

const WRONG_TEXT = "a text has no quote at its end, or a line break or an escape that JSON does not have";

/** Reads a JSON text for the sake of its lines: JSON.parse tells no position in most of its faults. Pure. */
export function jsonLines(text: string): JsonLines {
  const lines = new Map<string, number>();
  const scan = new Scan(text, lines);
  const fault = scan.document();
  return {
    fault,
    lineOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const line = lines.get(keyOf(path.slice(0, length)));
        if (line !== undefined) return line;
      }
      return lines.get(keyOf([])) ?? 1;
    },
  };
}

const keyOf = (path: readonly JsonStep[]): string => JSON.stringify(path);

interface Token {
  readonly kind: "string" | "literal" | "sign" | "end" | "other";
  readonly text: string;
  readonly line: number;
}

class Unreadable extends Error {
  readonly line: number;

  constructor(found: string, line: number) {
    super(found);
    this.line = line;
  }
}

class Scan {
  readonly #text: string;
  readonly #lines: Map<string, number>;
  #at = 0;
  #line = 1;
  #token: Token = { kind: "end", text: "", line: 1 };

  constructor(text: string, lines: Map<string, number>) {
    this.#text = text;
    this.#lines = lines;
  }

  document(): JsonFault | null {
    try {
      this.#next();
      this.#value([]);
      if (this.#token.kind !== "end") throw this.#unexpected("the end of the file");
      return null;
    } catch (thrown) {
      if (thrown instanceof Unreadable) return { line: thrown.line, found: thrown.message };
      throw thrown;
    }
  }

  #value(path: readonly JsonStep[]): void {
    const { kind, text, line } = this.#token;
    if (!this.#lines.has(keyOf(path))) this.#lines.set(keyOf(path), line);
    if (path.length > DEEPEST) throw new Unreadable(`it is nested more than ${DEEPEST} deep`, line);
    const seen = new Set<string>();
    if (this.#is("{")) this.#items("}", () => this.#member(path, seen));
    else if (this.#is("[")) this.#items("]", (index) => this.#value([...path, index]));
    else if (kind === "string") this.#string(text);
    else if (kind !== "literal") throw this.#unexpected("a value");
    this.#next();
  }

  /** What stands between brackets, with commas between; stays at the bracket that ends it. */
  #items(end: string, read: (index: number) => void): void {
    this.#next();
    for (let index = 0; !(index === 0 && this.#is(end)); index += 1) {
      read(index);
      if (this.#is(end)) return;
      if (!this.#is(",")) throw this.#unexpected(`"," or "${end}"`);
      this.#next();
    }
  }

  #member(path: readonly JsonStep[], seen: Set<string>): void {
    const { kind, text, line } = this.#token;
    if (kind !== "string") throw this.#unexpected("a member's name in quotes");
    const name = this.#string(text);
    if (seen.has(name)) throw new Unreadable(`it names the member ${text} of one object twice`, line);
    seen.add(name);
    this.#lines.set(keyOf([...path, name]), line);
    this.#next();
    if (!this.#is(":")) throw this.#unexpected('":"');
    this.#next();
    this.#value([...path, name]);
  }

  #string(text: string): string {
    try {
      return String(JSON.parse(text));
    } catch {
      // Its only fault can be what stands inside of the quotes.
      throw new Unreadable(`it is not valid JSON: ${WRONG_TEXT}`, this.#token.line);
    }
  }

  #is(sign: string): boolean {
    return this.#token.kind === "sign" && this.#token.text === sign;
  }

  #unexpected(wanted: string): Unreadable {
    const { kind, text, line } = this.#token;
    if (kind === "other" && text === '"') return new Unreadable(`it is not valid JSON: ${WRONG_TEXT}`, line);
    const found = kind === "end" ? "the file ends" : `${quoted(text)} stands`;
    return new Unreadable(`it is not valid JSON: ${found} where ${wanted} is due`, line);
  }

  #next(): void {
    TOKEN.lastIndex = this.#at;
    const [, string, literal, sign] = TOKEN.exec(this.#text) ?? [];
    const begin = this.#at + (/^[ \t\r\n]*/.exec(this.#text.slice(this.#at))?.[0].length ?? 0);
    const text =
      string ?? literal ?? sign ?? /^(?:[\p{L}\d_.+-]+|.?)/u.exec(this.#text.slice(begin))?.[0] ?? "";
    this.#line = this.#lineAt(begin);
    this.#token = { kind: kindOf({ string, literal, sign, text }), text, line: this.#line };
    this.#line = this.#lineAt(begin + text.length);
  }

  /** Counts on from what was read last. */
  #lineAt(end: number): number {
    const passed = this.#text.slice(this.#at, end).split("\n").length - 1;
    this.#at = end;
    return this.#line + passed;
  }
}

function kindOf(
  of: Readonly<Record<"string" | "literal" | "sign" | "text", string | undefined>>,
): Token["kind"] {
  if (of.string !== undefined) return "string";
  if (of.literal !== undefined) return "literal";
  if (of.sign !== undefined) return "sign";
  return of.text === "" ? "end" : "other";
}
