import { expect, it } from "vitest";
import { findTool } from "./find-tool.ts";
import { KitApp } from "./kit-app.ts";
import { meaningOf, typescriptStack } from "./typescript-stack.ts";

it("S71 Go: bindings are made and built, and synthesize the stack of TypeScript", async () => {
  findTool("go", ["version"], "install Go 1.25 or newer (https://go.dev/dl)");
  using app = new KitApp("Go");
  await app.get();
  await app.run("go", "mod", "tidy");
  await app.run("go", "run", "main.go");
  expect(meaningOf(app.stack())).toEqual(meaningOf(await typescriptStack()));
  expect((await app.run("go", "vet", "main.go")).trim()).toBe("");
});
