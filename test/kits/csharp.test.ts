import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { KitApp } from "./kit-app.ts";

/** All generated sources of one language in one text. */
function sourcesIn(folder: string, ending: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(ending),
  );
  return files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
}

/** What the app takes from the bindings: everything that matches, without what the kit or the language has. */
function namesIn(text: string, pattern: RegExp, others: readonly string[]): readonly string[] {
  const names = [...text.matchAll(pattern)].map(([, name = ""]) => name);
  return [...new Set(names)].filter((name) => !others.includes(name));
}

it("S71 C#: every class and property of the bindings that the guide uses is generated", async () => {
  using app = new KitApp("C#");
  const text = readFileSync(join(app.folder, "Program.cs"), "utf8");
  await app.get();
  // The app's project finds that of the bindings.
  const [, project = ""] =
    /<ProjectReference Include="(.+)"/.exec(readFileSync(join(app.folder, "app.csproj"), "utf8")) ?? [];
  expect(readFileSync(join(app.folder, project), "utf8")).toContain('"HashiCorp.Cdktf" Version="[0.21.0]"');
  const generated = sourcesIn(join(app.folder, ".gen"), ".cs");
  const namespaces = namesIn(text, /^using (sectigo\.\w+);$/gm, []);
  expect(namespaces.length).toBe(5);
  expect(namespaces.filter((name) => !generated.includes(`namespace ${name}\n`))).toEqual([]);
  const classes = namesIn(text, /new (\w+)\b/g, [
    "App",
    "TerraformStack",
    "TerraformOutput",
    "TerraformOutputConfig",
    "List",
  ]);
  expect(classes.filter((name) => !new RegExp(`class ${name}\\b`).test(generated))).toEqual([]);
  const properties = namesIn(text, /\b([A-Z]\w+) = /g, []);
  expect(properties).toContain("EnrollmentMethod");
  expect(properties.filter((name) => !new RegExp(`\\b${name}\\b`).test(generated))).toEqual([]);
});
