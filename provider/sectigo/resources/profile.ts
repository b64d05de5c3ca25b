import { resource } from "../../framework/resource.ts";
import type { Connection } from "../connection.ts";
import { profileAttributes } from "./profile/attributes.ts";
import { createProfile, updateProfile } from "./profile/create.ts";
import { destroyProfile } from "./profile/destroy.ts";
import { planProfile } from "./profile/plan.ts";
import { readProfile } from "./profile/read.ts";
import { validateProfile } from "./profile/validate.ts";

const MINUTE_MS = 60_000;

/** `sectigo_profile`: for whom, with what and how certificates are enrolled. */
export const profileResource = resource<Connection>()(
  "profile",
  {
    version: 0,
    doc:
      "What certificates are enrolled with: a connector, an organization, an SCM profile and one of seven enrollment " +
      "methods. It stands in Terraform's state; where its method needs it, it keeps an account on an SSL web form or an " +
      "ACME account in SCM, and removes on destroy what it made there.",
    attributes: profileAttributes,
    timeoutsMs: { create: 10 * MINUTE_MS, update: 10 * MINUTE_MS, delete: 5 * MINUTE_MS, read: MINUTE_MS },
  },
  {
    validate: validateProfile,
    plan: planProfile,
    create: createProfile,
    read: readProfile,
    update: updateProfile,
    delete: destroyProfile,
  },
);
