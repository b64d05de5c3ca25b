import type { WaitOptions } from "../../base/deadline.ts";
import { jsonDecoder, noContent } from "../answer.ts";
import type { Caller } from "../caller.ts";
import {
  type Organization,
  type OrganizationDetails,
  type OrganizationReference,
  type OrganizationValidation,
  organizationDetails,
  organizationList,
  organizationReferences,
  organizationValidation,
  organizationValidations,
} from "../schemas/organizations.ts";
import { ignoreNotFound } from "./ignore-not-found.ts";
import { LARGEST_LIST_BYTES } from "./paged-call.ts";

export interface Organizations {
  /** All organizations visible to this administrator, with their departments; SCM's order. */
  list(options?: WaitOptions): Promise<readonly Organization[]>;
  /** An organization or a department. */
  get(organizationId: number, options?: WaitOptions): Promise<OrganizationDetails>;
  /** Those that this administrator manages in a role such as RAO_SSL; flat. */
  managedBy(role: string, options?: WaitOptions): Promise<readonly OrganizationReference[]>;
  /** Those that may have certificates of a type. */
  forType(
    type: "SSL" | "Client" | "Device" | "CodeSign",
    options?: WaitOptions,
  ): Promise<readonly Organization[]>;
  validations(organizationId: number, options?: WaitOptions): Promise<readonly OrganizationValidation[]>;
  validation(
    organizationId: number,
    validationId: number,
    options?: WaitOptions,
  ): Promise<OrganizationValidation>;
  /** Asks the CA for the present state. */
  syncValidation(
    organizationId: number,
    validationId: number,
    options?: WaitOptions,
  ): Promise<OrganizationValidation>;
  deleteValidation(organizationId: number, validationId: number, options?: WaitOptions): Promise<void>;
}

const decodeList = jsonDecoder(organizationList);
const decodeDetails = jsonDecoder(organizationDetails);
const decodeReferences = jsonDecoder(organizationReferences);
const decodeValidation = jsonDecoder(organizationValidation);
const decodeValidations = jsonDecoder(organizationValidations);

/** Source: Sectigo Certificate Manager REST API reference, May 2025, "Organizations". */
export function organizations(caller: Caller): Organizations {
  return {
    list: (options) =>
      caller.run(
        {
          call: "GET organization",
          what: "list organizations",
          decode: decodeList,
          largestAnswerBytes: LARGEST_LIST_BYTES,
        },
        options,
      ),
    get: (organizationId, options) =>
      caller.run(
        {
          call: "GET organization/{id}",
          what: `read organization ${organizationId}`,
          params: { organizationId },
          decode: decodeDetails,
        },
        options,
      ),
    managedBy: (role, options) =>
      caller.run(
        {
          call: "GET organization/managedBy/{role}",
          what: `list organizations managed as ${role}`,
          params: { role },
          decode: decodeReferences,
          largestAnswerBytes: LARGEST_LIST_BYTES,
        },
        options,
      ),
    forType: (type, options) =>
      caller.run(
        {
          call: "GET organization/report-type/{type}",
          what: `list organizations with ${type} certificates`,
          params: { type },
          decode: decodeList,
          largestAnswerBytes: LARGEST_LIST_BYTES,
        },
        options,
      ),
    validations: (organizationId, options) =>
      caller.run(
        {
          call: "GET organization/{id}/validations",
          what: `list validations of organization ${organizationId}`,
          params: { organizationId },
          decode: decodeValidations,
          largestAnswerBytes: LARGEST_LIST_BYTES,
        },
        options,
      ),
    validation: (organizationId, validationId, options) =>
      caller.run(
        {
          call: "GET organization/{id}/validations/{validationId}",
          what: `read validation ${validationId} of organization ${organizationId}`,
          params: { organizationId, validationId },
          decode: decodeValidation,
        },
        options,
      ),
    syncValidation: (organizationId, validationId, options) =>
      caller.run(
        {
          call: "POST organization/{id}/validations/{validationId}/sync",
          what: `synchronize validation ${validationId} of organization ${organizationId}`,
          params: { organizationId, validationId },
          decode: decodeValidation,
        },
        options,
      ),
    async deleteValidation(organizationId, validationId, options) {
      await caller.run<null>(
        {
          call: "DELETE organization/{id}/validations/{validationId}",
          what: `delete validation ${validationId} of organization ${organizationId}`,
          params: { organizationId, validationId },
          decode: noContent,
          recover: ignoreNotFound,
        },
        options,
      );
    },
  };
}
