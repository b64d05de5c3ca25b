import type { OrderOnceRequest } from "../../core/domain/certificate/execute/order-intent.ts";
import { makeCsr } from "../fake-scm/testing.ts";

/** An order of shop.example.test with a key of its own, for tests of orders that meet. */
export function shopOrder(): OrderOnceRequest {
  return {
    order: {
      ...{ organizationId: 7003, scmProfileId: 3312, termDays: 199, comments: null },
      csrPem: makeCsr("shop.example.test").csr,
      subjectAlternativeNames: [],
      externalRequesters: [],
      customFields: {},
    },
    origin: { scope: "example/infra", runUrl: null },
    ...{ orderKey: null, key: "given", adoptWithinMs: 86_400_000 },
  };
}
