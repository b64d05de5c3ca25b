import { expect, it } from "vitest";
import { findTool } from "./find-tool.ts";
import { installKit, maven } from "./java-kit.ts";
import { KitApp } from "./kit-app.ts";
import { meaningOf, typescriptStack } from "./typescript-stack.ts";

it("S71 Java: bindings are made and compiled, and synthesize the stack of TypeScript", async () => {
  findTool("javac", ["-version"], "install a JDK, 11 or newer (Debian: default-jdk-headless)");
  findTool("mvn", ["-version"], "install Maven 3.8 or newer (Debian: maven)");
  using app = new KitApp("Java");
  await installKit(app);
  await app.get();
  await maven(app, "compile", "exec:java");
  expect(meaningOf(app.stack())).toEqual(meaningOf(await typescriptStack()));
});
