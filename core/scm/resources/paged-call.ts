import type { WaitOptions } from "../../base/deadline.ts";
import type { Decoder } from "../answer.ts";
import type { CallSpec } from "../call-spec.ts";
import type { Caller } from "../caller.ts";
import { LARGEST_PAGE, type Page, type Paged, paged, readTotal } from "../pages.ts";

/** Which part of a list; every list takes it beside its filters. */
export interface PageChoice {
  /** Rows per page, 1 to 200 (default). */
  readonly size?: number | undefined;
  /** Index of the first row, from 0. */
  readonly position?: number | undefined;
}

/** Of lists, which hold 200 rows at most where they are paged, and an account's organizations or profiles where not. */
export const LARGEST_LIST_BYTES = 8 * 1024 * 1024;

type PagedCallSpec<T> = Pick<CallSpec<T>, "call" | "what" | "params" | "query"> & {
  readonly page: PageChoice;
  readonly decode: Decoder<readonly T[]>;
  /** What makes two rows the same. */
  readonly identify: (row: T) => string | number;
  /** What of a row must not be shown. */
  readonly secretsIn?: (row: T) => readonly string[];
};

function pageDecoder<T>(decode: Decoder<readonly T[]>): Decoder<Page<T>> {
  return (answer) => {
    const items = decode(answer);
    if (!items.ok) return items;
    return { ok: true, value: { items: items.value, total: readTotal(answer.headers["x-total-count"]) } };
  };
}

/** A list call as `Paged`: nothing goes out before it is awaited or iterated. */
export function pagedCall<T>(caller: Caller, spec: PagedCallSpec<T>, options: WaitOptions = {}): Paged<T> {
  const { page, decode, identify, query, secretsIn, ...call } = spec;
  const decodePage = pageDecoder(decode);
  return paged({
    what: spec.what,
    size: Math.min(Math.max(page.size ?? LARGEST_PAGE, 1), LARGEST_PAGE),
    position: page.position ?? 0,
    identify,
    fetch: (position, size) =>
      caller.run(
        {
          ...call,
          query: { size, position, ...query },
          decode: decodePage,
          secretsIn: ({ items }: Page<T>) => items.flatMap((row) => secretsIn?.(row) ?? []),
          largestAnswerBytes: LARGEST_LIST_BYTES,
        },
        options,
      ),
  });
}
