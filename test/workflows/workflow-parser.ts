import { build } from "esbuild";

type Parser = typeof import("@actions/workflow-parser");

/**
 * GitHub's own parser of workflows, with the schema that the service has. It imports JSON as only bundlers allow, so it
 * is bundled first, in memory.
 */
export async function loadWorkflowParser(): Promise<Parser> {
  const { outputFiles } = await build({
    stdin: { contents: 'export * from "@actions/workflow-parser"', resolveDir: import.meta.dirname },
    bundle: true,
    // Not "node": there its YAML reader would be one that asks for modules while it runs, which a data URL can't.
    platform: "neutral",
    mainFields: ["module", "main"],
    format: "esm",
    write: false,
    logLevel: "warning",
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error("esbuild made nothing of @actions/workflow-parser");
  const url = `data:text/javascript;base64,${Buffer.from(file.contents).toString("base64")}`;
  // The bundle exports what the package does.
  return (await import(url)) as Parser;
}
