import * as z from "zod/mini";
import { answerList, idNumber, listOf, orElse, text } from "./wire.ts";

/** Part of an organization with an id of its own; both kinds of id may stand wherever an organization is asked for. */
export interface Department {
  readonly departmentId: number;
  readonly name: string;
}

export interface Organization {
  readonly organizationId: number;
  readonly name: string;
  /** In SCM's order; empty when there are none or none is visible. */
  readonly departments: readonly Department[];
}

const department = z.pipe(
  z.object({ id: idNumber, name: orElse(text, "") }),
  z.transform((wire): Department => ({ departmentId: wire.id, name: wire.name })),
);

const organization = z.pipe(
  z.object({ id: idNumber, name: orElse(text, ""), departments: listOf(department) }),
  z.transform(
    (wire): Organization => ({ organizationId: wire.id, name: wire.name, departments: wire.departments }),
  ),
);

/** GET /organization/v1: the whole tree at once, neither paged nor counted. */
export const organizationList = answerList(organization);
