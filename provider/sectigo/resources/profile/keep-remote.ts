import { waitOf } from "../../connection.ts";
import { connectionBy } from "./guard.ts";
import { keepAcme } from "./keep-acme.ts";
import { keepForm } from "./keep-form.ts";
import type { Keeping } from "./keeping.ts";
import { rememberCode } from "./known-code.ts";
import { NOTHING_MADE, readMade, writeMade } from "./made.ts";
import { remoteKind } from "./remote-kind.ts";
import { removeFormer } from "./remove-former.ts";
import { removeRemote } from "./remove-remote.ts";
import { NOTHING_KEPT, type RemoteValues } from "./values.ts";

/** Makes, changes or removes what the profile keeps in SCM, until it is as configured. */
export async function keepRemote(keeping: Keeping): Promise<RemoteValues> {
  const kind = remoteKind(keeping.wished);
  // Made once: the deadline counts from here, for all calls together.
  const work = { api: connectionBy(keeping.api, keeping.wished.ref), wait: waitOf(keeping) };
  if (kind === "webForm") return keepForm(keeping, work);
  if (kind === "acme") return keepAcme(keeping, work);
  await removeFormer(work, keeping.private);
  if (keeping.prior !== null) await removeRemote(work, keeping.prior, readMade(keeping.private));
  writeMade(keeping.private, NOTHING_MADE);
  rememberCode(keeping.private, null);
  return NOTHING_KEPT;
}
