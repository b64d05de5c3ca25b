import { ConfigError } from "../base/errors.ts";
import { quoted } from "../base/text.ts";
import type { FilterWords } from "./filter-words.ts";
import { nearest } from "./nearest.ts";

const ISSUED = ["Issued"];

/** Views that are there without being written; one of the same name that is written counts instead. */
const READY_VIEWS: Readonly<Record<string, FilterWords>> = {
  ends_soon_without_successor: {
    certificate_types: ["ssl"],
    ...{ statuses: ISSUED, expires_within_days: 30, has_successor: false },
  },
  weak_keys: { statuses: ISSUED, violations: ["weak_key"] },
  policy_violations: {
    statuses: ISSUED,
    violations: ["weak_key", "long_validity", "internal_name", "foreign_issuer"],
  },
  wildcards: { statuses: ISSUED, violations: ["wildcard"], unique: true },
  only_discovered: {
    unique: true,
    conditions: [{ attribute: "origin", operator: "not_equals", value: "managed", values: null }],
  },
};

/** Names of the views that need not be written. */
export const READY_VIEW_NAMES: readonly string[] = Object.keys(READY_VIEWS);

/**
 * The filter that a view's name means: of those that were written, else a ready one.
 * @throws ConfigError `config.unknown_name` with near names
 */
export function viewWords(
  name: string,
  written: Readonly<Record<string, FilterWords>>,
  path: string,
): FilterWords {
  const found = Object.hasOwn(written, name) ? written[name] : undefined;
  const ready = Object.hasOwn(READY_VIEWS, name) ? READY_VIEWS[name] : undefined;
  const words = found ?? ready;
  if (words !== undefined) return words;
  const known = [...Object.keys(written), ...READY_VIEW_NAMES];
  const near = nearest(name, known);
  throw new ConfigError(`read the inventory: there is no view ${quoted(name)}`, {
    ...{ code: "config.unknown_name", path },
    hint: `${near.length > 0 ? "Near" : "Known"} are: ${(near.length > 0 ? near : known).map(quoted).join(", ")}.`,
  });
}

/** A view with what is asked of it beside: both must hold. */
export function withView(filter: FilterWords | null, view: FilterWords): FilterWords {
  if (filter === null) return view;
  const certificate_types = filter.certificate_types ?? view.certificate_types ?? null;
  return {
    ...filter,
    certificate_types,
    has_successor: filter.has_successor ?? view.has_successor ?? null,
  };
}
