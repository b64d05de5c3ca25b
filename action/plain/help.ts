import { VERSION } from "../version.ts";

/** Inputs and their descriptions out of action.yml; the build puts them here. */
declare const ACTION_HELP: string;

export function helpText(): string {
  return `Certificates of Sectigo Certificate Manager, exactly once. Version ${VERSION}.

Usage: node sectigo-certificates.cjs COMMAND [--name value]…

Each option is also a variable: --allowed-names is SECTIGO_ALLOWED_NAMES. The option wins. An option that is given several
times has several lines. Secrets are variables only: SECTIGO_PASSWORD, SECTIGO_CLIENT_SECRET, SECTIGO_CLIENT_KEY,
SECTIGO_PKCS12_PASSWORD, SECTIGO_SENSORS. Paths lie below the current folder.

  --markdown-report FILE   what happened, for people
  --json-report FILE       outputs and exit code, for programs
  --help, --version

${ACTION_HELP}
Exit codes: 0 done, 1 something failed, 2 an input or the sign-in is wrong, 3 pending with on-pending=fail, 4 SCM can't be
reached, 5 cancelled.
`;
}
