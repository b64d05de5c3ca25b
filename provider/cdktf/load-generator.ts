import type { TerraformProviderGenerator } from "@cdktf/provider-generator";
import { findTerraform } from "../../test/acceptance/support/terraform.ts";
import type { Flavour } from "./flavour.ts";

/** `terraform providers schema -json`, as far as the generator reads it, and the version that was asked. */
export type ProviderSchema = ConstructorParameters<typeof TerraformProviderGenerator>[1];

/** What both kits' generators have; the second began as a copy of the first. */
type Generator = Pick<typeof import("@cdktf/provider-generator"), "CodeMaker" | "TerraformProviderGenerator">;

/**
 * The kit's own generator of bindings, kept from the network.
 * Loading it runs `terraform version` at once, and that asks HashiCorp's checkpoint service unless told not to; so the
 * environment is set before it is loaded, which a static import would not allow.
 */
export async function loadGenerator(kit: Flavour["kit"]): Promise<Generator> {
  process.env.CHECKPOINT_DISABLE = "1";
  delete process.env.TF_CLI_CONFIG_FILE; // the user's settings don't matter for a version, and faults in them make noise
  process.env.TERRAFORM_BINARY_NAME ??= findTerraform();
  if (kit === "cdktf") return import("@cdktf/provider-generator");
  // The classes are the same in what is used of them, but for the types' private parts.
  return (await import("@cdktn/provider-generator")) as unknown as Generator;
}
