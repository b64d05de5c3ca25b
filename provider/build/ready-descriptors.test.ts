import { createFileRegistry, type DescMessage, toBinary } from "@bufbuild/protobuf";
import { FileDescriptorProtoSchema, file_google_protobuf_timestamp } from "@bufbuild/protobuf/wkt";
import { describe, expect, it } from "vitest";
import { file_health } from "../plugin/gen/health_pb.js";
import { file_plugin } from "../plugin/gen/plugin_pb.js";
import { file_tfplugin6 } from "../protocol/gen/tfplugin6_pb.js";
import { bundle } from "./bundle.ts";
import { plainFile } from "./ready-descriptors.ts";
import { readyFile } from "./ready-file.ts";

const FILES = [file_tfplugin6, file_health, file_plugin, file_google_protobuf_timestamp];

describe("descriptions of messages in the bundle", () => {
  it.each(FILES.map((file) => [file.name, file] as const))("%s says what its octets say", (_, file) => {
    const ready = readyFile(plainFile(file), [file_google_protobuf_timestamp], createFileRegistry);
    expect(toBinary(FileDescriptorProtoSchema, ready.proto)).toEqual(
      toBinary(FileDescriptorProtoSchema, file.proto),
    );
    expect(messagesOf(ready)).toEqual(messagesOf(file));
  });

  it("one that builds on a file that is not there is refused", () => {
    expect(() => readyFile(plainFile(file_tfplugin6), [], createFileRegistry)).toThrow("timestamp");
  });

  it("the library's description of descriptions is not in it, so nothing is decoded at a start", async () => {
    const { code } = await bundle("provider/main.ts");
    const text = Buffer.from(code).toString("latin1");
    expect(text.includes("PlanResourceChange")).toBe(true);
    // A member of a message that only the description of descriptions describes.
    expect(text.includes("identifier_value")).toBe(false);
  });
});

/** What reading and writing of messages goes by, with the defaults that a description inherits. */
function messagesOf({ messages }: { readonly messages: readonly DescMessage[] }): unknown {
  return messages.map((message) => ({
    name: message.typeName,
    fields: message.fields.map((field) => ({
      ...{ name: field.localName, number: field.number, kind: field.fieldKind, presence: field.presence },
      ...{ jsonName: field.jsonName, oneof: field.oneof?.localName, label: field.proto.label },
      type: field.proto.type,
    })),
    nested: messagesOf({ messages: message.nestedMessages }),
  }));
}
