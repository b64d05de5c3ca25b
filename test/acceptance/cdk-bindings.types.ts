import type { IResolvable } from "cdktf";
import type { Certificate, CertificateConfig } from "../../dist/cdk/cdktf/certificate/index.js";
import type { ConnectorConfig } from "../../dist/cdk/cdktf/connector/index.js";
import type { Profile, ProfileConfig } from "../../dist/cdk/cdktf/profile/index.js";

// What the bindings promise an editor: the provider's types. `node provider/cdktf/check-types.ts` is the test.

export const order: CertificateConfig = {
  organizationId: 7003,
  subjectAlternativeNames: ["www.shop.example.test"],
  timeouts: { create: "30m" },
};

export const wrongType: CertificateConfig = {
  // @ts-expect-error an id is a number
  organizationId: "7003",
};

export const computed: CertificateConfig = {
  // @ts-expect-error SCM gives the serial number, an argument can't
  serialNumber: "AB12",
};

/** One of a few words, or an expression for one. */
export const chosen = (expression: IResolvable): CertificateConfig => ({
  onPending: "return",
  trustType: expression,
});

export const misspelled: CertificateConfig = {
  // @ts-expect-error not one of the words
  onPending: "returns",
};

export const misspelledElement: ConnectorConfig = {
  name: "Production",
  // @ts-expect-error not a type of certificates
  import: { certificateTypes: ["tls"] },
};

/** Maps too can come from elsewhere. */
export const shared = (profile: Profile, other: Certificate): CertificateConfig => ({
  profile: profile.ref,
  customFields: profile.ref.customFields,
  renewal: other.renewal,
});

export const required: ProfileConfig = {
  name: "web",
  enrollmentMethod: "csr",
  // @ts-expect-error a name is no connector
  connector: "main",
};
