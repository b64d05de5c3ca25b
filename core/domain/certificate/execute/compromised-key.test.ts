import { expect, it } from "vitest";
import { enroll, makeCsr, testScm } from "../../../../test/fake-scm/testing.ts";
import { countCalls } from "../../../../test/support/count-calls.ts";
import { steppingClock } from "../../../../test/support/stepping-clock.ts";
import { readCsr } from "../../../pki/csr.ts";
import { createScmClient } from "../../../scm/client.ts";
import { RevokedOrders } from "../observe/revoked-orders.ts";
import { writeComments } from "../order-tag.ts";
import { findCompromised } from "./compromised-key.ts";
import { markerOfOrder } from "./mark-order.ts";
import { OrderClaims } from "./order-context.ts";

const START = new Date("2026-03-16T10:00:00.000Z");
const ORIGIN = { scope: "example/infra", runUrl: null };
const PLACE = { organizationId: 7003, scmProfileId: 3312 };
const REVOKED = 12;
const KEY_COMPROMISE = 1;

it("revoked orders are read once, and held against each key by a hash for each way to name them", async () => {
  await using scm = await testScm({ now: START.getTime() });
  const requests = Array.from({ length: REVOKED }, (_, index) => makeCsr(`host${index}.example.test`).csr);
  const ids: number[] = [];
  for (const [index, csr] of requests.entries()) {
    const asked = { csrPem: csr, subjectAlternativeNames: [] };
    const marker = markerOfOrder(PLACE, asked, { origin: ORIGIN, orderKey: null, key: "given" });
    const comments = writeComments(null, { marker, nonce: "abcdefgh", isLeft: false }, ORIGIN);
    ids.push(await enroll(scm, `host${index}.example.test`, { csr, comments }));
    await scm.control.revoke(ids[index] ?? 0, KEY_COMPROMISE);
  }
  const clock = steppingClock(START);
  const client = createScmClient({
    baseUrl: scm.apiUrl,
    login: { kind: "password", ...scm.credentials },
    clock,
  });
  const context = {
    ...{ clock, random: () => 0, claims: new OrderClaims(), revoked: new RevokedOrders() },
    requester: async () => null,
  };
  const find = (csr: string) => {
    const { publicKeySha256: keySha256 } = readCsr(csr);
    return findCompromised(client, { scope: ORIGIN.scope, orderKey: null, keySha256 }, context);
  };
  const others = [makeCsr("new.example.test").csr, makeCsr("other.example.test").csr];
  const calls = await countCalls("core/domain/certificate/order-tag.ts", async () => {
    for (const csr of others) expect(await find(csr)).toBeNull();
  });
  // Not once for each key. A report that breaks off shows rows again, so the number is not exact on a busy machine.
  expect(calls.get("readComments")).toBeLessThan(others.length * REVOKED);
  // In this scope, and in none: two for a key and a record.
  expect(calls.get("digestOfOrder")).toBeLessThan(others.length * REVOKED * 3);
  expect(await find(requests[5] ?? "")).toBe(ids[5]);
  await client.close();
});
