import { type Diagnostic, error } from "../../framework/diagnostics.ts";
import type { ConfigureProvider_Request } from "../gen/tfplugin6_pb.js";
import { objectFrom } from "../wire.ts";
import type { Call } from "./call.ts";

export async function configureProvider(
  { server, signal }: Call,
  request: ConfigureProvider_Request,
): Promise<readonly Diagnostic[]> {
  const config = objectFrom(server.provider.attributes, request.config);
  if (config === null) return [error("Missing configuration", "Terraform sent no provider configuration.")];
  return server.configure(config, request.terraformVersion, signal);
}
