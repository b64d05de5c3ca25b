import type { NodeVersion } from "./least-node.ts";
import { nodeText } from "./least-node.ts";
import type { Glibc } from "./target.ts";

/** What the launcher must know of the machine and of the package. */
interface LauncherFacts {
  readonly glibc: Glibc;
  readonly leastNode: NodeVersion;
}

/**
 * How often code must have run before the engine's last compiler takes it, by its own measure; unset it is 100,000. A process of
 * Terraform lives for seconds: what that compiler takes to make code faster does not come back in a plan of 1,000 certificates,
 * and work of minutes still gets there. Source: WebKit, Source/JavaScriptCore/runtime/OptionsList.h. Bun reads the option from a
 * variable of this name, and ends where it does not know one, so it is set for the Bun that is in the package and no other.
 */
const LAST_COMPILER = "BUN_JSC_thresholdForFTLOptimizeAfterWarmUp=1000000";

/**
 * The script that Terraform starts on Linux. It decides between executable and bundle and execs: Terraform waits for
 * the end of the pipes, so no shell may stay between. Before that it looks at whatever would end without a word:
 * Terraform shows the first line of standard output and nothing of standard error, and says nothing of its own but that
 * there was no line. The looks take about 2 ms: the loader's is one process, the rest is the shell's own.
 *
 * Bun reads two variables of its own in every executable it compiles; a user who has them for other work must still
 * get a provider, so they are taken away.
 */
export function writeLauncher({ glibc, leastNode }: LauncherFacts): string {
  return `#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
# Starts the provider: the executable where the C library is glibc, else (Alpine and other musl systems) the same
# program as JavaScript on the machine's own Node.js. What keeps it from starting is said on standard output.
say() { trap - EXIT; echo "$1"; exit 1; }
entry=$0
case $entry in */*) ;; *) entry=./$entry ;; esac
while [ -h "$entry" ]; do
  target=$(readlink "$entry")
  case $target in /*) entry=$target ;; *) entry=\${entry%/*}/$target ;; esac
done
here=\${entry%/*}
program=$here/lib/provider
bundle=$here/lib/provider.cjs
[ -f "$program" ] && [ -f "$bundle" ] ||
  say "The provider's package is not whole: $here/lib lacks provider or provider.cjs. Copy the whole folder, or run init again."
unset BUN_BE_BUN BUN_OPTIONS
export ${LAST_COMPILER}

# A shell that can't exec ends here (dash, busybox), or goes on behind the exec (bash).
failed() {
  why=$( (exec "$1" </dev/null) 2>&1)
  why=\${why%%
*}
  say "The provider can't start $1: \${why##*: }. Where it is being written or scanned, run again; else install it anew."
}
become() {
  started=$1
  trap 'failed "$started"' EXIT
  [ -z "$BASH_VERSION" ] || shopt -s execfail
  exec "$@"
  exit 126
}

# Says in $why what keeps the executable from running here; empty when nothing does.
look() {
  why=
  if [ ! -e '${glibc.loader}' ] || [ -e '${glibc.alpineMark}' ]; then
    why="This system has no glibc"
  elif [ ! -x "$program" ]; then
    why="$program may not be executed (chmod +x restores that; a file system mounted noexec forbids it)"
  elif ! refused=$('${glibc.loader}' --list "$program" 2>&1); then
    refused=\${refused:-it broke off: the file may be cut short}
    why="This system's loader refuses the provider (\${refused%%
*})"${processorCheck(glibc)}
  fi
}
look
[ -n "$why" ] || become "$program" "$@"

found=$(node --version 2>/dev/null)
version=\${found#v}
case $version in *.*) ;; *) version=0.0 ;; esac
major=\${version%%.*}
minor=\${version#*.}
minor=\${minor%%.*}
case $major.$minor in *[!0-9.]* | .* | *.) major=0 minor=0 ;; esac
if [ "$major" -gt ${leastNode.major} ] || { [ "$major" -eq ${leastNode.major} ] && [ "$minor" -ge ${leastNode.minor} ]; }; then
  become node "$bundle" "$@"
fi
if [ -z "$found" ]; then
  remedy="On Alpine 3.23 or newer: apk add nodejs. Elsewhere take"
else
  remedy="Alpine 3.23 and newer have such a Node.js; or take"
fi
say "$why, so the provider needs Node.js ${nodeText(leastNode)} or newer on PATH (found: \${found:-none}). $remedy an image with glibc, for example debian:stable-slim."
`;
}

/** Bun's program for x86-64 needs SSE4.2; without it it ends by SIGILL, and says nothing. */
function processorCheck({ processorFlag }: Glibc): string {
  if (processorFlag === null) return "";
  return `
  else
    while read -r key _ flags; do
      case $key in flags) break ;; esac
    done 2>/dev/null </proc/cpuinfo
    case " $flags " in
      '  ' | *' ${processorFlag} '*) ;;
      *) why="This processor has no ${processorFlag.replace("_", ".").toUpperCase()}" ;;
    esac`;
}
