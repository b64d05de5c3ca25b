import type { Delegation, DomainDetails } from "../../../../core/index.ts";
import type { Config, State, Stored } from "../../../framework/resource.ts";
import type { DomainAttributes } from "./attributes.ts";

export type DomainConfig = Config<DomainAttributes>;
export type DomainState = State<DomainAttributes>;
export type StoredDomain = Stored<DomainAttributes>;
type Delegated = DomainConfig["delegations"][number];

/** A delegation as SCM's calls take it. */
export function delegationOf({ organization_id, certificate_types, privileges }: Delegated): Delegation {
  return {
    organizationId: organization_id,
    certificateTypes: certificate_types,
    privileges: privileges ?? undefined,
  };
}

/** What SCM decides, from its record. */
export function computedOf(details: DomainDetails, listed: readonly Delegated[]) {
  const waiting = details.delegations.filter(({ status }) => status?.toUpperCase() === "REQUESTED");
  return {
    domain_id: details.domainId,
    delegation_status: details.delegationStatus ?? "ACTIVE",
    requested_by: waiting
      .map(({ organizationId }) => organizationId)
      .filter((id) => listed.some(({ organization_id }) => organization_id === id)),
  };
}

/**
 * The delegations of SCM's record that the state speaks of; all of them after an import, when it speaks of none. Privileges
 * that the state leaves to SCM stay so.
 */
export function delegationsFound(details: DomainDetails, known: readonly Delegated[] | null): Delegated[] {
  return details.delegations.flatMap(({ organizationId, certificateTypes, privileges }): Delegated[] => {
    const before = known?.find(({ organization_id }) => organization_id === organizationId);
    if (known !== null && before === undefined) return [];
    const areTold = privileges.length > 0 && before?.privileges !== null;
    return [
      {
        organization_id: organizationId,
        certificate_types: certificateTypes,
        privileges: areTold ? privileges : (before?.privileges ?? null),
      },
    ];
  });
}

/** What is to be called so that the former delegations become the wanted ones. */
interface DelegationSteps {
  readonly delegate: readonly Delegation[];
  readonly undelegate: readonly Delegation[];
}

/** New and widened delegations first, so that no organization is without one in between. */
export function delegationSteps(before: readonly Delegated[], wanted: readonly Delegated[]): DelegationSteps {
  const find = (list: readonly Delegated[], id: number) =>
    list.find(({ organization_id }) => organization_id === id);
  const delegate = wanted.filter((each) => !isSame(find(before, each.organization_id), each));
  const undelegate = before.flatMap((each): Delegated[] => {
    const kept = find(wanted, each.organization_id)?.certificate_types ?? [];
    const certificate_types = each.certificate_types.filter((type) => !kept.includes(type));
    return certificate_types.length === 0 ? [] : [{ ...each, certificate_types }];
  });
  return { delegate: delegate.map(delegationOf), undelegate: undelegate.map(delegationOf) };
}

function isSame(one: Delegated | undefined, other: Delegated): boolean {
  return (
    one !== undefined &&
    sameSet(one.certificate_types, other.certificate_types) &&
    (other.privileges === null || sameSet(one.privileges ?? [], other.privileges))
  );
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}
