import { expect, it } from "vitest";
import { importStage } from "../../../test/support/import-stage.ts";
import type { ImportSettings } from "./settings.ts";

type Stage = Awaited<ReturnType<typeof importStage>>;

/** What was asked, each kind once: call, and what of the report's body is no date. */
async function asked(it: Stage): Promise<readonly string[]> {
  const requests = await it.fake.control.requests();
  await it.fake.control.clearRequests();
  const lines = requests.map(({ method, path, body }) => {
    const { from: _, to: __, ...rest } = (body ?? {}) as Record<string, unknown>;
    return `${method} ${path
      .replace(/^\/api/, "")
      .split("?")[0]
      ?.replace(/\/\d+$/, "/{id}")} ${JSON.stringify(rest)}`;
  });
  return [...new Set(lines)].sort();
}

interface Report {
  readonly organizationIds?: readonly number[];
  /** 2 revocation, 3 expiry, 4 request, 5 issue. Source: SCM's REST API reference, SSL certificates report. */
  readonly date?: number;
  readonly source?: "asked for";
}

function ssl({ organizationIds = [], date, source }: Report = {}): string {
  const body = {
    organizationIds,
    certificateStatus: 0,
    ...(date === undefined ? {} : { certificateDateAttribute: date }),
    // The fake's log shows types where texts could be secrets.
    ...(source === undefined ? {} : { certificateRequestSource: "number" }),
    serialNumberFormat: "text of 19",
  };
  return `POST /report/v1/ssl-certificates ${JSON.stringify(body)}`;
}

const LIST = "GET /ssl/v1 {}";
const WHOLE = '{"organizationIds":[],"certificateStatus":0}';
const CLIENT = ["GET /smime/v2 {}", `POST /report/v1/client-certificates ${WHOLE}`];
const DEVICE = ["GET /device/v1 {}", `POST /report/v1/device-certificates ${WHOLE}`];
const CHANGES = [ssl({ date: 2 }), ssl({ date: 4 }), ssl({ date: 5 })];
const FOUND = ssl({ source: "asked for" });
const FEW = [7003, 7108];

interface Case {
  readonly what: string;
  readonly choice: Partial<ImportSettings>;
  readonly first: readonly string[];
  readonly later: readonly string[];
}

const CASES: readonly Case[] = [
  {
    what: "nothing chosen",
    choice: {},
    first: [LIST, ssl({ date: 4 }), ...CLIENT, ...DEVICE],
    later: [...CHANGES, ...CLIENT, ...DEVICE],
  },
  { what: "ssl", choice: { certificateTypes: ["ssl"] }, first: [LIST, ssl({ date: 4 })], later: CHANGES },
  { what: "client", choice: { certificateTypes: ["client"] }, first: CLIENT, later: CLIENT },
  { what: "device", choice: { certificateTypes: ["device"] }, first: DEVICE, later: DEVICE },
  {
    what: "discovered ones",
    choice: { certificateTypes: ["ssl"], includeDiscovered: true },
    first: [LIST, ssl({ date: 4 }), FOUND],
    later: [...CHANGES, FOUND],
  },
  {
    what: "expired ones",
    choice: { certificateTypes: ["ssl"], includeExpired: true },
    first: [LIST, ssl({ date: 4 })],
    later: [...CHANGES, ssl({ date: 3 })],
  },
  {
    what: "organizations",
    choice: { certificateTypes: ["ssl"], organizationIds: [7108, 7003] },
    first: [LIST, ssl({ date: 4, organizationIds: FEW })],
    later: [2, 4, 5].map((date) => ssl({ date, organizationIds: FEW })),
  },
  {
    what: "states, profiles and no revoked ones: shown, not asked for",
    choice: { certificateTypes: ["ssl"], statuses: ["Issued"], scmProfileIds: [3312], includeRevoked: false },
    first: [LIST, ssl({ date: 4 })],
    later: CHANGES,
  },
];

it.each(CASES)("S21 asks exactly for what is chosen: $what", async ({ choice, first, later }) => {
  await using it = await importStage({ records: 60 });
  await it.import(choice);
  expect(await asked(it)).toEqual([...first].sort());
  await it.pass(43_200_000);
  await it.import(choice);
  expect(await asked(it)).toEqual([...later].sort());
});
