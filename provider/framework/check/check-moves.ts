import type { Attributes } from "../attribute.ts";
import type { ResourceSpec } from "../resource.ts";

/** Namespace and type of a provider, without its registry's host: what a source address ends in. */
const PROVIDER = /^[a-z0-9][a-z0-9_-]*\/[a-z0-9][a-z0-9_-]*$/;

/** A move that is written so that no source can ever match it. One sentence per finding. */
export function checkMoves(at: string, { moves = [] }: ResourceSpec<Attributes>): readonly string[] {
  return moves.flatMap(({ provider, type, schemaVersion }) => [
    ...(provider === null || PROVIDER.test(provider)
      ? []
      : [`${at}: a move comes from "namespace/type", not from "${provider}"`]),
    ...(/^[a-z0-9_]+$/.test(type)
      ? []
      : [`${at}: a move comes from "${type}", which is not a name for a type`]),
    ...(schemaVersion === null || (Number.isSafeInteger(schemaVersion) && schemaVersion >= 0)
      ? []
      : [`${at}: a move comes from version ${schemaVersion}, which is not a version`]),
  ]);
}
