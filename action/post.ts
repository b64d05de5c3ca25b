/** Entry point of the post step: removes what must not outlive the job, also after a failure. */
import { getState } from "@actions/core";
import { removeKeys } from "./agent/remove-keys.ts";
import { createStepLog } from "./step-log.ts";

void removeKeys(getState("keys"), createStepLog()).then((isDone) => {
  process.exitCode = isDone ? 0 : 1;
});
