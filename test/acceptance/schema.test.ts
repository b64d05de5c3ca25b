import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { HEADER } from "./support/configuration.ts";
import { Workspace } from "./support/terraform.ts";

const RECORD = new URL("gen/provider-schema.json", import.meta.url).pathname;
const ADDRESS = "registry.terraform.io/scm-as-code/sectigo";
/** What Terraform 1.11 shows. Identities (1.12), list resources and actions (1.14) are held at the wire. */
const KINDS = [
  "provider",
  "resource_schemas",
  "data_source_schemas",
  "ephemeral_resource_schemas",
  "functions",
] as const;

type Shown = Readonly<Record<string, unknown>>;
interface Schemas {
  readonly format_version: string;
  readonly provider_schemas: Readonly<Record<string, Shown>>;
}

/**
 * What the core at hand makes of the provider's schema. A removed attribute or a changed type needs a state upgrade or a major
 * version, so no change may happen unnoticed: `npx vitest --update` takes over one that is meant, under Terraform 1.11 or
 * newer. An older core, or OpenTofu, is held against as much of the record as it shows.
 */
it("serves the schema that is on record", async () => {
  const shown = await schemaShown();
  const text = JSON.stringify(shown);
  const isWhole = KINDS.every((kind) => kind in shown) && text.includes('"write_only":true');
  if (isWhole) {
    await expect(`${JSON.stringify(asRecorded(shown), null, 2)}\n`).toMatchFileSnapshot(RECORD);
    return;
  }
  const recorded = (JSON.parse(readFileSync(RECORD, "utf8")) as Schemas).provider_schemas[ADDRESS] ?? {};
  const comparable = Object.fromEntries(Object.keys(shown).map((kind) => [kind, recorded[kind]]));
  expect(withoutWriteOnly(shown)).toEqual(withoutWriteOnly(comparable));
});

/** Only kinds that the record has; whatever the core calls the provider. */
async function schemaShown(): Promise<Shown> {
  const workspace = new Workspace({ environment: {}, files: { "main.tf": HEADER } });
  try {
    await workspace.init();
    const { stdout } = await workspace.must(["providers", "schema", "-json"]);
    const [schemas = {}] = Object.values((JSON.parse(stdout) as Schemas).provider_schemas);
    const kinds = KINDS.filter((kind) => kind in schemas);
    return Object.fromEntries(kinds.map((kind) => [kind, schemas[kind]]));
  } finally {
    workspace.remove();
  }
}

function asRecorded(shown: Shown): Schemas {
  return { format_version: "1.0", provider_schemas: { [ADDRESS]: shown } };
}

/** Cores before 1.11 do not show the mark. */
function withoutWriteOnly(shown: Shown): unknown {
  return JSON.parse(JSON.stringify(shown), (_key, value: unknown) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== "write_only"));
  });
}
