import type { MessageInitShape } from "@bufbuild/protobuf";
import type { Diagnostic } from "../../framework/diagnostics.ts";
import { type ListEvent, type Listing, listObjects } from "../../framework/list-objects.ts";
import { unknownType } from "../../framework/unknown-type.ts";
import type { ListResource_EventSchema, ListResource_Request } from "../gen/tfplugin6_pb.js";
import { identityTo } from "../identity.ts";
import { diagnosticsTo, objectFrom, objectTo } from "../wire.ts";
import type { Call } from "./call.ts";
import { isDiagnostic } from "./resource.ts";

type Event = MessageInitShape<typeof ListResource_EventSchema>;

/** Asked by Terraform 1.14 and newer (`terraform query`). One event per object, as they are found. */
export async function* listResource(call: Call, request: ListResource_Request): AsyncGenerator<Event> {
  const listing = findListing(call, request.typeName);
  const environment = call.server.connected(call.signal, call.log);
  if (isDiagnostic(listing)) return yield { diagnostic: diagnosticsTo([listing]) };
  if (isDiagnostic(environment)) return yield { diagnostic: diagnosticsTo([environment]) };
  const input = {
    // A block without a `config` is sent as none.
    config: objectFrom(listing.list.spec.attributes, request.config) ?? {},
    limit: Number(request.limit),
    includeObject: request.includeResourceObject,
  };
  for await (const event of listObjects(listing, input, environment)) yield eventTo(listing, event);
}

function findListing({ server }: Call, typeName: string): Listing<unknown> | Diagnostic {
  const list = server.listResources.get(typeName);
  const resource = server.resources.get(typeName);
  if (list === undefined || resource === undefined)
    return unknownType("list resource", typeName, server.listResources.keys());
  return { list, resource };
}

function eventTo({ resource }: Listing<unknown>, event: ListEvent): Event {
  const identity = identityTo(resource, event.identity);
  return {
    ...(identity && { identity }),
    displayName: event.displayName,
    ...(event.object && { resourceObject: objectTo(resource.spec.attributes, event.object) }),
    diagnostic: diagnosticsTo(event.diagnostics),
  };
}
