import { readFileSync } from "node:fs";
import { join } from "node:path";
import { COMPILE_FLAGS } from "./executable.ts";
import contents from "./licenses/bun-contents.json" with { type: "json" };
import { lockedPackage } from "./lock-file.ts";

const LICENSES = join(import.meta.dirname, "licenses");
const PROJECT = "https://github.com/scm-as-code/terraform-provider-sectigo";

/** A library inside Bun's program. */
interface RuntimePart {
  readonly name: string;
  /** Version or commit, where Bun tells it (`process.versions`). */
  readonly version?: string;
  readonly url: string;
  /** SPDX expression. */
  readonly license: string;
  readonly copyright?: string;
  /** Names of files in `licenses/texts`. */
  readonly texts: readonly string[];
}

/** What Bun's program holds. A test holds the list against Bun's own page and against what the program says. */
export const RUNTIME_PARTS: readonly RuntimePart[] = contents.components;

/** Version of an npm package with Bun's program, as package-lock.json has it. @throws Error when it has none */
export function runtimeVersion(name: string): string {
  const version = lockedPackage(`node_modules/${name}`)?.version;
  if (version === undefined) throw new Error(`package-lock.json has no ${name}`);
  if (version === contents.bun) return version;
  throw new Error(
    `what is inside Bun is known of ${contents.bun}, and package-lock.json has ${version}; repair: look at its licence page anew, and bring provider/build/licenses up to date`,
  );
}

/** Licence of Bun's program and of everything in it, with the texts, and how to exchange the parts under the LGPL. */
export function describeRuntime(name: string): string {
  const texts = [...new Set(["MIT", ...RUNTIME_PARTS.flatMap((part) => part.texts)])].sort();
  const sections = [
    `${name} ${runtimeVersion(name)} (MIT)`,
    "The executable is Bun's program with the provider's JavaScript in it. Bun is under the licence MIT, whose text stands\nbelow; its repository names no copyright holder. It holds other libraries.",
    `Bun's own page on licences\n\n${readText("bun-page.md")}`,
    relinkingNote(),
    `What is inside, with versions as far as Bun tells them\n\n${RUNTIME_PARTS.map(describePart).join("\n\n")}`,
    ...texts.map((text) => `Text: ${text}\n\n${readText(join("texts", `${text}.txt`))}`),
  ];
  return `${sections.join(`\n\n${"- ".repeat(20).trim()}\n\n`)}\n`;
}

/** Source: GNU Library General Public License 2.0, section 6; GNU Lesser General Public License 2.1, section 6. */
function relinkingNote(): string {
  const webkit = RUNTIME_PARTS.find(({ license }) => license.startsWith("LGPL-2.0"))?.version ?? "";
  return `To exchange JavaScriptCore or TinyCC for a version of your own

Both are linked statically, under the LGPL. You may change them, and take this program apart to debug what you changed.
1. Build Bun with your version, as its page above says. This executable was linked with WebKit at commit
   ${webkit}.
2. Put the provider into it. Its whole source is ${PROJECT}
   (licence MPL-2.0): \`npm ci && npm run build\` there makes lib/provider.cjs, which the Linux package has too.
   Then: <your bun> build lib/provider.cjs ${COMPILE_FLAGS.join(" ")} --outfile=<the executable>`;
}

function describePart({ name, version, url, license, copyright, texts }: RuntimePart): string {
  return [
    `${name}${version === undefined ? "" : ` at ${version}`}`,
    `  ${url}`,
    `  Licence: ${license}; ${texts.length === 0 ? "public domain, no text" : `text: ${texts.join(", ")}`}`,
    ...(copyright === undefined ? [] : [`  Copyright: ${copyright}`]),
  ].join("\n");
}

function readText(file: string): string {
  return readFileSync(join(LICENSES, file), "utf8").trim();
}
