import { type Attributes, encodeMember, objectType } from "./attribute.ts";
import { type Diagnostic, hasError } from "./diagnostics.ts";
import type { Environment } from "./environment.ts";
import { equalValues } from "./equal-values.ts";
import type { Path } from "./path.ts";
import { planPipeline } from "./plan/pipeline.ts";
import { changedAttributes, completeConfig, recreatePaths } from "./plan/steps.ts";
import { PlanMemory } from "./plan-memory.ts";
import { PrivateData } from "./private.ts";
import type { PlanRequest, Resource } from "./resource.ts";
import { Unknown, type ValueRecord } from "./value.ts";
import { knownView, planningView, settable, stored } from "./view.ts";

interface PlanInput {
  readonly config: ValueRecord | null;
  /** Null: create. */
  readonly prior: ValueRecord | null;
  /** Null: destroy. */
  readonly proposed: ValueRecord | null;
  readonly private: Uint8Array;
  /** What the plan before this one answered as private data, empty in the first; null where the client hands none on. */
  readonly planned?: Uint8Array | null;
}

export interface PlanOutput {
  readonly planned: ValueRecord | null;
  readonly requiresReplace: readonly Path[];
  readonly private: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Plans one resource instance: the pipeline, then the resource's own plan over it, then the paths that recreate.
 * A destroy plan stays null; the resource may only warn or refuse.
 */
export async function planResource<Api>(
  resource: Resource<Api>,
  input: PlanInput,
  environment: Environment<Api>,
): Promise<PlanOutput> {
  const { attributes } = resource.spec;
  const { config, prior, proposed } = input;
  const objects = { config: config ?? {}, prior };
  const drafted = proposed === null ? null : planPipeline(attributes, objects, proposed);
  // A create that follows a destroy is handed the old object's private data, but only in the first of its two plans.
  const privateData = new PrivateData(prior === null ? NOTHING : input.private);
  // What is created is decided by no clock.
  const memory = prior === null || !input.planned ? null : new PlanMemory(input.planned);
  const question = { resource, input, environment, drafted, privateData, memory };
  const { planned, diagnostics } = await askResource(question);
  if (planned !== null && !equalValues(objectType(attributes), prior, planned)) memory?.writeTo(privateData);
  const mayRecreate = planned !== null && prior !== null && !hasError(diagnostics);
  const bytes = privateData.toBytes();
  return {
    planned,
    requiresReplace: mayRecreate
      ? recreatePaths(attributes, changedAttributes(attributes, prior, planned))
      : [],
    // The destroy half of a replacement gets what this answer says: unless the create says something, pass the old on.
    private: bytes.length === 0 && prior === null ? input.private : bytes,
    diagnostics,
  };
}

const NOTHING = new Uint8Array();

interface Question<Api> {
  readonly resource: Resource<Api>;
  readonly input: PlanInput;
  readonly environment: Environment<Api>;
  readonly drafted: ValueRecord | null;
  readonly privateData: PrivateData;
  readonly memory: PlanMemory | null;
}

async function askResource<Api>(
  question: Question<Api>,
): Promise<{ planned: ValueRecord | null; diagnostics: readonly Diagnostic[] }> {
  const { resource, environment, drafted } = question;
  const { plan } = resource.handlers;
  if (plan === undefined) return { planned: drafted, diagnostics: [] };
  try {
    const { set = {}, diagnostics = [] } = await plan(planRequest(question));
    const planned = drafted === null ? null : overlay(resource.spec.attributes, drafted, set);
    return { planned, diagnostics };
  } catch (thrown) {
    return { planned: drafted, diagnostics: [environment.explain(thrown)] };
  }
}

function planRequest<Api>({ resource, input, environment, drafted, privateData, memory }: Question<Api>) {
  const { attributes } = resource.spec;
  const { config, prior } = input;
  const kept = stored(attributes);
  const { api, signal, log } = environment;
  const request = {
    ...{ api, signal, log },
    action: drafted === null ? "delete" : prior === null ? "create" : "update",
    config:
      config === null || drafted === null
        ? null
        : planningView(settable(attributes), completeConfig(attributes, config)),
    prior: prior === null ? null : knownView(kept, prior),
    planned:
      drafted === null ? null : drafted === prior ? knownView(kept, prior) : planningView(kept, drafted),
    private: privateData,
    memory,
  };
  // The views decode with the attributes that the handler's types were inferred from.
  return request as unknown as PlanRequest<Attributes, Api>;
}

/**
 * Puts what the resource's own plan says over the pipeline's result, which stays itself where that says nothing else; only
 * computed attributes are its to set.
 * @throws TypeError naming an attribute that is not, or whose value does not fit
 */
function overlay(
  attributes: Attributes,
  drafted: ValueRecord,
  set: Readonly<Record<string, unknown>>,
): ValueRecord {
  const changes = Object.entries(set).flatMap(([name, value]) => {
    const attr = attributes[name];
    if (attr?.spec.is !== "computed")
      throw new TypeError(`plan set "${name}", which is not a computed attribute`);
    const planned = value instanceof Unknown ? value : encodeMember(name, attr, value ?? null);
    return equalValues(attr.type, drafted[name] ?? null, planned) ? [] : [[name, planned] as const];
  });
  return changes.length === 0 ? drafted : { ...drafted, ...Object.fromEntries(changes) };
}
