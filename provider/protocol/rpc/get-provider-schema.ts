import type { MessageInitShape } from "@bufbuild/protobuf";
import type { GetMetadata_ResponseSchema, GetProviderSchema_ResponseSchema } from "../gen/tfplugin6_pb.js";
import { functionsTo, schemaTo } from "../schema.ts";
import type { Call } from "./call.ts";

/**
 * `plan_destroy`: destroy plans come to us, so that we can warn or refuse. `get_provider_schema_optional`: no other call
 * depends on this one. `move_resource_state` is announced because OpenTofu asks for moves in any case.
 */
const CAPABILITIES = { planDestroy: true, getProviderSchemaOptional: true, moveResourceState: true };

export function getProviderSchema({
  server,
}: Call): MessageInitShape<typeof GetProviderSchema_ResponseSchema> {
  const { provider, resources, dataSources, functions } = server;
  const schemas = (served: ReadonlyMap<string, { readonly spec: Parameters<typeof schemaTo>[0] }>) =>
    Object.fromEntries([...served].map(([name, { spec }]) => [name, schemaTo(spec)]));
  return {
    provider: schemaTo({ version: 0, doc: provider.doc, attributes: provider.attributes }),
    resourceSchemas: schemas(resources),
    dataSourceSchemas: schemas(
      new Map([...dataSources].map(([name, { spec }]) => [name, { spec: { version: 0, ...spec } }])),
    ),
    serverCapabilities: CAPABILITIES,
    functions: functionsTo(functions),
  };
}

export function getMetadata({ server }: Call): MessageInitShape<typeof GetMetadata_ResponseSchema> {
  return {
    serverCapabilities: CAPABILITIES,
    resources: [...server.resources.keys()].map((typeName) => ({ typeName })),
    dataSources: [...server.dataSources.keys()].map((typeName) => ({ typeName })),
    functions: [...server.functions.keys()].map((name) => ({ name })),
  };
}
