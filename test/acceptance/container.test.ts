import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { MIRROR } from "../../provider/build/package-layout.ts";
import { registryHost, Workspace } from "./support/terraform.ts";

const FOLDER = new URL("../../examples/container/", import.meta.url).pathname;
const read = (file: string): string => readFileSync(join(FOLDER, file), "utf8");

/** What the image is made of, without an engine: its settings and its mirror. A nightly workflow builds the image itself. */
it("installs the provider from the image's mirror by the image's settings, and starts it", async () => {
  const [, place = ""] = /^COPY --from=provider \/ (\S+?)\/$/m.exec(read("Dockerfile")) ?? [];
  const settings = read("terraform.rc");
  expect(settings).toContain(JSON.stringify(place));
  const workspace = new Workspace({ environment: {}, files: { "versions.tf": read("versions.tf") } });
  // For OpenTofu its README has users change the host.
  workspace.write(
    "cli.tfrc",
    settings.replaceAll(place, MIRROR).replaceAll("registry.terraform.io", registryHost()),
  );
  try {
    await workspace.init();
    const { stdout } = await workspace.must(["providers", "schema", "-json"]);
    expect(stdout).toContain('"sectigo_certificate"');
  } finally {
    workspace.remove();
  }
});
