import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { ProviderSchema } from "./load-generator.ts";
import { makeBindings } from "./make-bindings.ts";

const ADDRESS = "registry.terraform.io/scm-as-code/sectigo";
const KIT = "cdktf" as const;
const FACTS = {
  name: "@scm-as-code/cdktf-provider-sectigo",
  version: "1.2.3",
  license: "MPL-2.0",
  peers: { cdktf: "^0.21.0", constructs: "^10.4.2" },
};
const SCHEMA: ProviderSchema = {
  provider_versions: { [ADDRESS]: "1.2.3" },
  provider_schemas: {
    [ADDRESS]: {
      provider: {
        version: 0,
        block: { attributes: { token: { type: "string", optional: true } }, block_types: {} },
      },
      resource_schemas: {
        sectigo_profile: {
          version: 0,
          block: {
            attributes: {
              name: { type: "string", required: true, description: "Ends a comment */ if nobody minds." },
              connector: {
                required: true,
                nested_type: {
                  nesting_mode: "single",
                  attributes: { host: { type: "string", optional: true } },
                },
              },
            },
            block_types: {},
          },
        },
      },
      data_source_schemas: {},
    },
  },
};

const made: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "bindings-test-"));
  made.push(folder);
  return folder;
}

/** Path inside the folder → text. */
function readAll(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name));
  return Object.fromEntries(paths.map((path) => [relative(folder, path), readFileSync(path, "utf8")]));
}

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

// Each case starts a compiler twice, so these need more than a unit test's usual time on a busy machine.
describe("makeBindings", { timeout: 60_000 }, () => {
  it("gives the same bytes in every folder, and names none", async () => {
    const folders = [newFolder(), newFolder()];
    const [one = "", other = ""] = await Promise.all(
      folders.map((folder) =>
        makeBindings({ kit: KIT, schema: SCHEMA, facts: FACTS, constructs: null, enumerations: {}, folder }),
      ),
    );
    const files = readAll(one);
    expect(readAll(other)).toEqual(files);
    const texts = Object.values(files);
    expect(texts).not.toEqual([]);
    const root = process.cwd();
    for (const text of texts) {
      for (const path of [...folders, root, tmpdir()]) expect(text).not.toContain(path);
    }
  });

  it("makes one CommonJS package with a namespace for each resource and for the provider", async () => {
    const folder = await makeBindings({
      kit: KIT,
      schema: SCHEMA,
      facts: FACTS,
      constructs: null,
      enumerations: {},
      folder: newFolder(),
    });
    const require = createRequire(join(folder, "package.json"));
    expect(Object.keys(require("./index.js")).sort()).toEqual(["profile", "provider"]);
    expect(require("./profile/index.js").Profile.tfResourceType).toBe("sectigo_profile");
    expect(require("./package.json")).toMatchObject({
      version: "1.2.3",
      type: "commonjs",
      peerDependencies: FACTS.peers,
    });
    expect(require("./package.json")).not.toHaveProperty("dependencies");
  });

  it("keeps descriptions in the declarations only", async () => {
    const folder = await makeBindings({
      kit: KIT,
      schema: SCHEMA,
      facts: FACTS,
      constructs: null,
      enumerations: {},
      folder: newFolder(),
    });
    expect(readFileSync(join(folder, "profile", "index.d.ts"), "utf8")).toMatch(/Ends a comment \*.?\/ if/);
    expect(readFileSync(join(folder, "profile", "index.js"), "utf8")).not.toContain("Ends a comment");
  });
});
