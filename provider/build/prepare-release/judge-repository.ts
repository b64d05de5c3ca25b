/** What the job `sign` of the release workflow reads. */
const SECRETS = ["GPG_PRIVATE_KEY", "GPG_PASSPHRASE"];

/**
 * What speaks against the commit. The workflow runs on any tag, so a commit that main does not have would be released unseen.
 * @param found.main  the line of `git ls-remote` about main; null when the remote can't be asked, which is a problem too
 */
export function judgeBranch({ head, main }: { head: string; main: string | null }): readonly string[] {
  if (main === null) return ["the branch main of the remote origin can't be asked for (git ls-remote)"];
  const [tip = ""] = main.split("\t");
  return tip === head
    ? []
    : [`main of the remote origin is at ${tip || "nothing"}, and this checkout at ${head}`];
}

/**
 * What the environment `release` lacks.
 * @param listed  names, one a line, as `gh secret list` prints them; null when gh is not there or not signed in
 */
export function judgeSecrets(listed: string | null): readonly string[] {
  if (listed === null) {
    return ["the secrets of the environment release can't be listed; install gh and sign in: gh auth login"];
  }
  const names = listed.split("\n");
  const missing = SECRETS.filter((name) => !names.includes(name));
  return missing.map((name) => `the environment release has no secret ${name} (docs/publishing.md)`);
}
