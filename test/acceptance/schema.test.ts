import { expect, it } from "vitest";
import { HEADER } from "./support/configuration.ts";
import { Workspace } from "./support/terraform.ts";

/**
 * What Terraform makes of the provider's schema. A removed attribute or a changed type needs a state upgrade or a major
 * version, so no change may happen unnoticed: `npx vitest --update` takes over one that is meant.
 */
it("serves the schema that is on record", async () => {
  const workspace = new Workspace({ environment: {}, files: { "main.tf": HEADER } });
  try {
    await workspace.init();
    const { stdout } = await workspace.must(["providers", "schema", "-json"]);
    await expect(`${JSON.stringify(JSON.parse(stdout), null, 2)}\n`).toMatchFileSnapshot(
      "gen/provider-schema.json",
    );
  } finally {
    workspace.remove();
  }
});
