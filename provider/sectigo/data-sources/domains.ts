import { coversName, type DcvRow, PrivilegeError, readSan, type WaitOptions } from "../../../core/index.ts";
import { bool, integer, listOf, set, string, text } from "../../framework/attribute.ts";
import { dataSource } from "../../framework/data-source.ts";
import type { Operation } from "../../framework/resource.ts";
import { type Connection, waitOf } from "../connection.ts";
import { inOneText } from "../explain.ts";
import { byName } from "./by-name.ts";

/** `data.sectigo_domains`: which names can be ordered, and for how long yet. */
export const domainsDataSource = dataSource<Connection>()(
  "domains",
  {
    doc: "Domains that SCM knows, by name, with the state of their validation (DCV). Two lists are read, however many domains there are; delegations take a call for each domain shown, and are read where they are asked for.",
    timeoutMs: 60_000,
    attributes: {
      organization_id: integer({
        is: "optional",
        doc: "Only domains delegated to this organization or department; all that this administrator sees when left out.",
      }),
      covers: string({
        is: "optional",
        doc: "Only domains whose validation counts for this name, such as `www.example.test` or `*.example.test`. A domain that was validated by a file covers its very name only.",
        checks: [
          (value) => (readSan(value).kind === "dns" ? null : `a DNS name is required, "${value}" is given`),
        ],
      }),
      delegations: bool({
        is: "optional",
        doc: "True reads `delegations`, `state` and `delegation_status`, by a call for each domain shown; null without.",
      }),
      domains: listOf(
        {
          id: integer({ is: "computed", doc: "SCM's id of the domain." }),
          name: string({ is: "computed", doc: "The domain, such as `example.test` or `*.example.test`." }),
          validation_status: string({
            is: "computed",
            nullable: true,
            doc: "`VALIDATED`, `NOT_VALIDATED` or `EXPIRED`; null when SCM does not say.",
          }),
          validation_method: string({
            is: "computed",
            nullable: true,
            doc: "How it was validated last, in SCM's words; null when it never was.",
          }),
          validation_expires: string({
            is: "computed",
            nullable: true,
            doc: "End of the validation: a day, or an RFC 3339 instant where SCM tells one.",
          }),
          state: string({
            is: "computed",
            nullable: true,
            doc: "`ACTIVE` or `SUSPENDED`; null unless asked for.",
          }),
          delegation_status: string({
            is: "computed",
            nullable: true,
            doc: "`ACTIVE`, or `REQUESTED` while it waits for an administrator; null unless asked for.",
          }),
          delegations: listOf(
            {
              organization_id: integer({ is: "computed", doc: "SCM organization or department." }),
              certificate_types: set(text, { is: "computed", doc: "`SSL`, `SMIME`, `CodeSign`." }),
              privileges: set(text, {
                is: "computed",
                doc: "What may be requested: `DOMAIN`, `SUBDOMAIN`, `WILDCARD_1ST_LEVEL`, `WILDCARD_2ND_LEVEL`.",
              }),
              status: string({ is: "computed", nullable: true, doc: "`ACTIVE` or `REQUESTED`." }),
            },
            { is: "computed", nullable: true, doc: "Who may use it; null unless asked for." },
          ),
        },
        { is: "computed", doc: "The domains." },
      ),
    },
  },
  {
    async read(request) {
      const { organization_id, covers, delegations } = request.config;
      const wait = waitOf(request);
      const filter = organization_id === null ? {} : { organizationId: organization_id };
      const [found, validations] = await Promise.all([
        rowsOf(request.api.client.domains.list(filter, wait)),
        validationsByName(request, wait),
      ]);
      const shown = found.flatMap(({ domainId: id, name }) => {
        const validation = validations.get(name.toLowerCase());
        const row = { domain: name, method: validation?.method ?? null };
        if (covers !== null && !coversName(row, readSan(covers).value)) return [];
        return [
          {
            ...{ id, name },
            validation_status: validation?.status ?? null,
            validation_method: validation?.method ?? null,
            validation_expires: validation?.expires ?? null,
          },
        ];
      });
      const extras = await Promise.all(
        shown.map(({ id }) => (delegations === true ? readUse(request.api, id, wait) : UNASKED)),
      );
      const domains = shown.map((row, index) => ({ ...row, ...(extras[index] ?? UNASKED) }));
      return { organization_id, covers, delegations, domains: domains.sort(byName(({ id }) => id)) };
    },
  },
);

const UNASKED = { state: null, delegation_status: null, delegations: null };

/** Who may use a domain for what. The client keeps requests within the provider's limit. */
async function readUse({ client }: Connection, domainId: number, wait: WaitOptions) {
  const { state, delegationStatus, delegations } = await client.domains.get(domainId, wait);
  return {
    state,
    delegation_status: delegationStatus,
    delegations: delegations.map(({ organizationId, certificateTypes, privileges, status }) => ({
      organization_id: organizationId,
      certificate_types: certificateTypes,
      privileges,
      status,
    })),
  };
}

/** By domain in lower case. Without the privilege to validate, SCM tells nothing of validations: names are worth a warning. */
async function validationsByName(
  { api, warn }: Pick<Operation<Connection>, "api" | "warn">,
  wait: WaitOptions,
): Promise<ReadonlyMap<string, DcvRow>> {
  try {
    const rows = await rowsOf(api.client.domainValidations.list({}, wait));
    return new Map(rows.map((row) => [row.domain.toLowerCase(), row]));
  } catch (thrown) {
    if (!(thrown instanceof PrivilegeError)) throw thrown;
    warn("Validations of domains can't be read", `They are null. ${inOneText(api.explain(thrown))}`);
    return new Map();
  }
}

async function rowsOf<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}
