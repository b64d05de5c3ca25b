import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generatePrivateKey, makeCsr, withCommonName } from "../../core/index.ts";
import { makeCsr as fakeCsr } from "../fake-scm/testing.ts";
import { type Job, startJob } from "./support/job.ts";
import type { Inputs, StepRun } from "./support/runner.ts";

const START = "2026-04-01T00:00:00Z";
const DUE = "2026-10-10T00:00:00Z";

/** What a request of the drawn step is like; those of `BEFORE` have a certificate when the step begins. */
const NAMES = {
  new: ["new.example.test"],
  other: ["other.example.test"],
  held: ["held.example.test"],
  due: ["due.example.test"],
  /** The fake's CA drops its second name. */
  lacking: ["lacking.example.test", "www.lacking.example.test"],
  /** Ordered, and waits for an approval. */
  waiting: ["waiting.example.test"],
  weak: ["weak.example.test"],
  foreign: ["payments.bank.test"],
  torn: [],
} as const;
type Kind = keyof typeof NAMES;
const KINDS = Object.keys(NAMES) as Kind[]; // the record's own keys
const BEFORE: readonly (readonly [Kind, string])[] = [
  ["due", START],
  ["held", DUE],
  ["lacking", DUE],
  ["waiting", DUE],
];

async function requestOf(kind: Kind): Promise<string> {
  const [first, ...others] = NAMES[kind];
  if (first === undefined) return "no request at all\n";
  if (others.length === 0) return fakeCsr(first, kind === "weak" ? "RSA-1024" : undefined).csr;
  const key = await generatePrivateKey({ algorithm: "EC", curve: "P-256" });
  return makeCsr({ key, subject: { commonName: first }, names: withCommonName(first, others) });
}

/** A repository in which some requests have their certificates, and a step on all of them. */
async function stage(kinds: readonly Kind[], given: Inputs): Promise<{ job: Job; run: Run }> {
  const job = await startJob({ scm: { now: Date.parse(START), strict: { caDropsName: true } } });
  for (const kind of kinds) job.runner.write(`certs/${kind}.csr`, await requestOf(kind));
  for (const [kind, at] of BEFORE.filter(([each]) => kinds.includes(each))) {
    await job.scm.control.setClock(at);
    const before = { csr: `certs/${kind}.csr`, "skip-validation-check": "true", wait: "0" };
    const { credentials, logins, control } = job.scm;
    const own = logins.find(({ login }) => login === credentials.username)?.privileges ?? [];
    const privileges = own.filter((name) => kind !== "waiting" || !/approve/i.test(name));
    await control.changeAdministrator(credentials.username, { privileges });
    await job.runner.run({ ...job.inputs, ...before }, { SECTIGO_TEST_CLOCK: at });
    await control.changeAdministrator(credentials.username, { privileges: own });
  }
  await job.scm.control.setClock(DUE);
  await job.scm.control.clearRequests();
  const inputs = {
    ...{ ...job.inputs, csr: "certs/*.csr", "output-directory": "out" },
    ...{ "allowed-names": ".example.test", "skip-validation-check": "true" },
    ...given,
  };
  const run: Run = (command) => job.runner.run({ ...inputs, command }, { SECTIGO_TEST_CLOCK: DUE });
  return { job, run };
}

type Run = (command: "check" | "enroll") => Promise<StepRun>;

/** Requests that a check calls impossible or faulty, by their file. */
function refusedIn({ summary }: StepRun): readonly string[] {
  const rows = summary.split("\n").filter((line) => /^\| `certs\/.*[⛔❌]/u.test(line));
  return rows.map((row) => /certs\/(\w+)\.csr/.exec(row)?.[1] ?? "").sort();
}

/** Requests for which an enrollment says an error, or that failed without one of their own. */
function failedIn({ annotations, outputs }: StepRun): readonly string[] {
  const told = annotations.flatMap(({ severity, file }) =>
    severity === "error" && file !== null ? [file] : [],
  );
  const records = JSON.parse(outputs.certificates || "[]") as { name: string; outcome: string }[];
  const failed = records.filter(({ outcome }) => outcome === "failed").map(({ name }) => name);
  return [...new Set([...failed, ...told.map((file) => file.replace(/^certs\/|\.csr$/g, ""))])].sort();
}

describe("check and enroll are one plan", () => {
  it("S66 for drawn steps, check announces the orders and the faults that enroll then has", async () => {
    const draw = fc.record({
      kinds: fc.subarray(KINDS, { minLength: 1 }),
      most: fc.constantFrom(0, 1, 100),
      isFileInTheWay: fc.boolean(),
      onExisting: fc.constantFrom("renew", "reuse", "replace"),
      adoptWithin: fc.constantFrom("", "0"),
      // The profile offers 90 and 199.
      termDays: fc.constantFrom("", "90", "365"),
      customFields: fc.constantFrom("", "Cost centre=4711", "Cost center=4711"),
    });
    const property = fc.asyncProperty(draw, async ({ kinds, most, isFileInTheWay, ...draws }) => {
      const { job, run } = await stage(kinds, {
        ...{ "max-orders": most, "on-existing": draws.onExisting, wait: "0" },
        ...{ "term-days": draws.termDays, "custom-fields": draws.customFields },
        "adopt-within": draws.adoptWithin,
      });
      await using _job = job;
      if (isFileInTheWay && most === 1) job.runner.write("out", "a file");
      const announced = await run("check");
      expect(await job.orders()).toBe(0);
      const done = await run("enroll");
      expect(String(await job.orders())).toBe(announced.outputs["would-order"] || "0");
      expect(announced.code === 0).toBe(done.code === 0);
      if (announced.outputs["would-order"] !== "") expect(refusedIn(announced)).toEqual(failedIn(done));
    });
    await fc.assert(property, { numRuns: 10, seed: 1930, endOnFailure: true });
  });

  it("with adopt-within: 0 an order that waits is red in both, with the same words, and nothing is ordered", async () => {
    const { job, run } = await stage(["waiting"], { "adopt-within": "0", wait: "0" });
    await using _job = job;
    const told = [];
    for (const command of ["check", "enroll"] as const) {
      const done = await run(command);
      expect(done).toMatchObject({ code: 1, outputs: { "error-code": "state.order_exists" } });
      told.push(done.annotations.filter(({ severity }) => severity === "error"));
    }
    expect(told[0]).toEqual(told[1]);
    expect(told[0]?.map(({ message }) => message)).toEqual([expect.stringContaining("adopt-within is 0")]);
    expect(await job.orders()).toBe(0);
  });

  it("beyond max-orders the check is red, nothing is ordered, and what is valid is delivered", async () => {
    const { job, run } = await stage(["held", "due", "new", "other"], { "max-orders": 2 });
    await using _job = job;
    const announced = await run("check");
    expect(announced).toMatchObject({ code: 1, outputs: { "would-order": "0" } });
    expect(announced.summary).toMatch(/max\\-orders allows 2 in one run/);
    const done = await run("enroll");
    expect(done.code).toBe(2);
    expect(await job.orders()).toBe(0);
    for (const name of ["held", "due"]) expect(job.runner.read(`out/${name}.leaf.pem`)).toContain("BEGIN");
    expect(done.outputs).toMatchObject({ ordered: "0", delivered: "2" });
    expect(done.annotations.filter(({ severity }) => severity === "error")).toHaveLength(1);
  });

  it.each([
    ["the output directory is a file", "out", /Make the directory "out".*ENOTDIR/],
    [
      "a file's place is a directory",
      "out/new.leaf.pem/x",
      /"out\/new\.leaf\.pem": a directory has this name/,
    ],
  ])("is red where %s, and enroll orders nothing", async (_name, path, told) => {
    const { job, run } = await stage(["new"], {});
    await using _job = job;
    job.runner.write(path, "");
    for (const command of ["check", "enroll"] as const) {
      const done = await run(command);
      expect(done.code).toBe(2);
      expect(done.annotations.map(({ message }) => message).join()).toMatch(told);
    }
    expect(await job.orders()).toBe(0);
  });

  it("makes no folder in a check", async () => {
    const { job, run } = await stage(["new"], {});
    await using _job = job;
    expect(await run("check")).toMatchObject({ code: 0, outputs: { "would-order": "1" } });
    expect(() => job.runner.read("out")).toThrow(/ENOENT/);
  });

  it("says that a mandatory custom field has no value before the merge does", async () => {
    const { job, run } = await stage(["new"], { "fail-on": "warning" });
    await using _job = job;
    const announced = await run("check");
    expect(announced.code).toBe(1);
    expect(announced.summary).toMatch(/marks as mandatory has no value.*Cost centre/s);
  });
});
