export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * The bytes Terraform keeps beside a resource's state, as a bag of JSON values.
 *
 * Bytes that nobody changed go back exactly as they came: a Read that re-encodes them makes
 * `terraform plan -refresh-only -detailed-exitcode` report a change that no one can see.
 * They stand in the state file in clear text, so a secret must never be put here.
 */
export class PrivateData {
  readonly #bytes: Uint8Array;
  readonly #values: Map<string, Json>;
  #isChanged = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#values = new Map(Object.entries(parse(bytes)));
  }

  get(key: string): Json | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: Json): void {
    if (JSON.stringify(this.#values.get(key)) === JSON.stringify(value)) return;
    this.#values.set(key, value);
    this.#isChanged = true;
  }

  delete(key: string): void {
    if (this.#values.delete(key)) this.#isChanged = true;
  }

  toBytes(): Uint8Array {
    if (!this.#isChanged) return this.#bytes;
    if (this.#values.size === 0) return new Uint8Array();
    const sorted = [...this.#values].sort(([a], [b]) => (a < b ? -1 : 1));
    return encoder.encode(JSON.stringify(Object.fromEntries(sorted)));
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
