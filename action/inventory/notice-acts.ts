import {
  ConfigError,
  type InventoryStore,
  isUrl,
  noticingActs,
  type ScmClient,
  SectigoError,
} from "../../core/index.ts";
import type { ActionInputs } from "../inputs.ts";
import type { Step } from "../step.ts";
import { accountOf, openStore, storePlace } from "./open-store.ts";

/**
 * The same client, that makes the kept inventory due after each act: the next step reads what this one has ordered, changed or
 * revoked. An act never fails by that: the copy is then as old as it says.
 */
export function noticed(client: ScmClient, inputs: ActionInputs, step: Step): ScmClient {
  const { store: input } = inputs.inventory;
  const place = storePlace(input, step);
  if (place === null) return client;
  const account = accountOf(inputs.connection);
  let opened: Promise<InventoryStore | null> | null = null;
  const opening = () => (opened ??= isThere(place, step).then((is) => (is ? openStore(input, step) : null)));
  const note = async (sslIds: readonly number[]): Promise<void> => {
    try {
      await (await opening())?.makeDue(account, "ssl", sslIds);
    } catch (thrown) {
      if (!(thrown instanceof SectigoError)) throw thrown;
      step.log.say(
        `The inventory was not told of a change, which its next import after the interval shows: ${thrown.message}`,
      );
    }
  };
  return {
    ...noticingActs(client, note),
    async close() {
      await client.close();
      await opened?.then(
        (store) => store?.close(),
        // `note` has told why it could not be opened.
        () => undefined,
      );
    },
  };
}

/** A file that no import has made has nothing that could be due. */
async function isThere(place: string, { workspace }: Step): Promise<boolean> {
  if (isUrl(place)) return true;
  return workspace.existing(place).then(
    () => true,
    (thrown) => {
      if (thrown instanceof ConfigError) return false;
      throw thrown;
    },
  );
}
