import type { Glibc } from "./target.ts";

/** The least Node that runs the bundle. */
export const LEAST_NODE = 22;

/**
 * The script that Terraform starts on Linux. It decides between executable and bundle and execs: Terraform waits for
 * the end of the pipes, so no shell may stay between.
 *
 * Bun reads two variables of its own in every executable it compiles; a user who has them for other work must still
 * get a provider, so they are taken away.
 *
 * The last words go to stdout: before the handshake Terraform shows the first line of stdout and nothing of stderr.
 */
export function writeLauncher({ loader, alpineMark }: Glibc): string {
  return `#!/bin/sh
# Starts the provider: the executable where the C library is glibc, else (Alpine and other musl systems) the same
# program as JavaScript on the machine's own Node.js.
case $0 in */*) here=\${0%/*} ;; *) here=. ;; esac
unset BUN_BE_BUN BUN_OPTIONS
if [ -e '${loader}' ] && [ ! -e '${alpineMark}' ]; then
  exec "$here/lib/provider" "$@"
fi
found=$(node --version 2>/dev/null)
major=\${found#v}
major=\${major%%.*}
case $major in '' | *[!0-9]*) major=0 ;; esac
if [ "$major" -ge ${LEAST_NODE} ]; then
  exec node "$here/lib/provider.cjs" "$@"
fi
echo "This system has no glibc, so the provider needs Node.js ${LEAST_NODE} or newer on PATH (found: \${found:-none}). On Alpine: apk add nodejs"
exit 1
`;
}
