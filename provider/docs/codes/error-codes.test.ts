import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../build/package-layout.ts";
import { errorCodes, errorCodesPage } from "./page.ts";

const PREFIXES =
  "config|login|privilege|request|missing|state|rate|outage|lost|pending|contract|pki|store|cancelled|bug";
const sources = globSync("{core,provider,action}/**/*.ts", { cwd: ROOT })
  .filter((file) => !/\.test\.ts$|\/(dist|gen|testing|fixtures|docs|node_modules)\//.test(file))
  .map((file) => ({ file, text: withoutComments(readFileSync(join(ROOT, file), "utf8")) }));

function withoutComments(text: string): string {
  return text.replace(/^\s*\/\*\*.*?\*\//gms, "").replace(/^\s*\/\/.*$/gm, "");
}

/** Codes that stand in the sources as they are. */
const written = new Set(
  sources.flatMap(({ text }) =>
    [...text.matchAll(new RegExp(`["'\`]((?:${PREFIXES})\\.[a-z_0-9]+)["'\`]`, "g"))].map(
      ([, code = ""]) => code,
    ),
  ),
);
/** Files where a code is put together from parts. */
const composed = sources
  .filter(({ text }) => new RegExp(`\`(?:${PREFIXES})\\.[a-z_]*\\$\\{`).test(text))
  .map(({ file }) => file);

/** Files that put codes together, or have a type for such; the test of composed codes looks at each that puts together. */
const COMPOSING: readonly string[] = [
  "action/agent/run-hook.ts",
  "action/orders/tenancy.ts",
  "core/base/errors.ts",
  "core/domain/certificate/execute/enroll.ts",
  "core/domain/certificate/execute/wrong-dates.ts",
  "core/domain/domain-control/await-validation.ts",
  "core/pki/chain.ts",
  "core/pki/pkcs12.ts",
  "core/pki/private-key.ts",
  "core/scm/base-url.ts",
  "core/scm/judge-answer.ts",
  "core/scm/refusal.ts",
  "core/scm/resources/certificate-decisions.ts",
  "core/store/postgres/postgres-error.ts",
  "core/store/store-error.ts",
  "provider/sectigo/resources/certificate/compose-order.ts",
];

/** What looks like a code and is the name of something else. */
const NO_CODES = ["contract.md", "state.ts"];
/** Mistakes of the program stand for each other in the list. */
const isBug = (code: string): boolean => code.startsWith("bug.");

/** First in a list of texts. */
const SLUG = /\[\s*"(\w+)",/g;

const read = (file: string): string => sources.find((each) => each.file === file)?.text ?? "";
const all = (file: string, pattern: RegExp): string[] =>
  [...read(file).matchAll(pattern)].map(([, slug = ""]) => slug);

describe("the list of error codes", () => {
  const codes = errorCodes();

  it("has every code that is written in the sources", () => {
    const missing = [...written].filter((code) => !codes.has(code) && !isBug(code));
    expect(missing.filter((code) => !NO_CODES.includes(code))).toEqual([]);
  });

  it("has every code that is put together from parts", () => {
    const kinds = all("core/scm/wire-fault.ts", /^ {2}\| "(\w+)"/gm);
    const answers = [
      ...all("core/scm/answer.ts", /\bbad\("(\w+)"/g),
      ...all("core/scm/row-reader.ts", /\bbad\("(\w+)"/g),
    ];
    const parts = {
      wire: kinds.filter((kind) => !codes.has(`outage.${kind}`) && !codes.has(`lost.${kind}`)),
      contract: answers.filter((slug) => !codes.has(`contract.${slug}`)),
      unreadable: answers.filter((slug) => !codes.has(`lost.unreadable_${slug}`)),
      store: [
        ...all("core/store/store-error.ts", SLUG),
        ...all("core/store/postgres/postgres-error.ts", SLUG),
      ].filter((slug) => !codes.has(`store.${slug}`)),
      keys: ["private-key", "pkcs12", "chain"]
        .flatMap((name) => all(`core/pki/${name}.ts`, /"((?:key|pkcs12|chain)_\w+)"/g))
        .filter((slug) => !codes.has(`pki.${slug}`)),
      validation: all("core/domain/domain-control/await-validation.ts", /"(validation_\w+)"/g).filter(
        (slug) => !codes.has(`state.${slug}`),
      ),
      target: all(
        "provider/sectigo/resources/certificate/compose-order.ts",
        /name: "(\w+)" \| "scm_profile_id"/g,
      ).filter(
        (name) => !codes.has(`request.${name}_missing`) || !codes.has("request.scm_profile_id_missing"),
      ),
      hook: all("action/agent/run-hook.ts", /"(hook_\w+)"/g).filter((slug) => !codes.has(`state.${slug}`)),
    };
    expect(kinds.length).toBeGreaterThan(5);
    expect(Object.entries(parts).filter(([, missing]) => missing.length > 0)).toEqual([]);
  });

  it("knows all files that put codes together", () => {
    expect(composed.sort()).toEqual(COMPOSING);
  });

  it("has no code twice, none without a sentence for cause and remedy, and none that nothing uses", () => {
    for (const [code, [cause, remedy]] of codes) {
      expect([code, /\.$/.test(cause), /\.$/.test(remedy)]).toEqual([code, true, true]);
      expect([code, `${cause}${remedy}`.includes("|")]).toEqual([code, false]);
    }
    const everything = sources.map(({ text }) => text).join("\n");
    const unused = [...codes.keys()].filter((code) => {
      const [, slug = ""] = code.split(".");
      return (
        !everything.includes(`"${code}"`) && !everything.includes(`"${slug.replace(/^unreadable_/, "")}"`)
      );
    });
    expect(
      unused.filter((code) => !/^config\.(base|token)_url$|^request\.\w+_id_missing$/.test(code)),
    ).toEqual([]);
  });

  it("has every code that documents name", () => {
    const documents = globSync(["docs/**/*.md", "*.md", "action/*.md"], { cwd: ROOT });
    const named = documents.flatMap((file) =>
      [
        ...readFileSync(join(ROOT, file), "utf8").matchAll(
          new RegExp(`[\`[]((?:${PREFIXES})\\.[a-z_0-9]+)[\`,\\]]`, "g"),
        ),
      ].map(([, code = ""]) => code),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((code) => !codes.has(code) && !NO_CODES.includes(code))).toEqual([]);
  });

  it("is joined by texts in the guide for troubleshooting that the product has", () => {
    const guide = readFileSync(join(ROOT, "docs/guides/troubleshooting.md"), "utf8");
    const orders = guide.slice(
      guide.indexOf("## It can't sign in"),
      guide.indexOf("## It orders or changes"),
    );
    const seen = [...orders.matchAll(/^\| (.+?) \|/gm)].flatMap(
      ([, cell = ""]) => cell.match(/`[^`]+`/g) ?? [],
    );
    const texts = seen.map((text) => text.slice(1, -1)).filter((text) => text.includes(" "));
    expect(texts.length).toBeGreaterThan(4);
    const everything = sources.map(({ text }) => text).join("\n");
    // A word may be put in where the text is made.
    const wordOf = (word: string) => `(?:${word}|\\$\\{[^}]*\\})`;
    expect(
      texts.filter((text) => !new RegExp(text.split(" ").map(wordOf).join(" ")).test(everything)),
    ).toEqual([]);
  });

  it("is a guide with SCM's own numbers too", () => {
    const page = errorCodesPage("<!-- made -->");
    expect(page).toContain("| `privilege.api_disabled` | The Web/REST API is switched off");
    expect(page).toMatch(/\n\| -36 \| all calls \| `request\.term_not_offered` \|\n/);
    expect(page).toMatch(/\n\| -110 \| GET ssl\/collect\/\{sslId\} \| `state\.revoked` \|\n/);
  });
});
