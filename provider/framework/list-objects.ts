import { decodeObject, encodeObject } from "./attribute.ts";
import { type Diagnostic, error, hasError, warning } from "./diagnostics.ts";
import type { Connected } from "./environment.ts";
import { identify } from "./identify.ts";
import { importByIdentity } from "./import-resource.ts";
import type { ListedObject, ListResource } from "./list-resource.ts";
import { notYetKnown } from "./not-yet-known.ts";
import { warnInto } from "./operation.ts";
import { completeConfig } from "./plan/steps.ts";
import { readAhead } from "./read-ahead.ts";
import { readResource } from "./read-resource.ts";
import type { Resource } from "./resource.ts";
import { shownLine } from "./shown-text.ts";
import { isWhollyKnown, type ValueRecord } from "./value.ts";
import { settable } from "./view.ts";

/** What a client is told, one after the other: an object, with or without warnings, or diagnostics alone. */
export interface ListEvent {
  /** Null: this event carries no object. */
  readonly identity: ValueRecord | null;
  readonly displayName: string;
  /** Null where only the identity is wanted. */
  readonly object: ValueRecord | null;
  readonly diagnostics: readonly Diagnostic[];
}

interface ListInput {
  readonly config: ValueRecord;
  readonly limit: number;
  readonly includeObject: boolean;
}

/** What is listed: the way to find, and the managed resource whose objects are found. */
export interface Listing<Api> {
  readonly list: ListResource<Api>;
  readonly resource: Resource<Api>;
}

/**
 * Lists objects of a managed resource. A failure is one error event, the last: clients discard all then, which is right,
 * since a part that looks whole would be taken for all there is.
 */
export async function* listObjects<Api>(
  listing: Listing<Api>,
  input: ListInput,
  environment: Connected<Api>,
): AsyncGenerator<ListEvent> {
  if (!isWhollyKnown(input.config)) return yield telling([notYetKnown(listing.list.name)]);
  if (input.limit <= 0) return;
  const notes: Diagnostic[] = [];
  try {
    yield* events(listing, { ...input, notes }, environment);
    if (environment.signal.aborted) throw new Cancelled();
    if (notes.length > 0) yield telling(notes.splice(0));
  } catch (thrown) {
    const reason = thrown instanceof Cancelled ? CANCELLED : environment.explain(thrown);
    yield telling([...notes, reason]);
  }
}

async function* events<Api>(
  listing: Listing<Api>,
  input: ListInput & { readonly notes: Diagnostic[] },
  environment: Connected<Api>,
): AsyncGenerator<ListEvent> {
  const { list } = listing;
  const { notes, limit, includeObject } = input;
  const found = list.handlers.list(requestOf(list, input, environment));
  const width = includeObject ? list.handlers.width(environment.api) : 1;
  let left = limit;
  // No more is read than the client will take.
  const results = readAhead(
    found,
    () => Math.max(1, Math.min(width, left)),
    (item) => (includeObject ? readObject(listing, item, environment) : nameObject(listing, item)),
  );
  for await (const result of results) {
    if (environment.signal.aborted) throw new Cancelled();
    if (notes.length > 0) yield telling(notes.splice(0));
    if ("thrown" in result) throw result.thrown;
    yield result;
    if (result.identity !== null) left -= 1;
    if (left === 0) return;
  }
}

function requestOf<Api>(
  { spec }: ListResource<Api>,
  { config, limit, notes }: ListInput & { readonly notes: Diagnostic[] },
  { api, signal, log }: Connected<Api>,
) {
  const { attributes, timeoutMs } = spec;
  return {
    ...{ api, signal, log, timeoutMs, limit },
    warn: warnInto(notes),
    // Decoded by the attributes that the handler's types were inferred from.
    config: decodeObject(settable(attributes), completeConfig(attributes, config)) as never,
  };
}

/** What is thrown is a value here: several are read at once, and the first in order counts. */
type Result = ListEvent | { readonly thrown: unknown };

async function nameObject<Api>({ resource }: Listing<Api>, item: ListedObject): Promise<Result> {
  try {
    return { ...named(resource, item), object: null, diagnostics: [] };
  } catch (thrown) {
    return { thrown };
  }
}

function named<Api>({ name, spec }: Resource<Api>, { identity, displayName }: ListedObject) {
  if (spec.identity === undefined) throw new TypeError(`${name} is listed and has no identity`);
  return {
    identity: encodeObject(spec.identity.attributes, identity),
    displayName: shownLine(displayName),
  };
}

/** The object as an import of it would bring it. */
async function readObject<Api>(
  { list, resource }: Listing<Api>,
  item: ListedObject,
  environment: Connected<Api>,
): Promise<Result> {
  try {
    const { identity, displayName } = named(resource, item);
    const failure: { thrown?: unknown } = {};
    const explain = (thrown: unknown): Diagnostic => {
      failure.thrown = thrown;
      return environment.explain(thrown);
    };
    const imported = importByIdentity(resource, identity, explain);
    if (imported.state === null) return leftOut(displayName, imported.diagnostics);
    const input = { state: imported.state, private: new Uint8Array() };
    const { state, diagnostics } = await readResource(resource, input, { ...environment, explain });
    if (hasError(diagnostics) && !list.handlers.isOfOne(failure.thrown)) return { thrown: failure.thrown };
    if (hasError(diagnostics) || state === null) return leftOut(displayName, diagnostics);
    const read = identify(resource, state, identity).identity ?? identity;
    return { identity: read, displayName, object: state, diagnostics };
  } catch (thrown) {
    return { thrown };
  }
}

/** Without an identity it is not an item, and only the warning is shown. */
function leftOut(displayName: string, diagnostics: readonly Diagnostic[]): ListEvent {
  const reasons = diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ summary, detail }) => `${summary}\n\n${detail}`);
  const detail = reasons.length > 0 ? reasons.join("\n\n") : "It is gone since it was found.";
  return telling([warning(`${displayName} is left out: it can't be read`, detail)]);
}

function telling(diagnostics: readonly Diagnostic[]): ListEvent {
  return { identity: null, displayName: "", object: null, diagnostics };
}

/** The run was interrupted; a list that just ended would look as if it were all. */
class Cancelled extends Error {}

const CANCELLED = error(
  "List cancelled",
  "The run was interrupted before the list was at its end, so nothing of it counts. Run it again.",
);
