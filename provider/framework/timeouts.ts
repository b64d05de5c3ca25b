import { single, string } from "./attribute.ts";
import { parseDuration } from "./duration.ts";
import type { OperationName, ResourceSpec } from "./resource.ts";
import { isRecord, type ValueRecord } from "./value.ts";

const duration = (doc: string) =>
  string({
    is: "optional",
    doc,
    checks: [
      (value) =>
        parseDuration(value) === null
          ? `"${value}" is not a duration; write it like "30m", "1h30m" or "90s"`
          : null,
    ],
  });

const members = {
  create: duration("How long creating may take, as a duration like `30m` or `1h30m`."),
  read: duration("How long reading may take."),
  update: duration("How long updating may take."),
  delete: duration("How long deleting may take."),
};

/** The customary `timeouts` argument. Changing it only changes what is stored. */
export const timeouts = single(members, {
  is: "optional",
  onChange: "record",
  doc: "How long each operation may take before it is given up.",
});

/** The time an operation has: the user's `timeouts`, else the resource's own default. Milliseconds. */
export function timeoutMs(
  spec: Pick<ResourceSpec<never>, "timeoutsMs">,
  name: OperationName,
  object: ValueRecord,
): number {
  const chosen = object.timeouts;
  const text = chosen !== undefined && isRecord(chosen) ? chosen[name] : null;
  return (typeof text === "string" ? parseDuration(text) : null) ?? spec.timeoutsMs[name];
}
