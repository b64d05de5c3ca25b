import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { DescFile } from "@bufbuild/protobuf";
import { fileDesc } from "@bufbuild/protobuf/codegenv2";
import { file_google_protobuf_timestamp } from "@bufbuild/protobuf/wkt";
import type { Plugin } from "esbuild";
import { type PlainFile, readyFile } from "./ready-file.ts";

/** Our own generated code, and what of the library's it builds on; no other description of the library is in the bundle. */
const GENERATED = /[\\/](gen[\\/]\w+|wkt[\\/]google[\\/]protobuf[\\/]timestamp)_pb\.js$/;
const KNOWN_IMPORTS = [file_google_protobuf_timestamp];

/** In generated code: the octets of a description, and the files that it builds on. */
const CALL = /\bfileDesc\("([^"]+)"(?:,\s*(\[[^\]]*\]))?\s*,?\s*\)/;

const HELPER = JSON.stringify(fileURLToPath(import.meta.resolve("./ready-file.ts")));
/** Not among the package's public entries; the version of the package is pinned, and a build without this file fails. */
const REGISTRY = JSON.stringify(
  fileURLToPath(new URL("registry.js", import.meta.resolve("@bufbuild/protobuf"))),
);

/**
 * Puts descriptions of messages into the bundle decoded. To decode them the library makes a description of descriptions
 * first, and both together took a third of the time that the first call of a process waits for code.
 */
export const readyDescriptors: Plugin = {
  name: "descriptions of messages",
  setup({ onLoad }) {
    onLoad({ filter: GENERATED }, async ({ path }) => {
      const contents = withReadyFile(await readFile(path, "utf8"));
      if (contents === null) throw new Error(`${path} has no description of messages as expected`);
      return { contents, loader: "js" };
    });
  },
};

/** @returns null when the text is not generated code of the known form */
function withReadyFile(source: string): string | null {
  const found = CALL.exec(source);
  if (found === null) return null;
  const [call, octets = "", imports = "[]"] = found;
  const file = JSON.stringify(plainFile(fileDesc(octets, imports === "[]" ? [] : KNOWN_IMPORTS)));
  return `import { ${readyFile.name} } from ${HELPER};
import { createEmbeddedFileRegistry } from ${REGISTRY};
${source.replace(call, () => `${readyFile.name}(${file}, ${imports}, createEmbeddedFileRegistry)`)}`;
}

export function plainFile({ proto }: DescFile): PlainFile {
  const defaults: Record<string, Record<string, unknown>> = {};
  const text = JSON.stringify(proto, (_, value: unknown) => {
    if (typeof value !== "object" || value === null || !("$typeName" in value)) return value;
    defaults[String(value.$typeName)] = { ...Object.getPrototypeOf(value) };
    return value;
  });
  return { text, defaults };
}
