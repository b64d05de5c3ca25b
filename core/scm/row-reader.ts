import type * as z from "zod/mini";
import { type Decoded, type Decoder, isHtml, shapeFault } from "./answer.ts";
import { RowSplitter } from "./row-splitter.ts";

/** Takes rows as they arrive. Rejecting ends the call with that very error. */
export type RowConsumer<Row> = (rows: readonly Row[]) => Promise<void>;

/** What became of an answer that was read while it arrived. */
export interface RowsRead {
  readonly rows: number;
  readonly bytes: number;
  /** Rows of more than 4 MB, which were passed over: their ids, null where it does not stand at their beginning. */
  readonly passedOver: readonly (number | null)[];
}

/** Reads one answer piece by piece. `receive` says whether to go on; `decode` is asked at the end, and tells why not. */
export interface AnswerReader<T> {
  receive(chunk: Uint8Array): Promise<boolean>;
  readonly decode: Decoder<T>;
}

type Fault = Extract<Decoded<never>, { ok: false }>;

/** Before any member that has members itself. */
function idIn(head: Buffer): number | null {
  const id = /^\{[^{}]*?"id"\s*:\s*"?(\d+)/.exec(head.toString("latin1"))?.[1];
  return id === undefined ? null : Number(id);
}

function bad(slug: string, says: string): Fault {
  return { ok: false, slug, says };
}

/** Decodes rows by a schema and hands them on, some dozens at a time. */
class RowReader<Row> implements AnswerReader<RowsRead> {
  readonly #splitter: RowSplitter;
  readonly #schema: z.ZodMiniType<Row>;
  readonly #consume: RowConsumer<Row>;
  readonly #text = new TextDecoder("utf-8", { fatal: true });
  #rows = 0;
  #bytes = 0;
  #fault: Fault | undefined;
  /** What the consumer rejected with. */
  #thrown: { readonly error: unknown } | undefined;

  constructor(member: string, schema: z.ZodMiniType<Row>, consume: RowConsumer<Row>) {
    this.#splitter = new RowSplitter(member);
    this.#schema = schema;
    this.#consume = consume;
  }

  async receive(chunk: Uint8Array): Promise<boolean> {
    this.#bytes += chunk.length;
    const rows: Row[] = [];
    for (const octets of this.#splitter.push(chunk)) {
      const row = this.#read(octets);
      if (row.ok) rows.push(row.value);
      else this.#fault ??= row;
    }
    if (this.#splitter.isStuck) this.#fault ??= bad("shape", "the answer has a name of several megabytes");
    if (this.#fault !== undefined) return false;
    if (rows.length === 0) return true;
    try {
      await this.#consume(rows);
      return true;
    } catch (error) {
      this.#thrown = { error };
      return false;
    }
  }

  #read(octets: Buffer): Decoded<Row> {
    this.#rows += 1;
    const place = `row ${this.#rows}`;
    let json: unknown;
    try {
      json = JSON.parse(this.#text.decode(octets));
    } catch {
      // The exception quotes the row, so it goes no further.
      return bad("not_json", `${place} is not JSON in UTF-8`);
    }
    const parsed = this.#schema.safeParse(json);
    return parsed.success
      ? { ok: true, value: parsed.data }
      : bad("shape", `${place}: ${shapeFault(parsed.error)}`);
  }

  readonly decode: Decoder<RowsRead> = (answer) => {
    if (this.#thrown !== undefined) throw this.#thrown.error;
    if (this.#fault !== undefined) return this.#fault;
    if ((answer.headers["content-encoding"] ?? "identity") !== "identity")
      return bad("compressed", "the answer is compressed, which was not asked for");
    if (this.#splitter.isEnded) {
      const passedOver = this.#splitter.passedOver.map(idIn);
      return { ok: true, value: { rows: this.#rows, bytes: this.#bytes, passedOver } };
    }
    if (this.#bytes === 0) return bad("empty", "the answer is empty where JSON was expected");
    if (isHtml(answer))
      return bad("html", "a web page came instead of JSON; a gateway or portal answered in SCM's place");
    return bad(
      "not_json",
      `the answer is not complete JSON (${this.#bytes} bytes); it may have been cut off on the way`,
    );
  };
}

/**
 * Reads `{"<member>": [row, …]}` while it arrives. A call that is tried again begins with a new reader, so that the
 * consumer may get rows twice.
 */
export function rowReader<Row>(
  member: string,
  schema: z.ZodMiniType<Row>,
  consume: RowConsumer<Row>,
): AnswerReader<RowsRead> {
  return new RowReader(member, schema, consume);
}
