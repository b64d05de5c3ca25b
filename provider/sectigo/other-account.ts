import { ConfigError, quoted } from "../../core/index.ts";
import type { AccountIdentity } from "./connection.ts";

/** Which SCM account something belongs to, as a `ref` carries it. */
export interface AccountOfRef {
  readonly host: string | null;
  /** Null where a client id signs in without one. */
  readonly customer_uri: string | null;
}

/**
 * Refuses what belongs to another account than this provider block's, before anything is asked: its ids mean something
 * else here.
 * @param argument that the `ref` was given to
 * @throws ConfigError `config.other_account`, `config.not_a_ref`
 */
export function refuseOtherAccount(
  ref: AccountOfRef,
  { host, customerUri }: AccountIdentity,
  argument: "connector" | "profile",
): void {
  if (ref.host === null)
    throw new ConfigError(`use ${argument}: it is no ref`, {
      code: "config.not_a_ref",
      path: argument,
      hint: `Pass the whole object: \`${argument} = sectigo_${argument}.<name>.ref\`.`,
    });
  // A client id needs no customer, so that either side may not know it.
  const isSameCustomer =
    ref.customer_uri === null || customerUri === null || ref.customer_uri === customerUri;
  if (ref.host === host && isSameCustomer) return;
  const theirs = accountText(ref.host, ref.customer_uri);
  throw new ConfigError(
    `use ${argument}: it belongs to ${theirs}; this provider is signed in to ${accountText(host, customerUri)}`,
    {
      code: "config.other_account",
      path: argument,
      hint: `Choose the provider block of that account with \`provider = sectigo.<alias>\`, or the ${argument} of this one.`,
    },
  );
}

function accountText(host: string, customerUri: string | null): string {
  const at = `at ${quoted(host)}`;
  return customerUri === null ? `the account ${at}` : `customer ${quoted(customerUri)} ${at}`;
}
