import { create } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { plain } from "../../test/support/arbitrary-value.ts";
import { integer, string } from "../framework/attribute.ts";
import { Decimal } from "../framework/decimal.ts";
import { error, warning } from "../framework/diagnostics.ts";
import { Diagnostic_Severity, DynamicValueSchema } from "./gen/tfplugin6_pb.js";
import { diagnosticsTo, objectFrom, objectTo, pathTo } from "./wire.ts";

const attributes = {
  name: string({ is: "optional", doc: "Name." }),
  size: integer({ is: "optional", doc: "Size." }),
};
const bytes = (text: string) => new TextEncoder().encode(text);

describe("objects on the wire", () => {
  it("come back as they went, every attribute present", () => {
    const wire = objectTo(attributes, { name: "a" });
    expect(objectFrom(attributes, wire)).toEqual({ name: "a", size: null });
  });

  it("are null when null, empty or absent", () => {
    expect(objectTo(attributes, null).msgpack).toEqual(Uint8Array.from([0xc0]));
    expect(objectFrom(attributes, objectTo(attributes, null))).toBeNull();
    expect(objectFrom(attributes, create(DynamicValueSchema))).toBeNull();
    expect(objectFrom(attributes, undefined)).toBeNull();
  });

  it("are read from JSON too, without losing digits", () => {
    const json = create(DynamicValueSchema, { json: bytes('{"size":9007199254740993}') });
    expect(plain(objectFrom(attributes, json))).toEqual(
      plain({ name: null, size: Decimal.from("9007199254740993") }),
    );
    expect(objectFrom(attributes, create(DynamicValueSchema, { json: bytes("null") }))).toBeNull();
  });
});

describe("diagnostics on the wire", () => {
  it("have a severity that Terraform shows, and no path where there is none", () => {
    expect(diagnosticsTo([error("A", "a"), warning("B", "b", [])])).toEqual([
      { severity: Diagnostic_Severity.ERROR, summary: "A", detail: "a" },
      { severity: Diagnostic_Severity.WARNING, summary: "B", detail: "b" },
    ]);
  });

  it("point at attributes, keys and positions", () => {
    const [found] = diagnosticsTo([error("A", "a", [{ attribute: "x" }, { key: "k" }, { index: 2 }])]);
    expect(found?.attribute).toEqual({
      steps: [
        { selector: { case: "attributeName", value: "x" } },
        { selector: { case: "elementKeyString", value: "k" } },
        { selector: { case: "elementKeyInt", value: 2n } },
      ],
    });
    expect(pathTo([])).toEqual({ steps: [] });
  });
});
