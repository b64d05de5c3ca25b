import { decode, encode } from "@msgpack/msgpack";
import type { DynamicValue, Schema } from "../../provider/protocol/gen/tfplugin6_pb.js";

/** A value as Terraform puts it on the wire; made here, not by the provider's own codec. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** An object of a schema: every attribute is there, those not given are null, as Terraform sends them. */
export function objectOf(
  schema: Schema | undefined,
  given: Readonly<Record<string, Plain>> = {},
): { msgpack: Uint8Array } {
  const names = (schema?.block?.attributes ?? []).map(({ name }) => name);
  const stray = Object.keys(given).filter((name) => !names.includes(name));
  if (stray.length > 0) throw new Error(`no attribute ${stray.join(", ")} in the schema`);
  return dynamic(Object.fromEntries(names.map((name) => [name, given[name] ?? null])));
}

export function dynamic(value: Plain): { msgpack: Uint8Array } {
  return { msgpack: encode(value) };
}

/** What the provider answered; undefined when it answered nothing. */
export function plainOf(value: DynamicValue | undefined): unknown {
  return value === undefined || value.msgpack.length === 0 ? undefined : decode(value.msgpack);
}
