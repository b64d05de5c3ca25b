import type { AnyAttr, Members } from "../framework/attribute.ts";

/**
 * The members of an argument as members of the computed attribute that it takes: same names, types and docs, nothing that
 * a user could set. What handlers see is the same on both sides, since both may be null.
 */
export function computedMembers<A extends Members>(members: A): A {
  const entries = Object.entries(members).map(([name, member]) => [name, computed(member)] as const);
  // Only `is` differs, and the value types tell optional and computed members apart in nothing.
  return Object.fromEntries(entries) as A;
}

function computed(member: AnyAttr): AnyAttr {
  const { nested, spec } = member;
  return {
    ...member,
    spec: { is: "computed", nullable: true, doc: spec.doc },
    // Members of members are members too: the kit admits nothing else.
    nested: nested && { ...nested, attributes: computedMembers(nested.attributes as Members) },
  };
}
