import { decodeObject } from "./attribute.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { Connected } from "./environment.ts";
import { notYetKnown } from "./not-yet-known.ts";
import { type Aftermath, operation } from "./operation.ts";
import { changedAttributes, completeConfig, isRecordOnly } from "./plan/steps.ts";
import { forgetMemory } from "./plan-memory.ts";
import { PrivateData } from "./private.ts";
import type { OperationName, Resource } from "./resource.ts";
import { encodeAnswer, settleState } from "./settle-state.ts";
import { isWhollyKnown, type ValueRecord } from "./value.ts";
import { planningView, settable, stored } from "./view.ts";

interface ApplyInput {
  readonly config: ValueRecord | null;
  /** Null: create. */
  readonly prior: ValueRecord | null;
  /** Null: delete. */
  readonly planned: ValueRecord | null;
  readonly private: Uint8Array;
}

export interface ApplyOutput {
  readonly state: ValueRecord | null;
  readonly private: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

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
  const { config, prior, planned } = input;
  if (planned !== null && !isWhollyKnown(config))
    return { state: prior, private: withoutMemory(input.private), diagnostics: [notYetKnown(resource.name)] };
  if (isOnlyRecorded(resource, input))
    return { state: planned, private: withoutMemory(input.private), diagnostics: [] };
  const work: Work<Api> = {
    environment,
    private: new PrivateData(input.private),
    diagnostics: [],
    reached: { state: prior, diagnostics: [] },
  };
  try {
    work.reached = await act(resource, input, work);
  } catch (thrown) {
    work.diagnostics.push(environment.explain(thrown));
  }
  const { state, diagnostics } = work.reached;
  forgetMemory(work.private);
  return { state, private: work.private.toBytes(), diagnostics: [...work.diagnostics, ...diagnostics] };
}

function withoutMemory(bytes: Uint8Array): Uint8Array {
  const data = new PrivateData(bytes);
  forgetMemory(data);
  return data.toBytes();
}

interface Work<Api> extends Aftermath {
  readonly environment: Connected<Api>;
  /** What is answered if nothing further succeeds. */
  reached: Reached;
}

interface Reached {
  readonly state: ValueRecord | null;
  readonly diagnostics: readonly Diagnostic[];
}

function isOnlyRecorded<Api>(resource: Resource<Api>, { prior, planned }: ApplyInput): boolean {
  if (prior === null || planned === null) return false;
  const { attributes } = resource.spec;
  return isRecordOnly(attributes, changedAttributes(attributes, prior, planned));
}

async function act<Api>(
  resource: Resource<Api>,
  { config, prior, planned }: ApplyInput,
  work: Work<Api>,
): Promise<Reached> {
  const { handlers } = resource;
  const { attributes } = resource.spec;
  const kept = stored(attributes);
  const base = (name: OperationName, object: ValueRecord) =>
    operation({ resource, environment: work.environment, name, object, aftermath: work });
  const before = prior === null ? {} : { prior: decodeObject(kept, prior) };
  if (planned === null) {
    // The views decode with the very attributes that the handlers' types were inferred from; so below.
    if (prior !== null) await handlers.delete({ ...base("delete", prior), ...before } as never);
    return { state: null, diagnostics: [] };
  }
  const views = {
    config: decodeObject(settable(attributes), completeConfig(attributes, config ?? {})),
    planned: planningView(kept, planned),
    checkpoint: (state: object) => {
      work.reached = encodeAnswer(kept, planned, state);
    },
    ...before,
  };
  const answer =
    prior === null
      ? await handlers.create({ ...base("create", planned), ...views } as never)
      : await handlers.update({ ...base("update", planned), ...views } as never);
  return settleState(kept, planned, answer);
}
