import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { makeCsr } from "../fake-scm/testing.ts";
import { type Job, startJob } from "./support/job.ts";

const WORKFLOW = new URL("../../examples/workflows/inventory-changes.yml", import.meta.url);
const START = "2026-06-15T09:30:00Z";
const HOSTILE = "<!channel> @everyone";

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | number>>;
}

const steps = (
  parse(readFileSync(WORKFLOW, "utf8")) as {
    readonly jobs: { readonly tell: { readonly steps: readonly Step[] } };
  }
).jobs.tell.steps;

/** Remembers issues in a file, as GitHub does; the only two commands that the workflow needs, and labels. */
const GH = `#!/bin/sh
set -e
touch issues
case "$1 $2" in
"label create") ;;
"issue list") jq --raw-input '{title: .}' issues | jq --slurp . ;;
"issue create") [ "$3 $5 $7" = "--label --title --body-file" ]; echo "$6" >> issues; cat "$8" >> bodies ;;
*) exit 9 ;;
esac
`;

/** Runs a step's script as the runner does: bash, ended by the first command that fails. */
function runScript(
  name: string,
  job: Job,
  environment: Readonly<Record<string, string>>,
): Promise<number | null> {
  const script = steps.find((step) => step.name === name)?.run ?? "exit 8";
  const bin = join(job.runner.workspace, "bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "gh"), GH);
  chmodSync(join(bin, "gh"), 0o755);
  const env = { PATH: `${bin}:${process.env.PATH}`, ...environment };
  const options = ["--noprofile", "--norc", "-eo", "pipefail", "-c", script];
  const child = spawn("bash", options, {
    cwd: job.runner.workspace,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return new Promise((resolve) => child.once("close", resolve));
}

async function look(job: Job, now: string): Promise<void> {
  await job.scm.control.setClock(now);
  const inputs = steps.find(({ name }) => name === "Look what there is")?.with ?? {};
  const run = await job.runner.run({ ...job.inputs, ...inputs }, { SECTIGO_TEST_CLOCK: now });
  expect(run.code).toBe(0);
}

it("S85 the example tells a chat each change once, and opens one issue per certificate that ends without a successor", async () => {
  await using job = await startJob({
    scm: { now: Date.parse(START) },
    environment: { SECTIGO_TEST_CLOCK: START },
    files: {
      "certs/shop.csr": makeCsr("shop.example.test").csr,
      "certs/api.csr": makeCsr("api.example.test").csr,
    },
  });
  const told: string[] = [];
  const chat = createServer((request, response) => {
    request.on("data", (chunk: Buffer) => told.push(chunk.toString())).on("end", () => response.end());
  });
  await new Promise<void>((resolve) => chat.listen(0, "127.0.0.1", resolve));
  const webhook = { WEBHOOK: `http://127.0.0.1:${(chat.address() as AddressInfo).port}/` };
  const issues = (): string[] => job.runner.read("issues").split("\n").filter(Boolean);
  const night = async (now: string): Promise<void> => {
    await look(job, now);
    expect(await runScript("Tell the chat", job, webhook)).toBe(0);
    expect(await runScript("Open issues for what ends without a successor", job, {})).toBe(0);
  };

  await night("2026-06-15T10:00:00Z");
  expect(told).toEqual([]);
  await job.runner.run({ ...job.inputs, csr: "certs/*.csr" });
  await night("2026-06-16T10:00:00Z");
  expect(told).toHaveLength(1);
  expect(JSON.parse(told[0] ?? "")).toEqual({
    text: expect.stringMatching(/added ssl \d+ shop\.example\.test/),
  });
  expect(issues()).toEqual([]);
  await night("2026-06-16T11:00:00Z");
  expect(told).toHaveLength(1);
  const [{ sslId } = { sslId: 0 }] = await job.scm.control.certificates();
  await job.scm.control.act(sslId, "edit", { customFields: [{ name: "Cost centre", value: HOSTILE }] });
  await night("2026-06-18T10:00:00Z");
  expect(told).toHaveLength(2);
  expect(told[1]).toContain("to &lt;!channel&gt; (at)everyone");
  expect(told[1]).not.toMatch(/[<@]/);

  await night("2026-12-10T10:00:00Z");
  expect(issues()).toHaveLength(2);
  expect(job.runner.read("bodies")).toContain('    {"commonName":"shop.example.test"');
  await night("2026-12-11T10:00:00Z");
  expect(issues()).toHaveLength(2);
  chat.close();
});
