import { expect } from "vitest";
import type { TestProxy } from "../../support/proxies.ts";
import { HEADER } from "./configuration.ts";
import type { Workspace } from "./terraform.ts";

/** A provider block with sensors `dc1`, `dc2` …, one for each proxy. @param members further ones of each, as HCL */
export function providerBehind(proxies: readonly TestProxy[], members = ""): string {
  const sensors = proxies.map(
    ({ url }, index) => `    { name = "dc${index + 1}", proxy_url = ${JSON.stringify(url)}${members} },`,
  );
  return `provider "sectigo" {\n  sensors = [\n${sensors.join("\n")}\n  ]\n}\n`;
}

/** A configuration of one connector, its status, and whatever follows. */
export function connector(parts: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ name: '"main"', ...parts }).map(([name, value]) => `  ${name} = ${value}`);
  return `${HEADER}\nresource "sectigo_connector" "main" {\n${lines.join("\n")}\n}\n`;
}

export const STATUS = `
data "sectigo_connector_status" "main" {
  connector = sectigo_connector.main.ref
  store     = "none"
}
`;

/** Nothing to do, and nothing that went wrong while finding out. */
export async function expectEmptyPlan(workspace: Workspace): Promise<void> {
  const { code, stdout, stderr } = await workspace.plan();
  expect({ code, text: `${stdout}${stderr}` }).toMatchObject({ code: 0 });
}
