import { expect, test } from "vitest";
import { testScm } from "../testing.ts";

test.each([
  "/ssl/v1",
  "/ssl/v2",
  "/domain/v1",
  "/organization/v1",
  "/connector/v1/dns",
])("HEAD %s answers with the headers of GET, and no body", async (path) => {
  await using scm = await testScm({ records: 30 });
  const [whole, head] = [await scm.call("GET", path), await scm.call("HEAD", path)];
  expect(whole.status).toBe(200);
  expect(head).toMatchObject({ status: 200, json: undefined });
  for (const name of ["content-type", "x-total-count"])
    expect(head.headers.get(name)).toBe(whole.headers.get(name));
});

test("HEAD of what only takes POST, or does not exist, is not found", async () => {
  await using scm = await testScm();
  for (const path of ["/ssl/v1/enroll-keygen/none", "/report/v1/domains", "/ssl/v1/999999"])
    expect((await scm.call("HEAD", path)).status).toBe(404);
});
