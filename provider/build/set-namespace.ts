/**
 * `npm run set-namespace <name>`: for a fork that publishes under its own name at GitHub, the registries and npm. The one place
 * is `repository` in package.json; this sets it and every text that names it. What SCM holds (markers and claims of orders)
 * does not, so a fork knows the orders of the original. Afterwards: `npm run build && npm run generate && npm test`.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { ROOT } from "./package-layout.ts";

/** Source: GitHub, user names: letters, digits and single hyphens, 39 at most; npm's scopes want them in lower case. */
const NAMESPACE = /^[a-z\d](?:-?[a-z\d]){0,38}$/;

const [next = ""] = process.argv.slice(2);
const [, former = ""] = /^github:([^/]+)\/terraform-provider-sectigo$/.exec(packageJson.repository) ?? [];
if (former === "")
  throw new Error(`package.json names no namespace: repository is ${packageJson.repository}`);
if (!NAMESPACE.test(next))
  throw new Error(`"${next}" is not a namespace of GitHub and npm, such as example-org`);

const mention = new RegExp(`(?<![\\w-])${former}(?!\\w)`, "g");
const { stdout } = spawnSync("git", ["grep", "-lI", "--fixed-strings", former], {
  cwd: ROOT,
  encoding: "utf8",
});
const files = stdout.split("\n").filter((file) => file !== "");
for (const file of files) {
  const path = join(ROOT, file);
  writeFileSync(path, readFileSync(path, "utf8").replace(mention, next));
}
console.log(
  `${former} is ${next} now in ${files.length} files. Next: npm run build && npm run generate && npm test`,
);
