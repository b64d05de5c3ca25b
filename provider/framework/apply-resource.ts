import { encodeObject } from "./attribute.ts";
import { type Diagnostic, warning } from "./diagnostics.ts";
import type { Environment } from "./environment.ts";
import { path } from "./path.ts";
import { changedAttributes, isRecordOnly } from "./plan/steps.ts";
import { PrivateData } from "./private.ts";
import type { Operation, OperationName, Resource } from "./resource.ts";
import { timeoutMs } from "./timeouts.ts";
import type { ValueRecord } from "./value.ts";
import { knownView, planningView, settable, stored } from "./view.ts";

export interface ApplyInput {
  readonly config: ValueRecord | null;
  readonly prior: ValueRecord | null;
  readonly planned: ValueRecord | null;
  readonly private: Uint8Array;
}

export interface ApplyOutput {
  readonly state: ValueRecord | null;
  readonly private: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

/** Environment of a call that needs the connection: it exists. */
export type Connected<Api> = Environment<Api> & { readonly api: Api };

/**
 * Creates, updates or deletes one resource instance.
 *
 * What a failure leaves behind decides what Terraform does next, so it is exact: the last checkpoint if there is one
 * (beside a create's error Terraform taints it), else what was there before. An exception never reaches the wire, because
 * a gRPC error would make Terraform forget an object that exists.
 */
export async function applyResource<Api>(
  resource: Resource<Api>,
  input: ApplyInput,
  environment: Connected<Api>,
): Promise<ApplyOutput> {
  const { attributes } = resource.spec;
  if (input.planned !== null && input.prior !== null) {
    const changed = changedAttributes(attributes, input.prior, input.planned);
    if (isRecordOnly(attributes, changed))
      return { state: input.planned, private: input.private, diagnostics: [] };
  }
  const privateData = new PrivateData(input.private);
  const diagnostics: Diagnostic[] = [];
  let reached: ValueRecord | null = input.prior;
  const keep = (state: Readonly<Record<string, unknown>>): ValueRecord => {
    reached = encodeObject(stored(attributes), state);
    return reached;
  };
  try {
    const state = await act(resource, input, { environment, privateData, diagnostics, keep });
    return { state, private: privateData.toBytes(), diagnostics };
  } catch (thrown) {
    return {
      state: reached,
      private: privateData.toBytes(),
      diagnostics: [...diagnostics, environment.explain(thrown)],
    };
  }
}

interface Work<Api> {
  readonly environment: Connected<Api>;
  readonly privateData: PrivateData;
  readonly diagnostics: Diagnostic[];
  readonly keep: (state: Readonly<Record<string, unknown>>) => ValueRecord;
}

async function act<Api>(
  resource: Resource<Api>,
  input: ApplyInput,
  work: Work<Api>,
): Promise<ValueRecord | null> {
  const { attributes } = resource.spec;
  const kept = stored(attributes);
  const base = (name: OperationName, object: ValueRecord): Operation<Api> =>
    operation({ resource, environment: work.environment, name, object, work });
  const prior = input.prior === null ? null : knownView(kept, input.prior);
  if (input.planned === null) {
    if (prior !== null) await resource.handlers.delete({ ...base("delete", input.prior ?? {}), prior });
    return null;
  }
  const views = {
    config: knownView(settable(attributes), input.config ?? {}),
    planned: planningView(kept, input.planned),
    checkpoint: (state: Readonly<Record<string, unknown>>) => void work.keep(state),
  };
  // The views decode with the very attributes that the handlers' types were inferred from.
  const state =
    prior === null
      ? await resource.handlers.create({ ...base("create", input.planned), ...views } as never)
      : await resource.handlers.update({ ...base("update", input.planned), ...views, prior } as never);
  return work.keep(state);
}

interface OperationParts<Api> {
  readonly resource: Resource<Api>;
  readonly environment: Connected<Api>;
  readonly name: OperationName;
  readonly object: ValueRecord;
  readonly work: { readonly privateData: PrivateData; readonly diagnostics: Diagnostic[] };
}

/** What every handler is given besides its values. */
export function operation<Api>({
  resource,
  environment,
  name,
  object,
  work,
}: OperationParts<Api>): Operation<Api> {
  return {
    api: environment.api,
    signal: environment.signal,
    log: environment.log,
    timeoutMs: timeoutMs(resource.spec, name, object),
    warn: (summary, detail, attribute) => {
      work.diagnostics.push(warning(summary, detail, attribute === undefined ? undefined : path(attribute)));
    },
    private: work.privateData,
  };
}
