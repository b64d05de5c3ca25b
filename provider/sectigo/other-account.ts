import { ConfigError, quoted } from "../../core/index.ts";
import type { AccountIdentity } from "./connection.ts";

/** Which SCM account something belongs to, as a `ref` carries it. */
interface AccountOfRef {
  readonly host: string | null;
  /** Null where a client id signs in without one. */
  readonly customer_uri: string | null;
}

/** Arguments that take a `ref`, and how it is given. */
const GIVEN = {
  connector: "sectigo_connector.<name>.ref",
  profile: "sectigo_profile.<name>.ref",
  validation: "sectigo_domain_validation.<name>.ref",
  "filter.outside_limits_of": "[sectigo_profile.<name>.ref]",
} as const;

/**
 * Refuses what belongs to another account than this provider block's, before anything is asked: its ids mean something
 * else here.
 * @param argument that the `ref` was given to
 * @throws ConfigError `config.other_account`, `config.not_a_ref`
 */
export function refuseOtherAccount(
  ref: AccountOfRef,
  identity: AccountIdentity,
  argument: keyof typeof GIVEN,
): void {
  if (ref.host === null)
    throw new ConfigError(`use ${argument}: it is not a ref`, {
      code: "config.not_a_ref",
      path: argument,
      hint: `Pass the whole object: \`${argument} = ${GIVEN[argument]}\`.`,
    });
  if (isSameAccount(ref, identity)) return;
  throw new ConfigError(`use ${argument}: ${twoAccounts(ref.host, ref, identity)}`, {
    code: "config.other_account",
    path: argument,
    hint: `Choose the provider block of that account with \`provider = sectigo.<alias>\`, or the ${argument} of this one.`,
  });
}

/**
 * The same of what stands in state: its ids are another account's, and would be read, or revoked, in this one.
 * @param attempt with the object's name: `destroy certificate 12345`
 * @throws ConfigError `config.other_account`
 */
export function refuseOtherAccountOfState(
  ref: AccountOfRef,
  identity: AccountIdentity,
  attempt: string,
): void {
  if (ref.host === null || isSameAccount(ref, identity)) return;
  throw new ConfigError(`${attempt}: ${twoAccounts(ref.host, ref, identity)}`, {
    code: "config.other_account",
    path: "profile",
    hint:
      "Check base_url and customer_uri of the provider block, or of the environment. If the account itself has moved to " +
      "another address, `apply -refresh=false` records that first.",
  });
}

/**
 * The same of what is kept beside a state that no `ref` speaks for.
 * @throws ConfigError `config.other_account`
 */
export function refuseOtherAccountOfBinding(
  binding: AccountOfRef,
  identity: AccountIdentity,
  attempt: string,
): void {
  if (binding.host === null || isSameAccount(binding, identity)) return;
  throw new ConfigError(`${attempt}: ${twoAccounts(binding.host, binding, identity)}`, {
    code: "config.other_account",
    path: undefined,
    hint:
      "Check base_url and customer_uri of the provider block, or of the environment. If the account itself has moved to " +
      "another address, forget the certificate with `state rm` and the resource's address, and import it by its id: that " +
      "orders and revokes nothing.",
  });
}

/** A client id needs no customer, so that either side may not know it. */
function isSameAccount({ host, customer_uri }: AccountOfRef, identity: AccountIdentity): boolean {
  const { customerUri } = identity;
  return (
    host === identity.host && (customer_uri === null || customerUri === null || customer_uri === customerUri)
  );
}

function twoAccounts(host: string, { customer_uri }: AccountOfRef, identity: AccountIdentity): string {
  const here = accountText(identity.host, identity.customerUri);
  return `it belongs to ${accountText(host, customer_uri)}; this provider is signed in to ${here}`;
}

function accountText(host: string, customerUri: string | null): string {
  const at = `at ${quoted(host)}`;
  return customerUri === null ? `the account ${at}` : `customer ${quoted(customerUri)} ${at}`;
}
