import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Provider } from "../../provider/protocol/gen/tfplugin6_pb.js";
import { PACKAGE_FOLDER, PACKAGE_LAYOUT, PROGRAMS, Providers, shutDown } from "./packaged-provider.ts";

const hostile = mkdtempSync(join(tmpdir(), "hostile-"));
const evidence = join(hostile, "code-of-the-checkout-ran");
const providers = new Providers();

/** A checkout in which every file that a JavaScript runtime may pick up by itself is a trap. */
beforeAll(() => {
  const trap = `require("node:fs").writeFileSync(${JSON.stringify(evidence)}, "");\nconsole.log("trapped");\n`;
  const write = (path: string, text: string): void => writeFileSync(join(hostile, path), text);
  for (const name of ["undici", "zod", "@grpc/grpc-js", "bun", "node:fs"]) {
    mkdirSync(join(hostile, "node_modules", name), { recursive: true });
    write(join("node_modules", name, "index.js"), trap);
    write(join("node_modules", name, "package.json"), '{ "main": "index.js" }');
  }
  write("trap.js", trap);
  for (const file of [".env", ".env.local", ".env.production", ".env.development"]) {
    write(file, "SECTIGO_CUSTOMER_URI=from-the-checkout\nSECTIGO_BASE_URL=http://192.0.2.1\nTF_LOG=TRACE\n");
  }
  write("bunfig.toml", 'preload = ["./trap.js"]\n[run]\npreload = ["./trap.js"]\n');
  write("package.json", '{ "type": "module", "imports": { "#x": "./trap.js" }, "main": "./trap.js" }');
  write("tsconfig.json", '{ "compilerOptions": { "baseUrl": ".", "paths": { "*": ["./trap.js"] } } }');
  write("node.config.json", '{ "nodeOptions": { "import": ["./trap.js"] } }');
  for (const file of ["index.js", "main.js", "provider.cjs", "preload.js"]) write(file, trap);
});
afterEach(() => providers.endAll());
afterAll(() => rmSync(hostile, { recursive: true }));

describe.each(PROGRAMS)("$name in a hostile working directory", (program) => {
  it("runs nothing and reads nothing of it", async () => {
    const provider = await providers.start(program, { workingDirectory: hostile });
    const { provider: schema } = await provider.connection.call(Provider, "getProviderSchema", {});
    expect(schema).toBeDefined();
    expect(await shutDown(provider)).toEqual({ code: 0, signal: null });
    expect(existsSync(evidence)).toBe(false);
    // With the log level of a `.env` it would have written lines.
    expect(provider.plugin.stderr).toEqual([]);
    expect(provider.plugin.stdout).toEqual([provider.line.text]);
  });

  it("is not turned into something else by Bun's own variables", async () => {
    const environment = { BUN_BE_BUN: "1", BUN_OPTIONS: `--preload ${join(hostile, "trap.js")}` };
    const provider = await providers.start(program, { environment });
    await provider.connection.call(Provider, "getProviderSchema", {});
    expect(await shutDown(provider)).toEqual({ code: 0, signal: null });
    expect(existsSync(evidence)).toBe(false);
  });
});

describe("the package's folder", () => {
  const files = readdirSync(PACKAGE_FOLDER);

  it("has one file that Terraform can take for the provider, and it may be executed", () => {
    expect(files.filter((file) => file.startsWith("terraform-provider-"))).toEqual([PACKAGE_LAYOUT.entry]);
    expect(statSync(join(PACKAGE_FOLDER, PACKAGE_LAYOUT.entry)).mode & 0o111).toBe(0o111);
    expect(statSync(join(PACKAGE_FOLDER, PACKAGE_LAYOUT.executable)).mode & 0o111).toBe(0o111);
  });

  it("brings the licences of all that is in it", () => {
    const notices = readFileSync(join(PACKAGE_FOLDER, PACKAGE_LAYOUT.notices), "utf8");
    for (const name of ["@grpc/grpc-js", "@bufbuild/protobuf", "undici", "zod", "@oven/bun-linux-x64"]) {
      expect(notices).toMatch(new RegExp(`^${name} \\d`, "m"));
    }
  });

  it("tells nothing of the machine that it was built on", () => {
    const bundle = PACKAGE_LAYOUT.bundle;
    const paths = [PACKAGE_LAYOUT.executable, ...(bundle === null ? [] : [bundle])];
    const checkout = new URL("../..", import.meta.url).pathname;
    for (const path of paths) {
      expect(readFileSync(join(PACKAGE_FOLDER, path)).includes(checkout), path).toBe(false);
    }
  });
});

it("lies in the mirror under OpenTofu's host too, as the same file", () => {
  const elsewhere = PACKAGE_FOLDER.replace("registry.terraform.io", "registry.opentofu.org");
  expect(elsewhere).not.toBe(PACKAGE_FOLDER);
  const files = Object.values(PACKAGE_LAYOUT).filter((file) => file !== null);
  for (const file of files)
    expect(statSync(join(elsewhere, file)).ino).toBe(statSync(join(PACKAGE_FOLDER, file)).ino);
});
