import {
  CancelledError,
  ConfigError,
  LoginError,
  LostError,
  OutageError,
  PrivilegeError,
  RateError,
  SectigoError,
} from "../core/index.ts";

/** What the process ends with; documented in action/README.md. */
export const EXIT = {
  done: 0,
  /** At least one certificate failed, or a check found faults. */
  failed: 1,
  /** An input, a secret or a file is wrong, or SCM refuses the sign-in: nothing was ordered. */
  input: 2,
  /** Something is not issued yet, and `on-pending: fail` was chosen. */
  pending: 3,
  /** SCM can't be reached: run again later. */
  unreachable: 4,
  /** The run was cancelled. */
  cancelled: 5,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** How a run ends that something ended as a whole. */
export function exitCodeOf(thrown: unknown): ExitCode {
  const error = SectigoError.from(thrown);
  if (error instanceof ConfigError || error instanceof LoginError || error instanceof PrivilegeError)
    return EXIT.input;
  if (error instanceof OutageError || error instanceof LostError || error instanceof RateError)
    return EXIT.unreachable;
  return error instanceof CancelledError ? EXIT.cancelled : EXIT.failed;
}
