import type { WaitOptions } from "../../base/deadline.ts";
import { quoted } from "../../base/text.ts";
import { createdId, jsonDecoder, noContent } from "../answer.ts";
import type { Caller } from "../caller.ts";
import type { CallName } from "../calls.ts";
import type { Paged } from "../pages.ts";
import { type DomainDetails, type DomainIdentity, domainDetails, domainList } from "../schemas/domains.ts";
import { ignoreNotFound } from "./ignore-not-found.ts";
import { type PageChoice, pagedCall } from "./paged-call.ts";

interface DomainFilter {
  readonly name?: string | undefined;
  readonly state?: "active" | "inactive" | undefined;
  readonly status?: "requested" | "approved" | undefined;
  readonly organizationId?: number | undefined;
}

/** For which organization, and for what. */
export interface Delegation {
  readonly organizationId: number;
  readonly certificateTypes: readonly string[];
  /** What may be requested for it; SCM's own choice when left out. */
  readonly privileges?: readonly string[] | undefined;
}

export interface Domains {
  /** De-duplicated by id. */
  list(filter?: DomainFilter & PageChoice, options?: WaitOptions): Paged<DomainIdentity>;
  get(domainId: number, options?: WaitOptions): Promise<DomainDetails>;
  /** The id is null where SCM does not name it. */
  create(
    domain: {
      readonly name: string;
      readonly description?: string | undefined;
      /** Suspended when false. */
      readonly isActive: boolean;
      readonly delegations: readonly Delegation[];
    },
    options?: WaitOptions,
  ): Promise<{ readonly domainId: number | null }>;
  delete(domainId: number, options?: WaitOptions): Promise<void>;
  activate(domainId: number, options?: WaitOptions): Promise<void>;
  suspend(domainId: number, options?: WaitOptions): Promise<void>;
  delegate(domainId: number, delegation: Delegation, options?: WaitOptions): Promise<void>;
  undelegate(domainId: number, delegation: Delegation, options?: WaitOptions): Promise<void>;
}

const decodeList = jsonDecoder(domainList);
const decodeDetails = jsonDecoder(domainDetails);

function query({ organizationId, ...same }: DomainFilter) {
  return { ...same, orgId: organizationId };
}

function wireDelegation({ organizationId, certificateTypes, privileges }: Delegation) {
  return {
    orgId: organizationId,
    certTypes: certificateTypes,
    domainCertificateRequestPrivileges: privileges,
  };
}

/** Source: Sectigo Certificate Manager REST API reference, May 2025, "Domains". */
export function domains(caller: Caller): Domains {
  const act = async (
    domainId: number,
    spec: { call: CallName; verb: string; body?: unknown },
    options?: WaitOptions,
  ): Promise<void> => {
    const { call, verb, body } = spec;
    const what = `${verb} domain ${domainId}`;
    await caller.run({ call, what, params: { domainId }, body, decode: noContent }, options);
  };
  return {
    list: ({ size, position, ...filter } = {}, options) =>
      pagedCall<DomainIdentity>(
        caller,
        {
          call: "GET domain",
          what: "list domains",
          query: query(filter),
          page: { size, position },
          decode: decodeList,
          identify: (row) => row.domainId,
        },
        options,
      ),
    get: (domainId, options) =>
      caller.run(
        {
          call: "GET domain/{id}",
          what: `read domain ${domainId}`,
          params: { domainId },
          decode: decodeDetails,
        },
        options,
      ),
    async create({ name, description, isActive, delegations }, options) {
      const body = { name, description, active: isActive, delegations: delegations.map(wireDelegation) };
      const what = `create domain ${quoted(name)}`;
      return { domainId: await caller.run({ call: "POST domain", what, body, decode: createdId }, options) };
    },
    async delete(domainId, options) {
      const what = `delete domain ${domainId}`;
      await caller.run<null>(
        {
          call: "DELETE domain/{id}",
          what,
          params: { domainId },
          decode: noContent,
          recover: ignoreNotFound,
        },
        options,
      );
    },
    activate: (domainId, options) =>
      act(domainId, { call: "PUT domain/{id}/activate", verb: "activate" }, options),
    suspend: (domainId, options) =>
      act(domainId, { call: "PUT domain/{id}/suspend", verb: "suspend" }, options),
    delegate: (domainId, delegation, options) =>
      act(
        domainId,
        { call: "POST domain/{id}/delegation", verb: "delegate", body: wireDelegation(delegation) },
        options,
      ),
    // A DELETE with a body: that is how SCM wants it.
    undelegate: (domainId, delegation, options) =>
      act(
        domainId,
        {
          call: "DELETE domain/{id}/delegation",
          verb: "remove the delegation of",
          body: wireDelegation(delegation),
        },
        options,
      ),
  };
}
