import type { MessageInitShape } from "@bufbuild/protobuf";
import { callFunction as answer, parameterAt } from "../../framework/call-function.ts";
import { shownLine } from "../../framework/shown-text.ts";
import type {
  CallFunction_Request,
  CallFunction_ResponseSchema,
  GetFunctions_ResponseSchema,
} from "../gen/tfplugin6_pb.js";
import { functionsTo } from "../schema.ts";
import { valueFrom, valueTo } from "../wire.ts";
import type { Call } from "./call.ts";

/** OpenTofu asks for a function that the schema does not list, in case a configured provider has more. Ours has not. */
export function getFunctions({ server }: Call): MessageInitShape<typeof GetFunctions_ResponseSchema> {
  return { functions: functionsTo(server.functions) };
}

/** Needs no configuration: Terraform calls functions in a process of their own, which it never configures. */
export async function callFunction(
  { server }: Call,
  request: CallFunction_Request,
): Promise<MessageInitShape<typeof CallFunction_ResponseSchema>> {
  const called = server.functions.get(request.name);
  if (called === undefined) {
    const known = [...server.functions.keys()].join(", ");
    return {
      error: { text: shownLine(`this provider has no function "${request.name}"; it has: ${known}`) },
    };
  }
  const given = request.arguments.map((wire, index) => {
    const parameter = parameterAt(called, index);
    // One too many has no type to read it by; how many came is all that matters then.
    return parameter === undefined ? null : valueFrom(parameter.codec.type, wire);
  });
  const output = await answer(called, given, server.explain);
  if ("result" in output) return { result: valueTo(called.spec.returns.type, output.result) };
  const { text, argument } = output.problem;
  return {
    error: { text: shownLine(text), ...(argument !== undefined && { functionArgument: BigInt(argument) }) },
  };
}
