import { type Diagnostic, warning } from "./diagnostics.ts";
import type { Connected } from "./environment.ts";
import { path } from "./path.ts";
import type { PrivateData } from "./private.ts";
import type { Operation, OperationName, Resource } from "./resource.ts";
import { timeoutMs } from "./timeouts.ts";
import type { ValueRecord } from "./value.ts";

/** What a handler leaves behind beside its answer. */
export interface Aftermath {
  readonly private: PrivateData;
  readonly diagnostics: Diagnostic[];
}

interface OperationParts<Api> {
  readonly resource: Resource<Api>;
  readonly environment: Connected<Api>;
  readonly name: OperationName;
  /** Where the user's `timeouts` stand: the plan, or the state when there is none. */
  readonly object: ValueRecord;
  readonly aftermath: Aftermath;
}

/** What every handler of a resource is given besides its values. */
export function operation<Api>(parts: OperationParts<Api>): Operation<Api> {
  const { resource, environment, name, object, aftermath } = parts;
  return {
    api: environment.api,
    signal: environment.signal,
    log: environment.log,
    timeoutMs: timeoutMs(resource.spec, name, object),
    warn: warnInto(aftermath.diagnostics),
    private: aftermath.private,
  };
}

/** The `warn` of any handler: adds to the answer's diagnostics. */
export function warnInto(diagnostics: Diagnostic[]): Operation<unknown>["warn"] {
  return (summary, detail, attribute) => {
    diagnostics.push(warning(summary, detail, attribute === undefined ? undefined : path(attribute)));
  };
}
