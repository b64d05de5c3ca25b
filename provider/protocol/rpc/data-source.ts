import type { MessageInitShape } from "@bufbuild/protobuf";
import { readDataSource as read } from "../../framework/read-data-source.ts";
import { unknownType } from "../../framework/unknown-type.ts";
import type { ReadDataSource_Request, ReadDataSource_ResponseSchema } from "../gen/tfplugin6_pb.js";
import { diagnosticsTo, objectFrom, objectTo } from "../wire.ts";
import type { Call } from "./call.ts";
import { isDiagnostic } from "./resource.ts";

export async function readDataSource(
  call: Call,
  request: ReadDataSource_Request,
): Promise<MessageInitShape<typeof ReadDataSource_ResponseSchema>> {
  const { server } = call;
  const source = server.dataSources.get(request.typeName);
  if (source === undefined) {
    const reason = unknownType("data source", request.typeName, server.dataSources.keys());
    return { diagnostics: diagnosticsTo([reason]) };
  }
  const environment = server.connected(call.signal, call.log);
  if (isDiagnostic(environment)) return { diagnostics: diagnosticsTo([environment]) };
  const { attributes } = source.spec;
  const { state, diagnostics } = await read(
    source,
    objectFrom(attributes, request.config) ?? {},
    environment,
  );
  return { state: objectTo(attributes, state), diagnostics: diagnosticsTo(diagnostics) };
}
