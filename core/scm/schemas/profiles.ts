import * as z from "zod/mini";
import {
  flag,
  idNumber,
  integer,
  listOf,
  orElse,
  orNull,
  ownList,
  ownText,
  text,
  textLists,
} from "./wire.ts";

/** A certificate profile in SCM (`certType` on the wire). */
export interface ScmProfile {
  readonly scmProfileId: number;
  readonly name: string;
  readonly description: string | null;
  /** Validities on offer, in days, in SCM's order. */
  readonly termsDays: readonly number[];
  /** Algorithm → sizes or curves, as SCM spells them: `{ RSA: ["2048"], EC: ["P-256"] }`; empty if SCM does not say. */
  readonly keyTypes: Readonly<Record<string, readonly string[]>>;
  readonly usesSecondaryOrganizationName: boolean;
}

const profileWire = z.object({
  id: idNumber,
  name: orElse(text, ""),
  description: orNull(text),
  terms: listOf(integer),
  keyTypes: textLists,
  useSecondaryOrgName: orElse(flag, false),
});

const toProfile = z.transform(
  (wire: z.output<typeof profileWire>): ScmProfile => ({
    scmProfileId: wire.id,
    name: wire.name,
    description: wire.description,
    termsDays: wire.terms,
    keyTypes: wire.keyTypes,
    usesSecondaryOrganizationName: wire.useSecondaryOrgName,
  }),
);

/** The profile of a record: null when absent, and when it has no id (some builds fill it in empty). */
export const realProfile = z.pipe(
  orNull(z.pipe(profileWire, toProfile)),
  z.transform((profile) => (profile?.scmProfileId === 0 ? null : profile)),
);

/** GET /ssl/v1/types */
export const scmProfileList = ownList(
  "profiles",
  z.pipe(z.extend(profileWire, { name: ownText }), toProfile),
);

export interface CustomField {
  readonly customFieldId: number;
  readonly name: string;
  /** Whether enrollments by REST must carry it. */
  readonly isMandatory: boolean;
}

/** GET /ssl/v1/customFields */
export const customFieldList = ownList(
  "custom fields",
  z.pipe(
    z.object({ id: idNumber, name: ownText, mandatory: orElse(flag, false) }),
    z.transform(
      (wire): CustomField => ({ customFieldId: wire.id, name: wire.name, isMandatory: wire.mandatory }),
    ),
  ),
);
