import type { DescMessage } from "@bufbuild/protobuf";
import { expect, it } from "vitest";
import { file_tfplugin6, Provider } from "./gen/tfplugin6_pb.js";

/**
 * Numbers of what Terraform 1.14 to 1.16 added, written down once more: the provider and the clients of the tests share one
 * .proto file, and would share its slips.
 * Source: hashicorp/terraform 1.16, docs/plugin-protocol/tfplugin6.proto.
 */
const ADDED: Readonly<Record<string, string>> = {
  "GetMetadata.Response": "7 list_resources*, 9 actions*",
  "GetProviderSchema.Response": "9 list_resource_schemas, 11 action_schemas",
  ActionSchema: "1 schema",
  "ValidateListResourceConfig.Request": "1 type_name, 2 config, 3 include_resource_object, 4 limit",
  "ValidateListResourceConfig.Response": "1 diagnostics*",
  "ListResource.Request": "1 type_name, 2 config, 3 include_resource_object, 4 limit",
  "ListResource.Event": "1 identity, 2 display_name, 3 resource_object, 4 diagnostic*",
  "ValidateActionConfig.Request": "1 action_type, 2 config",
  "ValidateActionConfig.Response": "1 diagnostics*",
  "PlanAction.Request": "1 action_type, 2 config, 3 client_capabilities",
  "PlanAction.Response": "1 diagnostics*, 2 deferred",
  "InvokeAction.Request": "1 action_type, 2 config, 3 client_capabilities",
  "InvokeAction.Event": "1 progress, 2 completed",
  "InvokeAction.Event.Progress": "1 message",
  "InvokeAction.Event.Completed": "1 diagnostics*",
  ClientCapabilities:
    "1 deferral_allowed, 2 write_only_attributes_allowed, 3 store_planned_private, 4 computed_blocks_allowed",
  "Schema.Block": "8 computed",
  "PlanResourceChange.Request": "9 planned_private",
};

const messages = (all: readonly DescMessage[]): readonly DescMessage[] =>
  all.flatMap((message) => [message, ...messages(message.nestedMessages)]);

it.each(Object.entries(ADDED))("%s has %s", (name, wanted) => {
  const found = messages(file_tfplugin6.messages).find(({ typeName }) => typeName === `tfplugin6.${name}`);
  const fields = found?.fields.map(
    ({ number, name: field, fieldKind }) => `${number} ${field}${fieldKind === "list" ? "*" : ""}`,
  );
  expect(fields).toEqual(expect.arrayContaining(wanted.split(", ")));
});

it("streams lists and actions, and nothing else", () => {
  const streaming = Provider.methods.filter(({ methodKind }) => methodKind !== "unary");
  expect(streaming.map(({ name, methodKind }) => [name, methodKind])).toEqual([
    ["ListResource", "server_streaming"],
    ["InvokeAction", "server_streaming"],
  ]);
});
