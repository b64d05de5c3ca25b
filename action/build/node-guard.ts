import { type NodeVersion, nodeText } from "../../provider/build/least-node.ts";

/**
 * What stands before all else in a bundle: an older Node says which one is needed, where it would end with a TypeError of
 * ours. In words that every Node reads. GitHub's own runner brings its Node; others take what is there.
 */
export function nodeGuard({ major, minor }: NodeVersion): string {
  return (
    // The bundle's own directive would no longer come first.
    `"use strict";(function(){var v=process.versions.node.split(".");` +
    `if(v[0]>${major}||v[0]==${major}&&v[1]>=${minor})return;` +
    `console.log((process.env.GITHUB_ACTIONS==="true"?"::error::":"error: ")+` +
    `"Sectigo certificates need Node ${nodeText({ major, minor })} or newer, and this is "+process.versions.node+". ` +
    `Install it, or use a runner that brings it.");process.exit(2)})();`
  );
}
