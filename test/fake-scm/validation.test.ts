import { expect, test } from "vitest";
import { enroll, enrollBody, testScm } from "./testing.ts";

const NOON = Date.parse("2026-03-16T12:00:00Z");
const DAY_MS = 86_400_000;

test("organizations show their validations; departments have none of their own", async () => {
  await using scm = await testScm({ now: NOON });
  expect((await scm.call("GET", "/organization/v2/7003/validations")).json).toMatchObject([
    { id: 233, validationLevel: "OV_SSL", status: "VALIDATED", expires: expect.stringMatching(/^2035-.*Z$/) },
    { id: 236, validationLevel: "EV_SSL", status: "PENDING", backgroundStatus: "PENDING" },
  ]);
  expect((await scm.call("GET", "/organization/v2/7019/validations")).json).toEqual([]);
  expect((await scm.call("GET", "/organization/v2/7003/validations/233")).json).toMatchObject({
    organizationDetails: { generalDetails: { legalName: "Example Ltd" } },
  });
  expect((await scm.call("GET", "/organization/v2/7003/validations/241")).status).toBe(404);
  expect((await scm.call("GET", "/organization/v2/1/validations")).status).toBe(404);
});

test("an organization whose validation has ended gets no OV certificate", async () => {
  await using scm = await testScm({ now: NOON });
  await scm.control.changeValidation(233, { expires: "2026-03-17T00:00:00Z" });
  await enroll(scm, "a.example.test");
  await scm.control.advanceClock(DAY_MS);
  const refused = await scm.call("POST", "/ssl/v1/enroll", enrollBody("b.example.test"));
  expect(refused).toMatchObject({ status: 400, json: { code: -843 } });
});

test("domains that are not validated again run out with the time, the others don't", async () => {
  await using scm = await testScm({ now: NOON });
  const status = async (domain: string) =>
    (await scm.call("POST", "/dcv/v2/validation/status", { domain })).json;
  await scm.control.advanceClock(10 * DAY_MS);
  expect(await status("labs.test")).toMatchObject({ status: "EXPIRED", expirationDate: "2026-03-25" });
  await scm.control.advanceClock(400 * DAY_MS);
  expect(await status("example.test")).toMatchObject({ status: "VALIDATED", expirationDate: "2027-10-01" });
  await scm.control.changeDomain("example.test", { validUntil: "2027-05-02T00:00:00Z" });
  expect(await status("example.test")).toMatchObject({ status: "VALIDATED", expirationDate: "2027-05-02" });
  await scm.control.advanceClock(30 * DAY_MS);
  expect(await status("example.test")).toMatchObject({ status: "EXPIRED" });
  const refused = await scm.call("POST", "/ssl/v1/enroll", enrollBody("b.example.test"));
  expect(refused).toMatchObject({ status: 400, json: { code: -107 } });
});
