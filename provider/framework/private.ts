export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * The bytes Terraform keeps beside a resource's state, as a bag of JSON values.
 *
 * Bytes that were not changed go back exactly as they came: a Read that re-encodes them makes
 * `terraform plan -refresh-only -detailed-exitcode` report a change that no one can see.
 * They stand in the state file in clear text: no secret belongs here that the state does not hold in clear by choice.
 */
export class PrivateData {
  readonly #bytes: Uint8Array;
  /** Parsed when first asked for: most calls only pass the bytes on. */
  #values: Map<string, Json> | undefined;
  #isChanged = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** @throws TypeError or SyntaxError when the bytes are not ours; so do `set` and `delete` */
  get(key: string): Json | undefined {
    return this.#read().get(key);
  }

  set(key: string, value: Json): void {
    const values = this.#read();
    if (JSON.stringify(values.get(key)) === JSON.stringify(value)) return;
    values.set(key, value);
    this.#isChanged = true;
  }

  delete(key: string): void {
    if (this.#read().delete(key)) this.#isChanged = true;
  }

  toBytes(): Uint8Array {
    if (!this.#isChanged) return this.#bytes;
    const values = this.#read();
    if (values.size === 0) return new Uint8Array();
    const sorted = [...values].sort(([a], [b]) => (a < b ? -1 : 1));
    return encoder.encode(JSON.stringify(Object.fromEntries(sorted)));
  }

  #read(): Map<string, Json> {
    this.#values ??= new Map(Object.entries(parse(this.#bytes)));
    return this.#values;
  }
}

function parse(bytes: Uint8Array): { readonly [key: string]: Json } {
  if (bytes.length === 0) return {};
  const json: unknown = JSON.parse(decoder.decode(bytes));
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new TypeError(
      "private data of this resource is not what this provider wrote: a JSON object is expected",
    );
  }
  // JSON.parse makes nothing but Json.
  return json as { readonly [key: string]: Json };
}
