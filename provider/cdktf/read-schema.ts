import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findTerraform } from "../../test/acceptance/support/terraform.ts";
import type { ProviderSchema } from "./load-generator.ts";

/** With its host: OpenTofu would look for a bare `scm-as-code/sectigo` on another registry. */
const ADDRESS = "registry.terraform.io/scm-as-code/sectigo";

interface Source {
  /** Filesystem mirror that holds the built provider. */
  readonly mirror: string;
  /** The provider's version; a build of another one does not count. */
  readonly version: string;
  /** Folder to let terraform work in; made here. */
  readonly folder: string;
}

/**
 * The built provider's schema and version, asked through terraform as `cdktf get` would.
 * Only what bindings are made of: newer cores tell more (functions, identities), and which core made the bindings must
 * not show in them.
 * @throws Error when there is no such provider in the mirror, or with what terraform said
 */
export function readSchema({ mirror, version, folder }: Source): ProviderSchema {
  if (!existsSync(mirror)) throw new Error(`there is no provider in ${mirror}; repair: npm run build`);
  const run = terraformIn(folder, mirror);
  const required = { sectigo: { source: ADDRESS, version } };
  writeFileSync(
    join(folder, "main.tf.json"),
    JSON.stringify({ terraform: { required_providers: required } }),
  );
  run("init", "-no-color", "-input=false");
  // `providers schema -json` is a documented format; the members used here are as old as its version 0.1.
  const { provider_schemas } = JSON.parse(run("providers", "schema", "-json")) as ProviderSchema;
  const told = provider_schemas?.[ADDRESS];
  if (told === undefined) throw new Error(`terraform tells no schema of ${ADDRESS}`);
  const { provider, resource_schemas, data_source_schemas } = told;
  return {
    provider_schemas: { [ADDRESS]: { provider, resource_schemas, data_source_schemas } },
    provider_versions: { [ADDRESS]: version },
  };
}

/** A terraform that knows the mirror and nothing else: no registry, no checkpoint service, no settings of its user. */
function terraformIn(folder: string, mirror: string): (...args: readonly string[]) => string {
  mkdirSync(folder, { recursive: true });
  const config = join(folder, "cli.tfrc");
  writeFileSync(
    config,
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`,
  );
  const program = findTerraform();
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    TF_CLI_CONFIG_FILE: config,
    TF_IN_AUTOMATION: "1",
    CHECKPOINT_DISABLE: "1",
  };
  return (...args) => {
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd: folder,
      env,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024, // a schema is the longest answer; Node's default of 1 MiB could cut it
    });
    if (error !== undefined) throw error;
    if (status === 0) return stdout;
    const command = `${program} ${args.join(" ")}`;
    throw new Error(`${command} ended with ${status}; repair: npm run build\n${stdout}${stderr}`);
  };
}
