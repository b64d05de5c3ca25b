import type { MessageInitShape } from "@bufbuild/protobuf";
import type { Resource } from "../framework/resource.ts";
import { isWhollyKnown, type ValueRecord } from "../framework/value.ts";
import type { ResourceIdentityData, ResourceIdentityDataSchema } from "./gen/tfplugin6_pb.js";
import { objectFrom, objectTo } from "./wire.ts";

/** Null: none came. Clients before 1.12 send none, and one that is not known yet (before a create) says nothing. */
export function identityFrom(
  { spec }: Resource<unknown>,
  wire: ResourceIdentityData | undefined,
): ValueRecord | null {
  if (spec.identity === undefined) return null;
  const identity = objectFrom(spec.identity.attributes, wire?.identityData);
  return identity !== null && isWhollyKnown(identity) ? identity : null;
}

/** Undefined: there is none to send; clients before 1.12 skip the field in any case. */
export function identityTo(
  { spec }: Resource<unknown>,
  identity: ValueRecord | null,
): MessageInitShape<typeof ResourceIdentityDataSchema> | undefined {
  if (spec.identity === undefined || identity === null) return undefined;
  return { identityData: objectTo(spec.identity.attributes, identity) };
}
