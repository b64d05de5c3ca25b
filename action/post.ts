/** Entry point of the post step: removes what must not outlive the job, also after a failure. */
import { getState } from "@actions/core";
import { removeKeys } from "./agent/remove-keys.ts";
import { createStepLog } from "./step-log.ts";

const state = { keys: getState("keys"), places: getState("places") };

void removeKeys(state, createStepLog()).then((isDone) => {
  process.exitCode = isDone ? 0 : 1;
});
