import type { ExitCode } from "../exit.ts";
import { EXIT } from "../exit.ts";
import type { ActionInputs } from "../inputs.ts";
import type { Step } from "../step.ts";

export async function check(_inputs: ActionInputs, _step: Step): Promise<ExitCode> {
  return EXIT.done;
}
