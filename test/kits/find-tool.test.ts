import { expect, it } from "vitest";
import { findTool } from "./find-tool.ts";

it("names the program that is missing, and how to get it", () => {
  const find = () => findTool("no-such-python", ["--version"], "install Python");
  expect(find).toThrow(/the tests of the kits need no-such-python \(.*ENOENT.*\); remedy: install Python/);
});

it("says what a program answers that does not do what is needed", () => {
  const find = () =>
    findTool(process.execPath, ["-e", "console.error('no venv'); process.exit(3)"], "add venv");
  expect(find).toThrow(/it ended with 3: no venv\); remedy: add venv/);
});
