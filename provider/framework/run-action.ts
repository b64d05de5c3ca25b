import type { Action } from "./action.ts";
import { decodeObject } from "./attribute.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { Connected, Environment } from "./environment.ts";
import { MessageQueue } from "./message-queue.ts";
import { notYetKnown } from "./not-yet-known.ts";
import { warnInto } from "./operation.ts";
import { completeConfig } from "./plan/steps.ts";
import { shownLine } from "./shown-text.ts";
import { isWhollyKnown, type ValueRecord } from "./value.ts";
import { planningView, settable } from "./view.ts";

type ActionEvent =
  | { readonly progress: string }
  /** Exactly one, the last. */
  | { readonly completed: readonly Diagnostic[] };

export async function planAction<Api>(
  { spec: { attributes }, handlers }: Action<Api>,
  config: ValueRecord,
  environment: Environment<Api>,
): Promise<readonly Diagnostic[]> {
  if (handlers.plan === undefined) return [];
  const { api, signal, log } = environment;
  try {
    const view = planningView(settable(attributes), completeConfig(attributes, config));
    // The view is made of the attributes that the handler's types were inferred from.
    return await handlers.plan({ api, signal, log, config: view as never });
  } catch (thrown) {
    return [environment.explain(thrown)];
  }
}

/**
 * Runs an action. Whatever is thrown, one `completed` comes, and comes last: by a stream that ends without one, clients
 * take a failure for success.
 */
export async function* runAction<Api>(
  action: Action<Api>,
  config: ValueRecord,
  environment: Connected<Api>,
): AsyncGenerator<ActionEvent> {
  if (!isWhollyKnown(config)) return yield { completed: [notYetKnown(action.name)] };
  const said = new MessageQueue();
  const completed = invoke(action, { config, said }, environment).finally(() => said.end());
  for await (const message of said) yield { progress: shownLine(message) };
  yield { completed: await completed };
}

async function invoke<Api>(
  { spec: { attributes, timeoutMs }, handlers }: Action<Api>,
  { config, said }: { readonly config: ValueRecord; readonly said: MessageQueue },
  { api, signal, log, explain }: Connected<Api>,
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  try {
    await handlers.invoke({
      ...{ api, signal, log, timeoutMs },
      warn: warnInto(diagnostics),
      progress: (message) => said.add(message),
      // Decoded by the attributes that the handler's types were inferred from.
      config: decodeObject(settable(attributes), completeConfig(attributes, config)) as never,
    });
    return diagnostics;
  } catch (thrown) {
    return [...diagnostics, explain(thrown)];
  }
}
