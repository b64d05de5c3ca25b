import {
  CancelledError,
  ConfigError,
  LoginError,
  LostError,
  OutageError,
  RateError,
  SectigoError,
  StoreError,
} from "../../../../core/index.ts";

/** What any other record would meet as well: sign-in, outage, rate, a lost connection, an interrupt, this machine. */
const OF_ALL = [LoginError, OutageError, RateError, LostError, CancelledError, ConfigError, StoreError];
/** A gateway, portal or filter of addresses answered in SCM's place. */
const ON_THE_WAY = ["contract.html", "privilege.blocked"];

/** Whether a read failed for its record alone. */
export function isOfOne(thrown: unknown): boolean {
  if (thrown instanceof SectigoError && ON_THE_WAY.includes(thrown.code)) return false;
  return !OF_ALL.some((kind) => thrown instanceof kind);
}
