/** What many requests cost SCM: of those whose certificates are kept, a call each and nothing more that grows with them. */
import { readdirSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { startJob } from "./support/job.ts";

const FEW = 10;
const ALL = 30;
/** Organization, SCM profile, the shared list, and one certificate of the CA that issued all of them. */
const ONCE = 4;

/** `certs/h00.csr` to `certs/h29.csr`. */
function filesOf(): Readonly<Record<string, string>> {
  const names = Array.from({ length: ALL }, (_none, number) => `h${String(number).padStart(2, "0")}`);
  return Object.fromEntries(names.map((name) => [`certs/${name}.csr`, makeCsr(`${name}.example.test`).csr]));
}

it("a request that is only reused costs one call with its files there, and two where they are gone", async () => {
  await using job = await startJob({ files: filesOf() });
  const { runner, scm } = job;
  let runs = 0;
  const run = async (csr: string, more: Readonly<Record<string, string>> = {}) => {
    await scm.control.clearRequests();
    const inputs = { ...job.inputs, csr, "output-directory": "out", ...more };
    runs += 1;
    const { code, outputs, log } = await runner.run(inputs, { GITHUB_RUN_ID: String(runs) });
    expect(code, log).toBe(0);
    return { outputs, requests: (await scm.control.requests()).length };
  };
  const every = "certs/*.csr";
  const first = await run(every);
  expect(first.outputs).toMatchObject({ ordered: String(ALL), changed: String(ALL) });

  const few = await run("certs/h0*.csr");
  const all = await run(every);
  expect(few).toMatchObject({ outputs: { reused: String(FEW), changed: "0" }, requests: FEW + ONCE });
  expect(all).toMatchObject({ outputs: { reused: String(ALL), changed: "0" }, requests: ALL + ONCE });
  // A check asks for the state of validations besides, to tell what ends soon.
  const check = await run(every, { command: "check" });
  expect(check).toMatchObject({ outputs: { "would-order": "0" }, requests: ALL + ONCE + 1 });

  // What is not whole is collected, each alone, and written anew.
  const out = join(runner.workspace, "out");
  const names = readdirSync(out).filter((name) => name.endsWith(".full-chain.pem"));
  const [cut = "", gone = "", other = ""] = names;
  const whole = [cut, gone, other].map((name) => runner.read(join("out", name)));
  truncateSync(join(out, cut), 400);
  rmSync(join(out, gone));
  runner.write(join("out", other), whole[0] ?? "");
  const mended = await run(every);
  // Of the one that is gone, the leaf beside it tells that it is the same certificate.
  expect(mended).toMatchObject({ outputs: { reused: String(ALL), changed: "2" }, requests: ALL + ONCE + 3 });
  expect([cut, gone, other].map((name) => runner.read(join("out", name)))).toEqual(whole);

  // On a hosted runner nothing lies there: each is collected.
  rmSync(out, { recursive: true });
  const hosted = await run(every);
  expect(hosted).toMatchObject({ outputs: { reused: String(ALL) }, requests: 2 * ALL + ONCE - 1 });
});
