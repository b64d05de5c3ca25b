import { ConfigError } from "../../core/index.ts";

/** Versions below have no checks in the plan of a destroy, so that the fuse would stop it half way. */
const LEAST = { major: 1, minor: 5 };

/**
 * Refuses a Terraform that is too old. OpenTofu tells its own version, which begins at 1.6.
 * @param version  as the core tells it; one that is not a version is let through
 * @throws ConfigError `config.terraform_version`
 */
export function requireCore(version: string): void {
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(version) ?? [];
  if (major === undefined || Number(major) > LEAST.major) return;
  if (Number(major) === LEAST.major && Number(minor) >= LEAST.minor) return;
  const least = `${LEAST.major}.${LEAST.minor}`;
  throw new ConfigError(`configure the provider: Terraform ${version} is too old, ${least} is the least`, {
    code: "config.terraform_version",
    hint: `Use Terraform ${least} or newer, or OpenTofu 1.6 or newer: older ones revoke what max_revocations_per_run forbids.`,
  });
}
