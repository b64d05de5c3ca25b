import { describe, expect, test } from "vitest";
import { fieldsOf } from "../fields-of.ts";
import { enrollBody, makeCsr, testScm } from "../testing.ts";

const { csr } = makeCsr("www.example.test");
const brokenSignature = csr.replace(/(.{12})(\s+-----END)/, (_all, tail: string, end: string) => {
  return `${tail.startsWith("AAAA") ? "BBBB" : "AAAA"}${tail.slice(4)}${end}`;
});

const REFUSALS: readonly (readonly [title: string, code: number, change: Record<string, unknown>])[] = [
  ["SANs as a list", -1002, { subjAltNames: ["a.example.test"] }],
  ["no organization", -1001, { orgId: undefined }],
  ["no CSR", -7, { csr: undefined }],
  ["no profile", -7, { certType: undefined }],
  ["no term", -7, { term: undefined }],
  ["signs that a CSR can't have", -1601, { csr: "# comment" }],
  ["comments beyond 1,024", -1601, { comments: "x".repeat(1025) }],
  ["an external requester that is no mail address", -1601, { externalRequester: "nobody" }],
  ["an unknown custom field", -135, { customFields: [{ name: "Team", value: "a" }] }],
  ["a custom field twice", -134, { customFields: Array(2).fill({ name: "Cost centre", value: "a" }) }],
  ["an unknown organization", -639, { orgId: 1 }],
  ["an organization without API", -3, { orgId: 7245 }],
  ["an unknown profile", -39, { certType: 1 }],
  ["a profile that is not offered there", -39, { orgId: 7108, certType: 3317, term: 365 }],
  ["a term the profile lacks", -36, { term: 365 }],
  ["a mandatory custom field missing", -62, { orgId: 7108 }],
  ["a CSR that is not base64", -9, { csr: "abc==def" }],
  ["a CSR that can't be decoded", -10, { csr: "AAAA" }],
  ["a CSR without common name", -138, { csr: makeCsr("").csr }],
  ["a CSR with a broken signature", -138, { csr: brokenSignature }],
  ["a CSR with a small key", -141, { csr: makeCsr("www.example.test", "RSA-1024").csr }],
  ["a CSR with a curve not on offer", -13, { csr: makeCsr("www.example.test", "P-521").csr }],
  [
    "RSA where only EC is on offer",
    -11,
    { certType: 3325, csr: makeCsr("www.example.test", "RSA-2048").csr },
  ],
  ["a foreign domain", -1010, { subjAltNames: "www.other.test" }],
  ["a domain of another organization", -1010, { subjAltNames: "www.labs.test" }],
  ["a domain whose validation ran out", -107, { subjAltNames: "www.expired.test" }],
  ["a domain never validated", -107, { subjAltNames: "www.unvalidated.test" }],
  ["an address", -164, { subjAltNames: "192.0.2.1" }],
];

describe("enroll", () => {
  test.for(REFUSALS)("%s is refused with %d", async ([_title, code, change]) => {
    await using scm = await testScm();
    const reply = await scm.call("POST", "/ssl/v1/enroll", enrollBody("www.example.test", change));
    expect(reply).toMatchObject({ status: 400, json: { code } });
    expect(await scm.control.certificates()).toHaveLength(0);
  });

  test("types are judged before values, values before objects", async () => {
    await using scm = await testScm();
    const code = async (body: unknown): Promise<unknown> =>
      fieldsOf((await scm.call("POST", "/ssl/v1/enroll", body)).json).code;
    expect(await code({ orgId: undefined, subjAltNames: [] })).toBe(-1002);
    expect(await code(enrollBody("a.example.test", { orgId: 1, comments: "x".repeat(2000) }))).toBe(-1601);
    expect(await code("not json")).toBe(-1002);
    expect(await code([])).toBe(-1002);
  });

  test("bad credentials come before everything, privileges before the body", async () => {
    await using scm = await testScm();
    const stranger = { login: "nobody", password: "x" };
    expect(await scm.call("POST", "/nonsense", "{", stranger)).toMatchObject({
      status: 401,
      json: { code: -16, description: "Unknown user" },
    });
    expect(await scm.as("reader")("POST", "/ssl/v1/enroll", "{")).toMatchObject({
      status: 400,
      json: { code: -3 },
    });
  });

  test.for(["suspended", "outdated", "federated"])("the %s administrator can't sign in", async (login) => {
    await using scm = await testScm();
    expect(await scm.as(login)("GET", "/ssl/v1/types")).toMatchObject({ status: 401, json: { code: -16 } });
  });

  test("numbers may come as text, unknown members are ignored, the answer has both ids", async () => {
    await using scm = await testScm();
    const body = enrollBody("www.example.test", { orgId: "7019", serverType: -1, numberServers: 1 });
    const reply = await scm.call("POST", "/ssl/v1/enroll/", body);
    expect(reply.json).toStrictEqual({
      sslId: expect.any(Number),
      renewId: expect.stringMatching(/^\w{20}$/),
    });
  });

  test("names lose duplicates of any case, and the CSR's name joins them", async () => {
    await using scm = await testScm();
    const names = "b.example.test, B.example.test,a.example.test";
    await scm.call("POST", "/ssl/v1/enroll", enrollBody("www.example.test", { subjAltNames: names }));
    const [record] = await scm.control.certificates();
    expect(record?.names.map((name) => name.toLowerCase())).toHaveLength(3);
  });
});
