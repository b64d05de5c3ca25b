import type { CertificateConfig } from "../../dist/cdk/cdktf/certificate/index.js";

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
  // @ts-expect-error SCM gives the serial number, nobody sets it
  serialNumber: "AB12",
};
