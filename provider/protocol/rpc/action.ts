import type { MessageInitShape } from "@bufbuild/protobuf";
import type { Action } from "../../framework/action.ts";
import type { Diagnostic } from "../../framework/diagnostics.ts";
import { planAction as plan, runAction } from "../../framework/run-action.ts";
import { unknownType } from "../../framework/unknown-type.ts";
import type {
  InvokeAction_EventSchema,
  InvokeAction_Request,
  PlanAction_Request,
  PlanAction_ResponseSchema,
} from "../gen/tfplugin6_pb.js";
import { diagnosticsTo, objectFrom } from "../wire.ts";
import type { Call } from "./call.ts";
import { isDiagnostic } from "./resource.ts";

type Event = MessageInitShape<typeof InvokeAction_EventSchema>;

function findAction({ server }: Call, type: string): Action<unknown> | Diagnostic {
  return server.actions.get(type) ?? unknownType("action", type, server.actions.keys());
}

/** Values that are known only during apply are normal here. */
export async function planAction(
  call: Call,
  request: PlanAction_Request,
): Promise<MessageInitShape<typeof PlanAction_ResponseSchema>> {
  const action = findAction(call, request.actionType);
  if (isDiagnostic(action)) return { diagnostics: diagnosticsTo([action]) };
  const config = objectFrom(action.spec.attributes, request.config) ?? {};
  const found = await plan(action, config, call.server.environment(call.signal, call.log));
  return { diagnostics: diagnosticsTo(found) };
}

export async function* invokeAction(call: Call, request: InvokeAction_Request): AsyncGenerator<Event> {
  const action = findAction(call, request.actionType);
  const environment = call.server.connected(call.signal, call.log);
  if (isDiagnostic(action)) return yield completed([action]);
  if (isDiagnostic(environment)) return yield completed([environment]);
  const config = objectFrom(action.spec.attributes, request.config) ?? {};
  for await (const event of runAction(action, config, environment))
    yield "progress" in event
      ? { type: { case: "progress", value: { message: event.progress } } }
      : completed(event.completed);
}

/** The end of an action, and what came of it. */
export function completed(diagnostics: readonly Diagnostic[]): Event {
  return { type: { case: "completed", value: { diagnostics: diagnosticsTo(diagnostics) } } };
}
