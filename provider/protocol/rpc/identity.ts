import type { MessageInitShape } from "@bufbuild/protobuf";
import { error } from "../../framework/diagnostics.ts";
import type {
  GetResourceIdentitySchemas_ResponseSchema,
  UpgradeResourceIdentity_Request,
  UpgradeResourceIdentity_ResponseSchema,
} from "../gen/tfplugin6_pb.js";
import { identityTo } from "../identity.ts";
import { identitySchemaTo } from "../schema.ts";
import { diagnosticsTo } from "../wire.ts";
import type { Call } from "./call.ts";
import { findResource, isDiagnostic } from "./resource.ts";
import { readStored } from "./state.ts";

/** Asked by Terraform and OpenTofu 1.12 and newer; resources without an identity are left out. */
export function getResourceIdentitySchemas({
  server,
}: Call): MessageInitShape<typeof GetResourceIdentitySchemas_ResponseSchema> {
  const schemas = [...server.resources].flatMap(([name, { spec }]) =>
    spec.identity === undefined ? [] : [[name, identitySchemaTo(spec.identity)] as const],
  );
  return { identitySchemas: Object.fromEntries(schemas) };
}

export function upgradeResourceIdentity(
  call: Call,
  request: UpgradeResourceIdentity_Request,
): MessageInitShape<typeof UpgradeResourceIdentity_ResponseSchema> {
  const resource = findResource(call, request.typeName);
  if (isDiagnostic(resource)) return { diagnostics: diagnosticsTo([resource]) };
  const { identity } = resource.spec;
  if (identity === undefined) {
    const reason = error("Identity not supported", `${request.typeName} has no identity.`);
    return { diagnostics: diagnosticsTo([reason]) };
  }
  const versioned = { ...identity, name: `the identity of ${resource.name}` };
  const { state, diagnostics } = readStored(versioned, Number(request.version), request.rawIdentity);
  const upgraded = identityTo(resource, state);
  return { ...(upgraded && { upgradedIdentity: upgraded }), diagnostics: diagnosticsTo(diagnostics) };
}
