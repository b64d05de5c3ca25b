import type { ResourceHandlers } from "../../../framework/resource.ts";
import type { Connection } from "../../connection.ts";
import type { ProfileRef } from "../../profile-ref.ts";
import type { ProfileAttributes } from "./attributes.ts";
import { checkConnector, checkUnit } from "./guard.ts";
import { keepRemote } from "./keep-remote.ts";
import { settleRef } from "./settle-ref.ts";
import { NOTHING_KEPT, type ProfileConfig, type ProfileState } from "./values.ts";

type Handlers = ResourceHandlers<ProfileAttributes, Connection>;

/** Makes what the profile keeps in SCM; most keep nothing there. */
export async function createProfile(request: Parameters<Handlers["create"]>[0]): Promise<ProfileState> {
  const { config, planned, checkpoint } = request;
  checkConnector(config, request.api, "create");
  const wished = wishedState(config, await settleRef(request, planned, null));
  const values = await keepRemote({
    ...request,
    ...{ wished, prior: null, accessCode: config.access_code_wo },
    checkpoint: (made) => checkpoint({ ...wished, ...made }),
  });
  return { ...wished, ...values };
}

/** Changes what SCM holds, if the change concerns it. */
export async function updateProfile(request: Parameters<Handlers["update"]>[0]): Promise<ProfileState> {
  const { config, planned, prior, checkpoint } = request;
  checkUnit(prior, request.api, "change");
  checkConnector(config, request.api, "change");
  const wished = wishedState(config, await settleRef(request, planned, prior));
  const values = await keepRemote({
    ...request,
    ...{ wished, prior, accessCode: config.access_code_wo },
    checkpoint: (made) => checkpoint({ ...wished, ...made }),
  });
  return { ...wished, ...values };
}

/** All that the user says, but for what is never stored. */
function wishedState({ access_code_wo: _, ...config }: ProfileConfig, ref: ProfileRef): ProfileState {
  return { ...config, business_unit: ref.business_unit, ref, ...NOTHING_KEPT, drift: [] };
}
