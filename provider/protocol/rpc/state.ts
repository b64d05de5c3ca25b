import type { MessageInitShape } from "@bufbuild/protobuf";
import { objectType } from "../../framework/attribute.ts";
import { error } from "../../framework/diagnostics.ts";
import { importResource } from "../../framework/import-resource.ts";
import { type RawState, upgradeState } from "../../framework/upgrade-state.ts";
import { isRecord } from "../../framework/value.ts";
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
  // Big numbers inside stay text until the type is known; upgrades move members, they do not compute with them.
  const raw = parseRawState(json) as RawState;
  const { state, diagnostics } = upgradeState(resource, Number(request.version), raw);
  if (state === null) return { diagnostics: diagnosticsTo(diagnostics) };
  const value = fromRawJson(objectType(resource.spec.attributes), state);
  return {
    upgradedState: objectTo(resource.spec.attributes, isRecord(value) ? value : null),
    diagnostics: diagnosticsTo(diagnostics),
  };
}

export function importResourceState(
  call: Call,
  request: ImportResourceState_Request,
): MessageInitShape<typeof ImportResourceState_ResponseSchema> {
  const resource = findResource(call, request.typeName);
  if (isDiagnostic(resource)) return { diagnostics: diagnosticsTo([resource]) };
  const { state, diagnostics } = importResource(resource, request.id, call.server.provider.explain);
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
