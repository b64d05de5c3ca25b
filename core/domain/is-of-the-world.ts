import {
  BugError,
  CancelledError,
  ConfigError,
  LoginError,
  SectigoError,
  StoreError,
} from "../base/errors.ts";

/** What neither configuration nor this machine is to blame for, and another run may not meet. */
export function isOfTheWorld(thrown: unknown): boolean {
  const others = [LoginError, StoreError, CancelledError, ConfigError, BugError];
  return thrown instanceof SectigoError && !others.some((kind) => thrown instanceof kind);
}
