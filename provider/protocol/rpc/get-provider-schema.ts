import type { MessageInitShape } from "@bufbuild/protobuf";
import type { GetMetadata_ResponseSchema, GetProviderSchema_ResponseSchema } from "../gen/tfplugin6_pb.js";
import { functionsTo, schemaTo, stateSchemaTo } from "../schema.ts";
import type { Call } from "./call.ts";

/**
 * `plan_destroy`: destroy plans come to us, so that we can warn or refuse. `get_provider_schema_optional`: no other call
 * depends on this one. `move_resource_state` is announced because OpenTofu asks for moves in any case.
 */
const CAPABILITIES = { planDestroy: true, getProviderSchemaOptional: true, moveResourceState: true };

export function getProviderSchema({
  server,
}: Call): MessageInitShape<typeof GetProviderSchema_ResponseSchema> {
  const { provider, resources, dataSources, ephemeralResources, functions, listResources, actions } = server;
  return {
    provider: schemaTo({ version: 0, doc: provider.doc, attributes: provider.attributes }),
    resourceSchemas: schemas(resources, stateSchemaTo),
    dataSourceSchemas: schemas(dataSources, stateSchemaTo),
    ephemeralResourceSchemas: schemas(ephemeralResources),
    serverCapabilities: CAPABILITIES,
    functions: functionsTo(functions),
    listResourceSchemas: schemas(listResources),
    actionSchemas: Object.fromEntries(
      Object.entries(schemas(actions)).map(([name, schema]) => [name, { schema }]),
    ),
  };
}

type Described = Omit<Parameters<typeof schemaTo>[0], "version"> & { readonly version?: number };

/** Only what is stored has versions. */
function schemas(
  served: ReadonlyMap<string, { readonly spec: Described }>,
  messageOf = schemaTo,
): Record<string, ReturnType<typeof schemaTo>> {
  return Object.fromEntries(
    [...served].map(([name, { spec }]) => [name, messageOf({ version: 0, ...spec })]),
  );
}

export function getMetadata({ server }: Call): MessageInitShape<typeof GetMetadata_ResponseSchema> {
  return {
    serverCapabilities: CAPABILITIES,
    resources: [...server.resources.keys()].map((typeName) => ({ typeName })),
    dataSources: [...server.dataSources.keys()].map((typeName) => ({ typeName })),
    ephemeralResources: [...server.ephemeralResources.keys()].map((typeName) => ({ typeName })),
    functions: [...server.functions.keys()].map((name) => ({ name })),
    listResources: [...server.listResources.keys()].map((typeName) => ({ typeName })),
    actions: [...server.actions.keys()].map((typeName) => ({ typeName })),
  };
}
