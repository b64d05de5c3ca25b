import type { MessageInitShape } from "@bufbuild/protobuf";
import { applyResource as apply } from "../../framework/apply-resource.ts";
import type { Diagnostic } from "../../framework/diagnostics.ts";
import { identify } from "../../framework/identify.ts";
import { planResource } from "../../framework/plan-resource.ts";
import { readResource as read } from "../../framework/read-resource.ts";
import type { Resource } from "../../framework/resource.ts";
import { unknownType } from "../../framework/unknown-type.ts";
import type {
  ApplyResourceChange_Request,
  ApplyResourceChange_ResponseSchema,
  PlanResourceChange_Request,
  PlanResourceChange_ResponseSchema,
  ReadResource_Request,
  ReadResource_ResponseSchema,
} from "../gen/tfplugin6_pb.js";
import { identityFrom, identityTo } from "../identity.ts";
import { diagnosticsTo, objectFrom, objectTo, pathTo, repeatedFrom, sameOctets } from "../wire.ts";
import type { Call } from "./call.ts";

/** The resource type a call is about, or why it can't be served. */
export function findResource({ server }: Call, typeName: string): Resource<unknown> | Diagnostic {
  return server.resources.get(typeName) ?? unknownType("resource type", typeName, server.resources.keys());
}

export function isDiagnostic(value: object): value is Diagnostic {
  return "severity" in value;
}

export async function readResource(
  call: Call,
  request: ReadResource_Request,
): Promise<MessageInitShape<typeof ReadResource_ResponseSchema>> {
  const resource = findResource(call, request.typeName);
  const environment = call.server.connected(call.signal, call.log);
  // A failing answer carries the state as it came: an empty one would read as "the object is gone".
  const failed = (reason: Diagnostic) => ({
    ...(request.currentState && { newState: request.currentState }),
    ...(request.currentIdentity && { newIdentity: request.currentIdentity }),
    private: request.private,
    diagnostics: diagnosticsTo([reason]),
  });
  if (isDiagnostic(resource)) return failed(resource);
  if (isDiagnostic(environment)) return failed(environment);
  const { attributes } = resource.spec;
  const state = repeatedFrom(attributes, request.currentState);
  if (state === null) return { newState: objectTo(attributes, null) };
  const output = await read(resource, { state, private: request.private }, environment);
  const identified = identify(resource, output.state, identityFrom(resource, request.currentIdentity));
  const identity = identityTo(resource, identified.identity);
  return {
    newState: objectTo(attributes, output.state),
    private: output.private,
    ...(identity && { newIdentity: identity }),
    diagnostics: diagnosticsTo([...output.diagnostics, ...identified.diagnostics]),
  };
}

export async function planResourceChange(
  call: Call,
  request: PlanResourceChange_Request,
): Promise<MessageInitShape<typeof PlanResourceChange_ResponseSchema>> {
  const resource = findResource(call, request.typeName);
  if (isDiagnostic(resource)) return { diagnostics: diagnosticsTo([resource]) };
  const { attributes } = resource.spec;
  const prior = repeatedFrom(attributes, request.priorState);
  const input = {
    config: repeatedFrom(attributes, request.config),
    prior,
    // In most plans nothing is proposed but what is there.
    proposed: sameOctets(request.priorState, request.proposedNewState)
      ? prior
      : repeatedFrom(attributes, request.proposedNewState),
    private: request.priorPrivate,
    // Terraform 1.16 and newer; the plan of an apply is told of the plan before it.
    planned: request.clientCapabilities?.storePlannedPrivate === true ? request.plannedPrivate : null,
  };
  const output = await planResource(resource, input, call.server.environment(call.signal, call.log));
  // What is created has no identity yet, what is destroyed will have none, what stays keeps the one it has.
  const remains = output.planned === null ? null : prior;
  const known = remains && identityFrom(resource, request.priorIdentity);
  const identity = identityTo(resource, known ?? identify(resource, remains, null).identity);
  return {
    plannedState: objectTo(attributes, output.planned),
    ...(identity && { plannedIdentity: identity }),
    plannedPrivate: output.private,
    requiresReplace: output.requiresReplace.map(pathTo),
    diagnostics: diagnosticsTo(output.diagnostics),
  };
}

export async function applyResourceChange(
  call: Call,
  request: ApplyResourceChange_Request,
): Promise<MessageInitShape<typeof ApplyResourceChange_ResponseSchema>> {
  const resource = findResource(call, request.typeName);
  const environment = call.server.connected(call.signal, call.log);
  const failed = (reason: Diagnostic) => ({
    ...(request.priorState && { newState: request.priorState }),
    ...(request.plannedIdentity && { newIdentity: request.plannedIdentity }),
    private: request.plannedPrivate,
    diagnostics: diagnosticsTo([reason]),
  });
  if (isDiagnostic(resource)) return failed(resource);
  if (isDiagnostic(environment)) return failed(environment);
  const { attributes } = resource.spec;
  const input = {
    config: objectFrom(attributes, request.config),
    prior: objectFrom(attributes, request.priorState),
    planned: objectFrom(attributes, request.plannedState),
    private: request.plannedPrivate,
  };
  const output = await apply(resource, input, environment);
  const identified = identify(resource, output.state, identityFrom(resource, request.plannedIdentity));
  const identity = identityTo(resource, identified.identity);
  return {
    newState: objectTo(attributes, output.state),
    private: output.private,
    ...(identity && { newIdentity: identity }),
    diagnostics: diagnosticsTo([...output.diagnostics, ...identified.diagnostics]),
  };
}
