import type { AnyAttr, Members } from "../framework/attribute.ts";

/**
 * The members of an argument where they arrive as part of a `ref`: they were judged where the user wrote them. Judged again
 * they would refuse what `terraform test` mocks a `ref` with: random texts, zeros and empty lists.
 */
export function unjudgedMembers<A extends Members>(members: A): A {
  const entries = Object.entries(members).map(([name, member]) => [name, unjudged(member)] as const);
  // Names, types and what may be null stay as they are.
  return Object.fromEntries(entries) as A;
}

function unjudged(member: AnyAttr): AnyAttr {
  const { checks: _checks, partChecks: _partChecks, ...spec } = member.spec;
  const { nested } = member;
  return {
    ...member,
    spec,
    // Members of members are members too: the kit admits nothing else.
    nested: nested && { ...nested, attributes: unjudgedMembers(nested.attributes as Members) },
  };
}
