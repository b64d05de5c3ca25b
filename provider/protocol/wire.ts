import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { type Attributes, objectType } from "../framework/attribute.ts";
import type { Diagnostic } from "../framework/diagnostics.ts";
import { memoize } from "../framework/memoize.ts";
import type { Path } from "../framework/path.ts";
import { dropWriteOnly } from "../framework/plan/steps.ts";
import { shownLine, shownLines } from "../framework/shown-text.ts";
import type { Type } from "../framework/type.ts";
import { isRecord, type Value, type ValueRecord } from "../framework/value.ts";
import {
  type AttributePathSchema,
  Diagnostic_Severity,
  type DiagnosticSchema,
  type DynamicValue,
  DynamicValueSchema,
} from "./gen/tfplugin6_pb.js";
import { fromMsgpack, toMsgpack } from "./msgpack.ts";
import { fromRawJson, parseJson } from "./raw-json.ts";
import { Recent } from "./recent.ts";

/** DynamicValue → object of the given attributes; null, absent and empty all mean null. */
export function objectFrom(attributes: Attributes, wire: DynamicValue | undefined): ValueRecord | null {
  if (wire === undefined) return null;
  const value = valueFrom(objectType(attributes), wire);
  return isRecord(value) ? value : null;
}

/** The same of a resource's configuration or state, which comes several times in one plan. */
export function repeatedFrom(attributes: Attributes, wire: DynamicValue | undefined): ValueRecord | null {
  if (wire === undefined || wire.msgpack.length === 0) return objectFrom(attributes, wire);
  return recentOf(attributes).of(wire.msgpack, () => objectFrom(attributes, wire));
}

/** By declaration, since the same octets may mean something else by another. */
const recentOf = memoize(
  (attributes: Attributes) =>
    new Recent<ValueRecord | null>(
      // What is never stored is not kept here either.
      (object) => object === null || dropWriteOnly(attributes, object) === object,
    ),
);

/** Whether both are there and say the same, octet for octet. */
export function sameOctets(one: DynamicValue | undefined, other: DynamicValue | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return Buffer.compare(one.msgpack, other.msgpack) === 0 && Buffer.compare(one.json, other.json) === 0;
}

/** DynamicValue → value of the given type; empty means null, and may be unknown as a whole. */
export function valueFrom(type: Type, wire: DynamicValue): Value {
  return wire.msgpack.length === 0 && wire.json.length > 0
    ? fromRawJson(type, parseJson(wire.json))
    : fromMsgpack(type, wire.msgpack);
}

export function valueTo(type: Type, value: Value): DynamicValue {
  return create(DynamicValueSchema, { msgpack: toMsgpack(type, value) });
}

/** Object → DynamicValue; null is encoded, never left out: an empty answer to a read would mean "gone". */
export function objectTo(attributes: Attributes, value: ValueRecord | null): DynamicValue {
  return value === null ? valueTo(objectType(attributes), null) : encodedOf(attributes)(value);
}

/** Objects never change, so the octets of one that is answered again are those of before. */
const encodedOf = memoize((attributes: Attributes) =>
  memoize((value: ValueRecord) => valueTo(objectType(attributes), value)),
);

/** The one way of all text to the terminal: whatever a stranger wrote in it acts on nothing there. */
export function diagnosticsTo(
  diagnostics: readonly Diagnostic[],
): MessageInitShape<typeof DiagnosticSchema>[] {
  return diagnostics.map(({ severity, summary, detail, path }) => ({
    severity: severity === "error" ? Diagnostic_Severity.ERROR : Diagnostic_Severity.WARNING,
    summary: shownLine(summary),
    detail: shownLines(detail),
    ...(path && path.length > 0 && { attribute: pathTo(path) }),
  }));
}

export function pathTo(path: Path): MessageInitShape<typeof AttributePathSchema> {
  return {
    steps: path.map((step) => {
      if ("attribute" in step) return { selector: { case: "attributeName" as const, value: step.attribute } };
      if ("key" in step) return { selector: { case: "elementKeyString" as const, value: step.key } };
      return { selector: { case: "elementKeyInt" as const, value: BigInt(step.index) } };
    }),
  };
}
