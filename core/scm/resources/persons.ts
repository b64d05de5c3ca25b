import type { WaitOptions } from "../../base/deadline.ts";
import { quoted } from "../../base/text.ts";
import { createdId, jsonDecoder, noContent } from "../answer.ts";
import type { Caller } from "../caller.ts";
import type { Paged } from "../pages.ts";
import { type Person, person, personList, personReference } from "../schemas/administrators.ts";
import { goneIsDone } from "./gone-is-done.ts";
import { type PageChoice, pagedCall } from "./paged-call.ts";

export interface PersonFilter {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly organizationId?: number | undefined;
  readonly commonName?: string | undefined;
}

/** What a person is made of; members left out of a change stay as they are. */
export interface PersonChange {
  readonly firstName?: string | undefined;
  readonly middleName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly email?: string | undefined;
  readonly organizationId?: number | undefined;
  readonly validationType?: "STANDARD" | "HIGH" | undefined;
  readonly phone?: string | undefined;
  readonly secondaryEmails?: readonly string[] | undefined;
}

/** The people client certificates are for. */
export interface Persons {
  /** De-duplicated by id. */
  list(filter?: PersonFilter & PageChoice, options?: WaitOptions): Paged<Person>;
  get(personId: number, options?: WaitOptions): Promise<Person>;
  /** Null when nobody has the address, as far as this administrator sees. */
  findByEmail(email: string, options?: WaitOptions): Promise<{ readonly personId: number } | null>;
  create(person: PersonChange, options?: WaitOptions): Promise<{ readonly personId: number | null }>;
  update(personId: number, change: PersonChange, options?: WaitOptions): Promise<void>;
  delete(personId: number, options?: WaitOptions): Promise<void>;
}

const decodeList = jsonDecoder(personList);
const decodePerson = jsonDecoder(person);
const decodeReference = jsonDecoder(personReference);

/** Source: Sectigo Certificate Manager REST API reference, May 2025, "Persons". */
export function persons(caller: Caller): Persons {
  return {
    list: ({ size, position, ...filter } = {}, options) =>
      pagedCall<Person>(
        caller,
        {
          call: "GET person",
          what: "list persons",
          query: { ...filter },
          page: { size, position },
          decode: decodeList,
          identify: (row) => row.personId,
        },
        options,
      ),
    get: (personId, options) =>
      caller.run(
        {
          call: "GET person/{id}",
          what: `read person ${personId}`,
          params: { personId },
          decode: decodePerson,
        },
        options,
      ),
    findByEmail: (email, options) =>
      caller.run<{ readonly personId: number } | null>(
        {
          call: "GET person/byEmail/{email}",
          what: `find the person with mail address ${quoted(email)}`,
          params: { email },
          decode: decodeReference,
          recover: ({ status, vendorCode }) => (status === 404 && vendorCode === -105 ? null : undefined),
        },
        options,
      ),
    async create(change, options) {
      const body = { ...change };
      return {
        personId: await caller.run(
          { call: "POST person", what: "create a person", body, decode: createdId },
          options,
        ),
      };
    },
    async update(personId, change, options) {
      const what = `change person ${personId}`;
      const body = { ...change };
      await caller.run(
        { call: "PUT person/{id}", what, params: { personId }, body, decode: noContent },
        options,
      );
    },
    async delete(personId, options) {
      const what = `delete person ${personId}`;
      await caller.run<null>(
        { call: "DELETE person/{id}", what, params: { personId }, decode: noContent, recover: goneIsDone },
        options,
      );
    },
  };
}
