import type { WaitOptions } from "../../base/deadline.ts";
import { quoted } from "../../base/text.ts";
import { type Decoder, jsonDecoder, noContent } from "../answer.ts";
import type { CallSpec } from "../call-spec.ts";
import type { Caller } from "../caller.ts";
import {
  type CertificateDetails,
  certificateDetails,
  type Enrollment,
  enrollment,
  renewal,
} from "../schemas/certificates.ts";
import {
  type CertificateChange,
  type EnrollOrder,
  enrollBody,
  fieldSecrets,
  type OrderTerms,
  type RenewOrder,
  type ReplaceOrder,
  renewBody,
  replaceBody,
  updateBody,
} from "./certificate-requests.ts";
import { explainPrivilege } from "./explain-privilege.ts";

/**
 * What costs money or changes a record. Enroll, renew and replace are never repeated once a byte may have left;
 * LostError then says that they may have taken effect: look first.
 */
export interface CertificateOrders {
  /** @throws PrivilegeError `privilege.api_disabled` where the organization's REST API is off, LostError */
  enroll(order: EnrollOrder, options?: WaitOptions): Promise<Enrollment>;
  /** A new record with a new id; the old certificate stays valid. The id is null where SCM does not name it. */
  renew(sslId: number, order?: RenewOrder, options?: WaitOptions): Promise<{ readonly sslId: number | null }>;
  /** Reissues under the same id; done when the serial number has changed and the status is Issued again. */
  replace(sslId: number, order: ReplaceOrder, options?: WaitOptions): Promise<void>;
  /** Changes the members given. @returns the record afterwards */
  update(sslId: number, change: CertificateChange, options?: WaitOptions): Promise<CertificateDetails>;
}

const decodeDetails = jsonDecoder(certificateDetails);
const decodeEnrollment = jsonDecoder(enrollment);
const decodeRenewalBody = jsonDecoder(renewal);

/** 200 with the new id is documented, 204 without one is what a public client expects. */
const decodeRenewal: Decoder<{ readonly sslId: number | null }> = (answer) =>
  answer.status === 204 || answer.body.length === 0
    ? { ok: true, value: { sslId: null } }
    : decodeRenewalBody(answer);

function enrollWhat(order: OrderTerms, commonName?: string): string {
  const name = commonName ?? order.subjectAlternativeNames[0];
  const target = name === undefined ? "a certificate" : quoted(name);
  return `enroll ${target} in organization ${order.organizationId} with SCM profile ${order.scmProfileId}`;
}

/** Source: Sectigo Certificate Manager REST API reference, May 2025, "SSL certificates". */
export function certificateOrders(caller: Caller): CertificateOrders {
  /** Runs a call on one record; a refusal for lack of privilege is looked into. */
  const onRecord = <T>(sslId: number, spec: Omit<CallSpec<T>, "params">, options?: WaitOptions): Promise<T> =>
    explainPrivilege(caller, { sslId }, caller.run({ ...spec, params: { sslId } }, options), options);

  const place = (spec: Omit<CallSpec<Enrollment>, "decode">, order: OrderTerms, options?: WaitOptions) =>
    explainPrivilege(
      caller,
      order,
      caller.run({ ...spec, secrets: fieldSecrets(order), decode: decodeEnrollment }, options),
      options,
    );

  return {
    enroll: async (order, options) =>
      place({ call: "POST ssl/enroll", what: enrollWhat(order), body: enrollBody(order) }, order, options),
    renew: async (sslId, order = {}, options) =>
      onRecord(
        sslId,
        {
          call: "POST ssl/renewById/{sslId}",
          what: `renew certificate ${sslId}`,
          body: renewBody(order),
          decode: decodeRenewal,
        },
        options,
      ),
    async replace(sslId, order, options) {
      const what = `replace certificate ${sslId}`;
      const body = replaceBody(order);
      await onRecord(sslId, { call: "POST ssl/replace/{sslId}", what, body, decode: noContent }, options);
    },
    update: async (sslId, change, options) =>
      caller.run(
        {
          call: "PUT ssl",
          what: `update certificate ${sslId}`,
          body: updateBody(sslId, change),
          secrets: fieldSecrets(change),
          decode: decodeDetails,
        },
        options,
      ),
  };
}
