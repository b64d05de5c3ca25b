import {
  CancelledError,
  ConfigError,
  LoginError,
  LostError,
  OutageError,
  RateError,
  StoreError,
} from "../../../../core/index.ts";

/** What any other record would meet as well: sign-in, outage, rate, a lost connection, an interrupt, this machine. */
const OF_ALL = [LoginError, OutageError, RateError, LostError, CancelledError, ConfigError, StoreError];

/** Whether a read failed for its record alone. */
export function isOfOne(thrown: unknown): boolean {
  return !OF_ALL.some((kind) => thrown instanceof kind);
}
