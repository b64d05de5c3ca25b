import type { MessageInitShape } from "@bufbuild/protobuf";
import { objectType } from "../../framework/attribute.ts";
import { type Diagnostic, error } from "../../framework/diagnostics.ts";
import { importResource } from "../../framework/import-resource.ts";
import { dropWriteOnly } from "../../framework/plan/steps.ts";
import type { Resource } from "../../framework/resource.ts";
import { upgradeState } from "../../framework/upgrade-state.ts";
import { isRecord, type ValueRecord } from "../../framework/value.ts";
import type {
  ImportResourceState_Request,
  ImportResourceState_ResponseSchema,
  MoveResourceState_Request,
  MoveResourceState_ResponseSchema,
  UpgradeResourceState_Request,
  UpgradeResourceState_ResponseSchema,
} from "../gen/tfplugin6_pb.js";
import { fromRawJson, parseRawState } from "../raw-json.ts";
import { diagnosticsTo, objectTo } from "../wire.ts";
import type { Call } from "./call.ts";
import { findResource, isDiagnostic } from "./resource.ts";

export function upgradeResourceState(
  call: Call,
  request: UpgradeResourceState_Request,
): MessageInitShape<typeof UpgradeResourceState_ResponseSchema> {
  const resource = findResource(call, request.typeName);
  if (isDiagnostic(resource)) return { diagnostics: diagnosticsTo([resource]) };
  const json = request.rawState?.json ?? new Uint8Array();
  if (json.length === 0) {
    const detail =
      "Only state written by Terraform 0.12 or newer can be read. Refresh it once with such a version.";
    return { diagnostics: diagnosticsTo([error("State format not supported", detail)]) };
  }
  const { state, diagnostics } = upgraded(resource, Number(request.version), json);
  if (state === null) return { diagnostics: diagnosticsTo(diagnostics) };
  const { attributes } = resource.spec;
  return {
    upgradedState: objectTo(attributes, dropWriteOnly(attributes, state)),
    diagnostics: diagnosticsTo(diagnostics),
  };
}

/** Null state only beside an error. */
function upgraded(
  resource: Resource<unknown>,
  version: number,
  json: Uint8Array,
): { readonly state: ValueRecord | null; readonly diagnostics: readonly Diagnostic[] } {
  try {
    const { state, diagnostics } = upgradeState(resource, version, parseRawState(json));
    const value = fromRawJson(objectType(resource.spec.attributes), state);
    return { state: isRecord(value) ? value : null, diagnostics };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    const detail =
      `What is stored for this ${resource.name} does not fit its schema: ${reason}. ` +
      "If the state was edited by hand, restore a backup; else please report this.";
    return { state: null, diagnostics: [error("Stored state not readable", detail)] };
  }
}

export function importResourceState(
  call: Call,
  request: ImportResourceState_Request,
): MessageInitShape<typeof ImportResourceState_ResponseSchema> {
  const resource = findResource(call, request.typeName);
  if (isDiagnostic(resource)) return { diagnostics: diagnosticsTo([resource]) };
  const { state, diagnostics } = importResource(resource, request.id, call.server.explain);
  if (state === null) return { diagnostics: diagnosticsTo(diagnostics) };
  const imported = { typeName: request.typeName, state: objectTo(resource.spec.attributes, state) };
  return { importedResources: [imported], diagnostics: diagnosticsTo(diagnostics) };
}

/** Terraform asks because we announce it, OpenTofu asks anyway; no resource here can be made from another type. */
export function moveResourceState(
  _call: Call,
  request: MoveResourceState_Request,
): MessageInitShape<typeof MoveResourceState_ResponseSchema> {
  const detail =
    `${request.targetTypeName} can't take over the state of ${request.sourceTypeName} ` +
    `(${request.sourceProviderAddress}). Remove the moved block, and import the object by its id instead.`;
  return { diagnostics: diagnosticsTo([error("Move not supported", detail)]) };
}
