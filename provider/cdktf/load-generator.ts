import type { TerraformProviderGenerator } from "@cdktf/provider-generator";
import { findTerraform } from "../../test/acceptance/support/terraform.ts";

/** `terraform providers schema -json`, as far as the generator reads it, and the version that was asked. */
export type ProviderSchema = ConstructorParameters<typeof TerraformProviderGenerator>[1];

/**
 * HashiCorp's generator of CDKTF bindings, kept from the network.
 * Loading it runs `terraform version` at once, and that asks HashiCorp's checkpoint service unless told not to; so the
 * environment is set before it is loaded, which a static import would not allow.
 */
export function loadGenerator(): Promise<typeof import("@cdktf/provider-generator")> {
  process.env.CHECKPOINT_DISABLE = "1";
  delete process.env.TF_CLI_CONFIG_FILE; // the user's settings don't matter for a version, and faults in them make noise
  process.env.TERRAFORM_BINARY_NAME ??= findTerraform();
  return import("@cdktf/provider-generator");
}
