import type { PrivateData } from "../../../framework/private.ts";
import { readFormer, writeFormer } from "./made.ts";
import type { ScmWork } from "./scm-work.ts";

/** Deletes the ACME accounts that the present one has followed; each is off the record as soon as it is gone. */
export async function removeFormer({ api, wait }: ScmWork, data: PrivateData): Promise<void> {
  for (const id of readFormer(data)) {
    await api.client.acme.deleteAccount(id, wait);
    writeFormer(
      data,
      readFormer(data).filter((other) => other !== id),
    );
  }
}
