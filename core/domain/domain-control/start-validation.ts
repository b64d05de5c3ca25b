import type { WaitOptions } from "../../base/deadline.ts";
import { NotFoundError } from "../../base/errors.ts";
import type { ScmClient } from "../../scm/client.ts";
import type { DcvChallenge } from "../../scm/schemas/domains.ts";
import { type ValidationMethod, wireMethod } from "./challenge.ts";

/**
 * Starts a validation, which voids every challenge that was started before. SCM shows the TXT record when the validation
 * is submitted, so that happens here too; of the start itself the 2025 reference has no TXT form, the OpenAPI file has.
 * Sources: SCM REST API reference, May 2025, "DCV"; Admin Operations OpenAPI file 25.9.2.
 */
export async function startValidation(
  client: ScmClient,
  { domain, method }: { readonly domain: string; readonly method: ValidationMethod },
  wait: WaitOptions,
): Promise<DcvChallenge> {
  const { domainValidations } = client;
  if (method !== "txt") return domainValidations.start(wireMethod(method), domain, wait);
  try {
    await domainValidations.start("txt", domain, wait);
  } catch (thrown) {
    if (!(thrown instanceof NotFoundError)) throw thrown;
  }
  const { challenge } = await domainValidations.submit("txt", { domain }, wait);
  return challenge;
}
