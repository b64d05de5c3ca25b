import { expect, it } from "vitest";
import { ConfigError } from "../../core/index.ts";
import { requireCore } from "./least-core.ts";

it.each(["1.0.11", "1.4.7", "0.15.5", "1.4.0-rc1"])("S96 Terraform %s is refused in words", (version) => {
  expect(() => requireCore(version)).toThrow(ConfigError);
  expect(() => requireCore(version)).toThrow(`Terraform ${version} is too old, 1.5 is the least`);
});

it.each([
  "1.5.0",
  "1.5.7",
  "1.6.3",
  "1.11.4",
  "1.16.0-rc2",
  "2.0.0",
  "",
  "dev",
])('Terraform "%s" is taken', (version) => {
  expect(() => requireCore(version)).not.toThrow();
});
