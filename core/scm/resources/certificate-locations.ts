import type { WaitOptions } from "../../base/deadline.ts";
import { createdId, jsonDecoder, noContent } from "../answer.ts";
import type { Caller } from "../caller.ts";
import {
  type CertificateLocation,
  certificateLocation,
  certificateLocations as locationList,
} from "../schemas/certificate-locations.ts";
import { ignoreNotFound } from "./ignore-not-found.ts";
import { LARGEST_LIST_BYTES } from "./paged-call.ts";

export interface CertificateLocations {
  locations(sslId: number, options?: WaitOptions): Promise<readonly CertificateLocation[]>;
  location(sslId: number, locationId: number, options?: WaitOptions): Promise<CertificateLocation>;
  /** Adds a CUSTOM one. The id is null where SCM does not name it. */
  addLocation(
    sslId: number,
    details: Details,
    options?: WaitOptions,
  ): Promise<{ readonly locationId: number | null }>;
  updateLocation(
    sslId: number,
    location: { locationId: number; details: Details },
    options?: WaitOptions,
  ): Promise<void>;
  deleteLocation(sslId: number, locationId: number, options?: WaitOptions): Promise<void>;
}

type Details = Readonly<Record<string, string>>;

const decodeLocations = jsonDecoder(locationList);
const decodeLocation = jsonDecoder(certificateLocation);

/** Source: Sectigo Certificate Manager REST API reference, May 2025, "SSL certificates". */
export function certificateLocations(caller: Caller): CertificateLocations {
  return {
    locations: (sslId, options) =>
      caller.run(
        {
          call: "GET ssl/{sslId}/location",
          what: `list the locations of certificate ${sslId}`,
          params: { sslId },
          decode: decodeLocations,
          largestAnswerBytes: LARGEST_LIST_BYTES,
        },
        options,
      ),
    location: (sslId, locationId, options) =>
      caller.run(
        {
          call: "GET ssl/{sslId}/location/{locationId}",
          what: `read location ${locationId} of certificate ${sslId}`,
          params: { sslId, locationId },
          decode: decodeLocation,
        },
        options,
      ),
    async addLocation(sslId, details, options) {
      const locationId = await caller.run(
        {
          call: "POST ssl/{sslId}/location",
          what: `add a location to certificate ${sslId}`,
          params: { sslId },
          body: { details },
          decode: createdId,
        },
        options,
      );
      return { locationId };
    },
    async updateLocation(sslId, { locationId, details }, options) {
      await caller.run(
        {
          call: "PUT ssl/{sslId}/location/{locationId}",
          what: `change location ${locationId} of certificate ${sslId}`,
          params: { sslId, locationId },
          body: { details },
          decode: noContent,
        },
        options,
      );
    },
    async deleteLocation(sslId, locationId, options) {
      await caller.run<null>(
        {
          call: "DELETE ssl/{sslId}/location/{locationId}",
          what: `delete location ${locationId} of certificate ${sslId}`,
          params: { sslId, locationId },
          decode: noContent,
          recover: ignoreNotFound,
        },
        options,
      );
    },
  };
}
