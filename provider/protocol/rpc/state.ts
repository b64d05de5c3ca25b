import type { MessageInitShape } from "@bufbuild/protobuf";
import { type Attributes, objectType } from "../../framework/attribute.ts";
import { type Diagnostic, error } from "../../framework/diagnostics.ts";
import { identify } from "../../framework/identify.ts";
import { importByIdentity, importResource } from "../../framework/import-resource.ts";
import { moveState, movesFrom } from "../../framework/move-state.ts";
import { dropWriteOnly } from "../../framework/plan/steps.ts";
import type { RawState } from "../../framework/raw-state.ts";
import { upgradeState, type Versioned } from "../../framework/upgrade-state.ts";
import { isRecord, type ValueRecord } from "../../framework/value.ts";
import type {
  ImportResourceState_Request,
  ImportResourceState_ResponseSchema,
  MoveResourceState_Request,
  MoveResourceState_ResponseSchema,
  RawState as RawStateMessage,
  UpgradeResourceState_Request,
  UpgradeResourceState_ResponseSchema,
} from "../gen/tfplugin6_pb.js";
import { identityFrom, identityTo } from "../identity.ts";
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
  const { name, spec } = resource;
  const { state, diagnostics } = readStored({ ...spec, name }, Number(request.version), request.rawState);
  if (state === null) return { diagnostics: diagnosticsTo(diagnostics) };
  return {
    upgradedState: objectTo(spec.attributes, dropWriteOnly(spec.attributes, state)),
    diagnostics: diagnosticsTo(diagnostics),
  };
}

interface Read {
  /** Null only beside an error. */
  readonly state: ValueRecord | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly keepsPrivate?: boolean;
}

/** What a state file holds of a resource or of its identity, brought to the current version. */
export function readStored(
  stored: Versioned & { readonly attributes: Attributes },
  version: number,
  raw: RawStateMessage | undefined,
): Read {
  const json = jsonOf(raw);
  if (isDiagnostic(json)) return { state: null, diagnostics: [json] };
  return decoded(stored, () => upgradeState(stored, version, parseRawState(json)));
}

function jsonOf(raw: RawStateMessage | undefined): Uint8Array | Diagnostic {
  if (raw !== undefined && raw.json.length > 0) return raw.json;
  const detail =
    "Only state written by Terraform 0.12 or newer can be read. Refresh it once with such a version.";
  return error("State format not supported", detail);
}

function decoded(
  { name, attributes }: { readonly name: string; readonly attributes: Attributes },
  read: () => Omit<Read, "state"> & { readonly state: RawState | null },
): Read {
  try {
    const { state, ...others } = read();
    const value = fromRawJson(objectType(attributes), state);
    return { ...others, state: isRecord(value) ? value : null };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    const detail =
      `What is stored for this ${name} does not fit its schema: ${reason}. ` +
      "If the state was edited by hand, restore a backup; else please report this.";
    return { state: null, diagnostics: [error("Stored state not readable", detail)] };
  }
}

/** By id, or by identity: Terraform 1.12 and newer send one of them. */
export function importResourceState(
  call: Call,
  request: ImportResourceState_Request,
): MessageInitShape<typeof ImportResourceState_ResponseSchema> {
  const resource = findResource(call, request.typeName);
  if (isDiagnostic(resource)) return { diagnostics: diagnosticsTo([resource]) };
  const given = identityFrom(resource, request.identity);
  const { state, diagnostics } =
    given === null
      ? importResource(resource, request.id, call.server.explain)
      : importByIdentity(resource, given, call.server.explain);
  if (state === null) return { diagnostics: diagnosticsTo(diagnostics) };
  const identified = given === null ? identify(resource, state, null) : { identity: given, diagnostics: [] };
  const identity = identityTo(resource, identified.identity);
  const imported = {
    typeName: request.typeName,
    state: objectTo(resource.spec.attributes, state),
    ...(identity && { identity }),
  };
  return {
    importedResources: [imported],
    diagnostics: diagnosticsTo([...diagnostics, ...identified.diagnostics]),
  };
}

/**
 * Terraform asks because we announce it, OpenTofu asks anyway. The identity of the source is not looked at: the state
 * that a move answers says which object it is.
 */
export function moveResourceState(
  call: Call,
  request: MoveResourceState_Request,
): MessageInitShape<typeof MoveResourceState_ResponseSchema> {
  const resource = findResource(call, request.targetTypeName);
  if (isDiagnostic(resource)) return { diagnostics: diagnosticsTo([resource]) };
  const moves = movesFrom(resource.spec.moves ?? [], {
    providerAddress: request.sourceProviderAddress,
    type: request.sourceTypeName,
    schemaVersion: Number(request.sourceSchemaVersion),
  });
  if (moves.length === 0) return { diagnostics: diagnosticsTo([notMovable(request)]) };
  const json = jsonOf(request.sourceState);
  if (isDiagnostic(json)) return { diagnostics: diagnosticsTo([json]) };
  const { state, diagnostics, keepsPrivate } = decoded({ ...resource.spec, name: resource.name }, () => {
    const moved = moveState(moves, parseRawState(json));
    if (moved === null) return { state: null, diagnostics: [notMovable(request)] };
    return "refused" in moved
      ? { state: null, diagnostics: [error("Move not supported", moved.refused)] }
      : { ...moved, diagnostics: [] };
  });
  if (state === null) return { diagnostics: diagnosticsTo(diagnostics) };
  const target = dropWriteOnly(resource.spec.attributes, state);
  const identified = identify(resource, target, null);
  const identity = identityTo(resource, identified.identity);
  return {
    targetState: objectTo(resource.spec.attributes, target),
    targetPrivate: keepsPrivate ? request.sourcePrivate : new Uint8Array(),
    ...(identity && { targetIdentity: identity }),
    diagnostics: diagnosticsTo([...diagnostics, ...identified.diagnostics]),
  };
}

function notMovable(request: MoveResourceState_Request): Diagnostic {
  const detail =
    `${request.targetTypeName} can't take over the state of ${request.sourceTypeName}, schema version ` +
    `${request.sourceSchemaVersion} (${request.sourceProviderAddress}). ` +
    "Remove the moved block, and import the object instead.";
  return error("Move not supported", detail);
}
