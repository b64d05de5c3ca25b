import { type Diagnostic, error, hasError } from "./diagnostics.ts";
import type { Environment } from "./environment.ts";
import type { Path } from "./path.ts";
import {
  applyDefaults,
  changedAttributes,
  dropWriteOnly,
  isRecordOnly,
  keepSpelling,
  markComputedUnknown,
  recreatePaths,
  restoreKept,
} from "./plan/steps.ts";
import { PrivateData } from "./private.ts";
import type { PlanRequest, Resource } from "./resource.ts";
import { Unknown, type ValueRecord } from "./value.ts";
import { knownView, planningView, settable, stored } from "./view.ts";

export interface PlanInput {
  readonly config: ValueRecord | null;
  /** Null: create. */
  readonly prior: ValueRecord | null;
  /** Null: destroy. */
  readonly proposed: ValueRecord | null;
  readonly private: Uint8Array;
}

export interface PlanOutput {
  readonly planned: ValueRecord | null;
  readonly requiresReplace: readonly Path[];
  readonly private: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Plans one resource instance in the order that Terraform's own framework keeps: proposed → defaults → spelling →
 * write-only → unknown where something changed → kept values → the resource's own plan → recreate paths.
 * A destroy plan stays null; the resource may only warn or refuse.
 * Source: hashicorp/terraform-plugin-framework, internal/fwserver/server_planresourcechange.go.
 */
export async function planResource<Api>(
  resource: Resource<Api>,
  input: PlanInput,
  environment: Environment<Api>,
): Promise<PlanOutput> {
  const { attributes } = resource.spec;
  const planned = input.proposed === null ? null : pipeline(resource, input, input.proposed);
  const privateData = new PrivateData(input.private);
  const asked = await askResource({ resource, input, environment, planned, privateData });
  if (hasError(asked.diagnostics) || asked.planned === null || input.prior === null) {
    return {
      planned: asked.planned,
      requiresReplace: [],
      private: privateData.toBytes(),
      diagnostics: asked.diagnostics,
    };
  }
  const changed = changedAttributes(attributes, input.prior, asked.planned);
  return {
    planned: asked.planned,
    requiresReplace: recreatePaths(attributes, changed),
    private: privateData.toBytes(),
    diagnostics: asked.diagnostics,
  };
}

function pipeline<Api>(resource: Resource<Api>, input: PlanInput, proposed: ValueRecord): ValueRecord {
  const { attributes } = resource.spec;
  const objects = { config: input.config ?? {}, prior: input.prior };
  const defaulted = applyDefaults(attributes, objects, proposed);
  const spelled = keepSpelling(attributes, input.prior, defaulted);
  const writable = dropWriteOnly(attributes, spelled);
  if (
    input.prior !== null &&
    isRecordOnly(attributes, changedAttributes(attributes, input.prior, writable))
  ) {
    return writable;
  }
  return restoreKept(attributes, objects, markComputedUnknown(attributes, objects, writable));
}

interface Question<Api> {
  readonly resource: Resource<Api>;
  readonly input: PlanInput;
  readonly environment: Environment<Api>;
  readonly planned: ValueRecord | null;
  readonly privateData: PrivateData;
}

async function askResource<Api>(
  question: Question<Api>,
): Promise<{ planned: ValueRecord | null; diagnostics: readonly Diagnostic[] }> {
  const { resource, environment, planned } = question;
  const { plan } = resource.handlers;
  if (plan === undefined) return { planned, diagnostics: [] };
  try {
    const answer = await plan(planRequest(question));
    return { planned: overlay(resource, planned, answer.set ?? {}), diagnostics: answer.diagnostics ?? [] };
  } catch (thrown) {
    return { planned, diagnostics: [environment.explain(thrown)] };
  }
}

function planRequest<Api>({ resource, input, environment, planned, privateData }: Question<Api>) {
  const { attributes } = resource.spec;
  const kept = stored(attributes);
  const request = {
    action: planned === null ? "delete" : input.prior === null ? "create" : "update",
    api: environment.api,
    signal: environment.signal,
    log: environment.log,
    config:
      input.config === null || planned === null ? null : planningView(settable(attributes), input.config),
    prior: input.prior === null ? null : knownView(kept, input.prior),
    planned: planned === null ? null : planningView(kept, planned),
    private: privateData,
  };
  // The views decode with the attributes that the handler's types were inferred from.
  return request as unknown as PlanRequest<Resource<Api>["spec"]["attributes"], Api>;
}

/** Puts what the resource's own plan says over the pipeline's result; only computed attributes are its to set. */
function overlay<Api>(
  resource: Resource<Api>,
  planned: ValueRecord | null,
  set: Readonly<Record<string, unknown>>,
): ValueRecord | null {
  if (planned === null) return null;
  const { attributes } = resource.spec;
  const changes = Object.entries(set).map(([name, value]) => {
    const attr = attributes[name];
    if (attr === undefined || attr.spec.is !== "computed") {
      throw new TypeError(`plan of ${resource.name} set "${name}", which is not a computed attribute`);
    }
    // `PlanAnswer` typed the value by the same attribute.
    return [name, value === null || value instanceof Unknown ? value : attr.encode(value as never)] as const;
  });
  return { ...planned, ...Object.fromEntries(changes) };
}

/** For a resource that is asked for but not served. */
export function unknownType(kind: string, name: string, known: readonly string[]): Diagnostic {
  return error(`Unknown ${kind}`, `This provider has no ${kind} "${name}". It has: ${known.join(", ")}.`);
}
