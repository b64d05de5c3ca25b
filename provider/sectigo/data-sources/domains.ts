import { type DcvRow, PrivilegeError, type WaitOptions } from "../../../core/index.ts";
import { integer, listOf, string } from "../../framework/attribute.ts";
import { dataSource } from "../../framework/data-source.ts";
import type { Operation } from "../../framework/resource.ts";
import { type Connection, waitOf } from "../connection.ts";
import { inOneText } from "../explain.ts";
import { byName } from "./by-name.ts";

/** `data.sectigo_domains`: which names can be ordered, and for how long yet. */
export const domainsDataSource = dataSource<Connection>()(
  "domains",
  {
    doc: "Domains that SCM knows, by name, with the state of their validation (DCV). Two lists are read, however many domains there are.",
    timeoutMs: 60_000,
    attributes: {
      organization_id: integer({
        is: "optional",
        doc: "Only domains delegated to this organization or department; all that this administrator sees when left out.",
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
        },
        { is: "computed", doc: "The domains." },
      ),
    },
  },
  {
    async read(request) {
      const { organization_id } = request.config;
      const wait = waitOf(request);
      const filter = organization_id === null ? {} : { organizationId: organization_id };
      const [found, validations] = await Promise.all([
        rowsOf(request.api.client.domains.list(filter, wait)),
        validationsByName(request, wait),
      ]);
      const domains = found.map(({ domainId: id, name }) => {
        const validation = validations.get(name.toLowerCase());
        return {
          ...{ id, name },
          validation_status: validation?.status ?? null,
          validation_method: validation?.method ?? null,
          validation_expires: validation?.expires ?? null,
        };
      });
      return { organization_id, domains: domains.sort(byName(({ id }) => id)) };
    },
  },
);

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
