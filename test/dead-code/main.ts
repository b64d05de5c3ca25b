/**
 * Fails on an export that no other file takes, and on a method of the SCM client that no feature calls: what nobody
 * uses is read, kept and secured for nothing, and some of SCM's calls are dangerous to have at hand.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { type ClientMethod, uncalledMethods } from "./client-methods.ts";
import { readModule } from "./modules.ts";
import { unusedExports } from "./unused-exports.ts";

/** Areas whose methods stay although no feature calls them all yet; drop a line once its features are there. */
const KEPT: readonly { readonly area: string; readonly only?: readonly string[]; readonly for: string }[] = [
  { area: "organizations", for: "validations of organizations" },
  { area: "acme", for: "clients of ACME accounts, and accounts of private CAs" },
  { area: "administrators", only: ["changePassword"], for: "an administrator's own password" },
  {
    area: "certificates",
    only: ["location", "updateLocation", "deleteLocation"],
    for: "locations that are kept up to date",
  },
];

/** Taken by those who install the packages, or who declare another provider. */
const PUBLIC = [
  /^provider\/cdktf\/constructs\//,
  /^provider\/framework\/(attribute|function|list-resource)\.ts$/,
];
/** What tests hold against a document. */
const COMPARED = ["action/outputs.ts OUTPUT_NAMES"];
const GENERATED = /\/gen\/|^action\/dist\//;

function isKept({ area, name }: ClientMethod): boolean {
  return KEPT.some((it) => it.area === area && (it.only === undefined || it.only.includes(name)));
}

const listed = execFileSync("git", [
  "ls-files",
  "-co",
  "--exclude-standard",
  "core",
  "provider",
  "action",
  "test",
]);
const modules = listed
  .toString()
  .split("\n")
  .filter(
    (path) => path.endsWith(".ts") && !path.endsWith(".d.ts") && !GENERATED.test(path) && existsSync(path),
  )
  .map((path) => readModule(path, readFileSync(path, "utf8")));

const findings = [
  ...unusedExports(modules, (path) => PUBLIC.some((pattern) => pattern.test(path)))
    .filter(({ path, name }) => !COMPARED.includes(`${path} ${name}`))
    .map(({ path, name, remedy }) => `${path}: nothing outside tests uses \`${name}\`; ${remedy}`),
  ...uncalledMethods(modules)
    .filter((method) => !isKept(method))
    .map(({ area, name }) => `core/scm/resources: no feature calls \`${area}.${name}\`; delete it`),
];
for (const finding of findings) console.error(finding);
process.exitCode = findings.length === 0 ? 0 : 1;
