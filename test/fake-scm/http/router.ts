/** Finds what answers a method and a path. Patterns are like `/ssl/v1/{sslId}`; fixed parts win over `{…}`. */
export class Router<Target> {
  readonly #byShape = new Map<string, { segments: string[]; target: Target }[]>();

  add(method: string, pattern: string, target: Target): void {
    const segments = split(pattern);
    const shape = `${method} ${segments.length}`;
    const entries = this.#byShape.get(shape) ?? [];
    entries.push({ segments, target });
    // Fewer variables first, so that `/ssl/v1/types` is never taken for a certificate called "types".
    entries.sort((a, b) => variables(a.segments) - variables(b.segments));
    this.#byShape.set(shape, entries);
  }

  /** @param path without query; a trailing slash makes no difference. */
  find(method: string, path: string): { target: Target; params: Record<string, string> } | undefined {
    const given = split(path);
    for (const { segments, target } of this.#byShape.get(`${method} ${given.length}`) ?? []) {
      const params = match(segments, given);
      if (params) return { target, params };
    }
    return undefined;
  }
}

function split(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

function variables(segments: readonly string[]): number {
  return segments.filter((segment) => segment.startsWith("{")).length;
}

function match(segments: readonly string[], given: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const value = given[index] ?? "";
    if (segment.startsWith("{")) params[segment.slice(1, -1)] = decode(value);
    else if (segment !== value) return undefined;
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    // A stray % is no reason to fail: such an address simply names nothing.
    if (error instanceof URIError) return segment;
    throw error;
  }
}

/** True when a pattern like `/ssl/v1/collect/{id}` covers the path; names of variables don't matter, `*` covers all. */
export function covers(pattern: string, path: string): boolean {
  if (pattern === "*") return true;
  const segments = split(pattern);
  const given = split(path);
  return segments.length === given.length && match(segments, given) !== undefined;
}
