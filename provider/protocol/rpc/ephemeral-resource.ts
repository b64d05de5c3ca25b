import type { MessageInitShape } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { Diagnostic } from "../../framework/diagnostics.ts";
import type { Connected } from "../../framework/environment.ts";
import type { EphemeralResource } from "../../framework/ephemeral-resource.ts";
import { unknownType } from "../../framework/unknown-type.ts";
import { closeEphemeral, openEphemeral, renewEphemeral } from "../../framework/use-ephemeral.ts";
import type {
  CloseEphemeralResource_Request,
  CloseEphemeralResource_ResponseSchema,
  OpenEphemeralResource_Request,
  OpenEphemeralResource_ResponseSchema,
  RenewEphemeralResource_Request,
  RenewEphemeralResource_ResponseSchema,
} from "../gen/tfplugin6_pb.js";
import { diagnosticsTo, objectFrom, objectTo } from "../wire.ts";
import type { Call } from "./call.ts";
import { isDiagnostic } from "./resource.ts";

export async function openEphemeralResource(
  call: Call,
  request: OpenEphemeralResource_Request,
): Promise<MessageInitShape<typeof OpenEphemeralResource_ResponseSchema>> {
  const found = findEphemeral(call, request.typeName);
  if (isDiagnostic(found)) return { diagnostics: diagnosticsTo([found]) };
  const { attributes } = found.resource.spec;
  const config = objectFrom(attributes, request.config) ?? {};
  const opened = await openEphemeral(found.resource, config, found.environment);
  const diagnostics = diagnosticsTo(opened.diagnostics);
  if (opened.result === null) return { diagnostics };
  return {
    result: objectTo(attributes, opened.result),
    private: opened.private,
    ...renewal(opened.renewAt),
    diagnostics,
  };
}

/** The private data goes back as it came: Terraform closes with what Open said, OpenTofu with what is said here. */
export async function renewEphemeralResource(
  call: Call,
  request: RenewEphemeralResource_Request,
): Promise<MessageInitShape<typeof RenewEphemeralResource_ResponseSchema>> {
  const left = request.private ?? new Uint8Array();
  const found = findEphemeral(call, request.typeName);
  if (isDiagnostic(found)) return { private: left, diagnostics: diagnosticsTo([found]) };
  const { renewAt, diagnostics } = await renewEphemeral(found.resource, left, found.environment);
  return { private: left, ...renewal(renewAt), diagnostics: diagnosticsTo(diagnostics) };
}

export async function closeEphemeralResource(
  call: Call,
  request: CloseEphemeralResource_Request,
): Promise<MessageInitShape<typeof CloseEphemeralResource_ResponseSchema>> {
  const found = findEphemeral(call, request.typeName);
  if (isDiagnostic(found)) return { diagnostics: diagnosticsTo([found]) };
  const left = request.private ?? new Uint8Array();
  return { diagnostics: diagnosticsTo(await closeEphemeral(found.resource, left, found.environment)) };
}

interface Found {
  readonly resource: EphemeralResource<unknown>;
  readonly environment: Connected<unknown>;
}

function findEphemeral({ server, signal, log }: Call, typeName: string): Found | Diagnostic {
  const resource = server.ephemeralResources.get(typeName);
  if (resource === undefined)
    return unknownType("ephemeral resource", typeName, server.ephemeralResources.keys());
  const environment = resource.needsConnection
    ? server.connected(signal, log)
    : { ...server.environment(signal, log), api: null };
  return isDiagnostic(environment) ? environment : { resource, environment };
}

const renewal = (renewAt: Date | null) => (renewAt === null ? {} : { renewAt: timestampFromDate(renewAt) });
