import { expect } from "vitest";
import type { ProfileRef } from "../../provider/sectigo/profile-ref.ts";
import { type CertificateStage, certificateStage, SHOP_CSR } from "./certificate-stage.ts";

const NOTHING = {
  ...{ business_unit: null, sensors: null, sensor: null, term_days: null, key_types: null },
  ...{
    allowed_names: null,
    common_name_from_san: null,
    renewal: null,
    external_requesters: null,
    owners: null,
    tags: null,
  },
  ...{ custom_fields: { "Cost centre": "4711" }, skip_validation_check: null },
};

/** A profile's `ref` at a fake, by which the sample organization may order. */
export function profileRef(apiUrl: string, change: Partial<ProfileRef> = {}): ProfileRef {
  return {
    ...NOTHING,
    ...{ host: new URL(apiUrl).host, customer_uri: "cst01234", enrollment_method: "rest_api" },
    ...{ organization_id: 7003, scm_profile_id: 3312 },
    ...change,
  };
}

/** The wishes of a certificate that leaves all else to its profile. */
export function shopOf(profile: ProfileRef) {
  return { profile, csr_pem: SHOP_CSR, subject_alternative_names: ["www.shop.example.test"] };
}

/** A ref at the fake of a stage. */
export const refOf = ({ scm }: CertificateStage, change: Partial<ProfileRef> = {}) =>
  profileRef(scm.apiUrl, change);

/** A certificate that its profile gave everything. */
export async function issued(change: Partial<ProfileRef> = {}) {
  const set = await certificateStage();
  const wishes = shopOf(refOf(set, change));
  expect(await set.apply(wishes)).toEqual([]);
  return { set, wishes, [Symbol.asyncDispose]: () => set[Symbol.asyncDispose]() };
}

/** Nothing to do, and nothing found by a refresh. */
export async function expectSettled(set: CertificateStage, wishes: Parameters<CertificateStage["plan"]>[0]) {
  const before = set.state;
  expect(await set.refresh()).toEqual([]);
  expect(set.state).toEqual(before);
  const { planned, diagnostics } = await set.plan(wishes);
  expect(diagnostics).toEqual([]);
  expect(planned).toEqual(before);
}
