import { type Codec, unexpected } from "./codec.ts";
import { DYNAMIC } from "./type.ts";
import { Dynamic } from "./value.ts";

/** A value of whatever type the caller gives; it comes with that type, and goes back with one. */
export const anything: Codec<Dynamic> = {
  type: DYNAMIC,
  decode: (value) => value as Dynamic, // by type
  encode: (value) => {
    if (!(value instanceof Dynamic)) throw unexpected("a Dynamic", value);
    return value;
  },
};
