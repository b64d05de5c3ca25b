import type { Operation } from "../../../framework/resource.ts";
import { type Connection, waitOf } from "../../connection.ts";
import { checkUnit, connectionBy } from "./guard.ts";
import { readMade } from "./made.ts";
import { removeFormer } from "./remove-former.ts";
import { removeRemote } from "./remove-remote.ts";
import type { StoredProfile } from "./values.ts";

/** Removes what the profile made in SCM. Certificates that were enrolled with it stay as they are. */
export async function destroyProfile(
  request: Operation<Connection> & { readonly prior: StoredProfile },
): Promise<void> {
  const { prior } = request;
  checkUnit(prior, request.api, "destroy");
  const api = connectionBy(request.api, prior.ref);
  const made = readMade(request.private);
  const accountId = prior.endpoint_account_id ?? prior.acme_account_id;
  const work = { api, wait: waitOf(request) };
  await removeFormer(work, request.private);
  await removeRemote(work, prior, made);
  if (accountId === null || made.account) return;
  request.warn(
    `The account ${accountId} of profile "${prior.name}" stays in SCM`,
    "It was there before this profile took it over. Remove it in SCM if it is not needed.",
  );
}
