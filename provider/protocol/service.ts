import type { MessageInitShape, MessageShape } from "@bufbuild/protobuf";
import type { Diagnostic } from "../framework/diagnostics.ts";
import type { Log } from "../framework/log.ts";
import type { ProviderServer } from "../framework/server.ts";
import { shownLine } from "../framework/shown-text.ts";
import { Provider } from "./gen/tfplugin6_pb.js";
import { completed, invokeAction, planAction } from "./rpc/action.ts";
import type { Call } from "./rpc/call.ts";
import { readDataSource } from "./rpc/data-source.ts";
import {
  closeEphemeralResource,
  openEphemeralResource,
  renewEphemeralResource,
} from "./rpc/ephemeral-resource.ts";
import { callFunction, getFunctions } from "./rpc/function.ts";
import { getMetadata, getProviderSchema } from "./rpc/get-provider-schema.ts";
import { getResourceIdentitySchemas, upgradeResourceIdentity } from "./rpc/identity.ts";
import { listResource } from "./rpc/list-resource.ts";
import { configureProvider } from "./rpc/provider.ts";
import { applyResourceChange, planResourceChange, readResource } from "./rpc/resource.ts";
import { importResourceState, moveResourceState, upgradeResourceState } from "./rpc/state.ts";
import {
  validateActionConfig,
  validateDataResourceConfig,
  validateEphemeralResourceConfig,
  validateListResourceConfig,
  validateProviderConfig,
  validateResourceConfig,
} from "./rpc/validate.ts";
import { diagnosticsTo } from "./wire.ts";

export { Provider as providerService };

type Methods = typeof Provider.method;
type Ask<M extends keyof Methods> = MessageShape<Methods[M]["input"]>;
type Answer<M extends keyof Methods> = MessageInitShape<Methods[M]["output"]>;
type Context = { readonly signal: AbortSignal };
type Handlers = {
  readonly [M in keyof Methods]?: (
    request: Ask<M>,
    context: Context,
  ) => Methods[M]["methodKind"] extends "server_streaming" ? AsyncIterable<Answer<M>> : Promise<Answer<M>>;
};

/**
 * The calls of service tfplugin6.Provider that this provider answers.
 *
 * State stores and GenerateResourceConfig are not served, on purpose: no schema and no capability announces them, and
 * their calls, which the .proto file does not even declare, answer UNIMPLEMENTED. Every client takes that for "not served".
 */
export function providerHandlers<Api>(server: ProviderServer<Api>, log: Log) {
  const on =
    <M extends keyof Methods>(
      name: M,
      answer: (call: Call, request: Ask<M>) => Answer<M> | Promise<Answer<M>>,
    ): ((request: Ask<M>, context: Context) => Promise<Answer<M>>) =>
    async (request, { signal }) => {
      log.trace("call", { tf_rpc: String(name), ...subject(request) });
      try {
        // Below this line nothing uses the connection's type; the framework hands it back to the provider's own handlers.
        return await answer({ server: server as ProviderServer<unknown>, signal, log }, request);
      } catch (thrown) {
        return failure(name, server.explain(thrown)) as Answer<M>;
      }
    };
  const stream = <M extends "listResource" | "invokeAction">(
    name: M,
    answers: (call: Call, request: Ask<M>) => AsyncIterable<Answer<M>>,
    failed: (reason: Diagnostic) => Answer<M>,
  ) =>
    async function* (request: Ask<M>, { signal }: Context): AsyncGenerator<Answer<M>> {
      log.trace("call", { tf_rpc: name, ...subject(request) });
      try {
        yield* answers({ server: server as ProviderServer<unknown>, signal, log }, request);
      } catch (thrown) {
        yield failed(server.explain(thrown));
      }
    };
  const diagnosed = (found: readonly Diagnostic[]) => ({ diagnostics: diagnosticsTo(found) });
  return {
    getMetadata: on("getMetadata", getMetadata),
    getProviderSchema: on("getProviderSchema", getProviderSchema),
    getFunctions: on("getFunctions", getFunctions),
    callFunction: on("callFunction", callFunction),
    validateProviderConfig: on("validateProviderConfig", (call, r) =>
      diagnosed(validateProviderConfig(call, r)),
    ),
    validateResourceConfig: on("validateResourceConfig", (call, r) =>
      diagnosed(validateResourceConfig(call, r)),
    ),
    validateDataResourceConfig: on("validateDataResourceConfig", (call, r) =>
      diagnosed(validateDataResourceConfig(call, r)),
    ),
    validateEphemeralResourceConfig: on("validateEphemeralResourceConfig", (call, r) =>
      diagnosed(validateEphemeralResourceConfig(call, r)),
    ),
    configureProvider: on("configureProvider", async (call, r) =>
      diagnosed(await configureProvider(call, r)),
    ),
    upgradeResourceState: on("upgradeResourceState", upgradeResourceState),
    getResourceIdentitySchemas: on("getResourceIdentitySchemas", getResourceIdentitySchemas),
    upgradeResourceIdentity: on("upgradeResourceIdentity", upgradeResourceIdentity),
    importResourceState: on("importResourceState", importResourceState),
    moveResourceState: on("moveResourceState", moveResourceState),
    readResource: on("readResource", readResource),
    planResourceChange: on("planResourceChange", planResourceChange),
    applyResourceChange: on("applyResourceChange", applyResourceChange),
    readDataSource: on("readDataSource", readDataSource),
    openEphemeralResource: on("openEphemeralResource", openEphemeralResource),
    renewEphemeralResource: on("renewEphemeralResource", renewEphemeralResource),
    closeEphemeralResource: on("closeEphemeralResource", closeEphemeralResource),
    validateListResourceConfig: on("validateListResourceConfig", (call, r) =>
      diagnosed(validateListResourceConfig(call, r)),
    ),
    listResource: stream("listResource", listResource, (reason) => ({ diagnostic: diagnosticsTo([reason]) })),
    validateActionConfig: on("validateActionConfig", (call, r) => diagnosed(validateActionConfig(call, r))),
    planAction: on("planAction", planAction),
    invokeAction: stream("invokeAction", invokeAction, (reason) => completed([reason])),
    stopProvider: on("stopProvider", () => {
      server.stop();
      return { Error: "" };
    }),
  } satisfies Handlers;
}

/** What a call is about, for the log; most requests name a type. */
function subject(request: object): { readonly tf_resource_type?: string; readonly tf_action_type?: string } {
  if ("typeName" in request && typeof request.typeName === "string")
    return { tf_resource_type: request.typeName };
  return "actionType" in request && typeof request.actionType === "string"
    ? { tf_action_type: request.actionType }
    : {};
}

/**
 * A gRPC error would be shown as a crash. All answers that can fail have `diagnostics`, but for that of a function; and a
 * value left out reads as "as it was" beside an error, in every call.
 */
function failure(call: keyof Methods, reason: Diagnostic): object {
  return call === "callFunction"
    ? { error: { text: shownLine(`${reason.summary}: ${reason.detail}`) } }
    : { diagnostics: diagnosticsTo([reason]) };
}
