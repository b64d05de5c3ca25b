import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startFakeGithub } from "../fake-github/server.ts";
import { makeCsr } from "../fake-scm/testing.ts";
import { rawServer, reply } from "../support/raw-server.ts";
import { type Job, startJob } from "./support/job.ts";
import type { StepRun } from "./support/runner.ts";

/** What strangers may put into names, descriptions and paths, all at once. */
const HOSTILE =
  "x\n::error::owned\r\n::set-output name=owned::1\n::stop-commands::t ##[error]owned %0A::add-mask::a " +
  "@octocat #1 GH-1 ![i](https://evil.test/i.png) [l](javascript:owned) <img src=x onerror=1> | `c` ```\nowned ```" +
  " https://evil.test www.evil.test <!-- sectigo-check --> \u202Eevil\u0007\u001B[31m";

const isPlain = (text: string): boolean =>
  ["\u0007", "\u001B", "\u202E"].every((sign) => !text.includes(sign));

/** Names of outputs are ours; nothing of a stranger's acts in the log, in Markdown, or on people. */
function expectHarmless(run: StepRun, ...pages: readonly string[]): void {
  // readLog throws for a command that is none of ours.
  expect(run.annotations.filter(({ message }) => message.startsWith("owned"))).toEqual([]);
  expect(run.masks.filter((mask) => mask.startsWith("a"))).toEqual([]);
  expect(Object.keys(run.outputs)).not.toContain("owned");
  for (const line of run.log.split("\n")) {
    expect(line).not.toMatch(/^\s*::(?!add-mask::|debug::|error |warning |notice |group::|endgroup::)/);
    expect(line).not.toContain("##[");
    expect(line).toSatisfy(isPlain);
  }
  for (const page of [run.summary, ...pages]) {
    const outsideOfCode = page.replace(/`[^`\n]*`/g, "").replace(/```mermaid[\s\S]*?```/g, "");
    expect(outsideOfCode).not.toMatch(
      /(?<!\\)!\[|(?<!\\)\]\((?!https:\/\/github\.com\/example\/infra\/[\w%./-]*\))|(?<!\\)<(?!!-- -->|!-- sectigo-check|\/?details>|\/?summary>|br>)|@octocat/,
    );
    expect(outsideOfCode).not.toMatch(/:\/\/evil|www\.evil|GH-1|(?<![\\\w])#1/);
    expect(outsideOfCode).not.toContain("```");
    expect(page).toSatisfy(isPlain);
  }
}

const started = (files: Readonly<Record<string, string>> = {}): Promise<Job> =>
  startJob({ files: { "shop.csr": makeCsr("shop.example.test").csr, ...files } });

describe("S67 text of strangers", () => {
  it("in SCM's errors", async () => {
    await using job = await started();
    await job.scm.control.plantFault({
      route: "POST /ssl/v1/enroll",
      kind: "status",
      status: 400,
      code: -9999,
      description: HOSTILE,
    });
    const run = await job.runner.run({ ...job.inputs, csr: "shop.csr" }, { RUNNER_DEBUG: "" });
    expect(run.code).toBe(1);
    expect(run.annotations[0]?.message).toContain("octocat");
    expectHarmless(run);
  });

  it.each([
    407, 502,
  ])("in a proxy's refusal of a tunnel, and in its answer in SCM's place: %i", async (status) => {
    await using proxy = await rawServer(({ socket }) => {
      socket.end(reply(status, HOSTILE, { "content-type": "text/plain; charset=utf-8" }));
    });
    await using job = await started();
    const inputs = { ...job.inputs, csr: "shop.csr" };
    const sensors = JSON.stringify([{ name: "dc1", proxy_url: proxy.url }]);
    for (const way of [{ sensors }, { "base-url": proxy.url }]) {
      const run = await job.runner.run({ ...inputs, ...way }, { RUNNER_DEBUG: "1" });
      expect(run.code).toBeGreaterThan(0);
      expect(run.annotations[0]?.message).toContain(String(status));
      expectHarmless(run);
    }
    expect(proxy.requests[0]?.text).toMatch(/^CONNECT /);
  });

  it("in names of SCM's organizations", async () => {
    await using job = await started();
    await job.scm.control.renameOrganization(7108, HOSTILE);
    const run = await job.runner.run({ ...job.inputs, csr: "shop.csr", organization: "Nobody" });
    expect(run.code).toBe(2);
    expect(run.annotations[0]?.message).toContain("octocat");
    expectHarmless(run);
  });

  it("in a CSR's name, told by a check in log, summary and comment", async () => {
    await using github = await startFakeGithub({ token: { login: "bot", writes: true } });
    await using job = await started({ "bad.csr": makeCsr(HOSTILE).csr });
    const event = join(job.runner.workspace, "event.json");
    writeFileSync(event, JSON.stringify({ pull_request: { number: 7 } }));
    const run = await job.runner.run(
      { ...job.inputs, command: "check", csr: "*.csr", "github-token": "token" },
      { GITHUB_EVENT_PATH: event, GITHUB_API_URL: github.apiUrl },
    );
    expect(run.code).toBe(1);
    expect(github.comments).toHaveLength(1);
    expectHarmless(run, github.comments[0]?.body ?? "");
  });

  it("in a CSR's file name", async () => {
    const path = "certs/x,line=9::owned @octocat `c` <img>\n::error::owned.csr";
    await using job = await started({ [path]: makeCsr("shop.example.test", "RSA-1024").csr });
    const run = await job.runner.run({ ...job.inputs, csr: "certs/*.csr", "output-directory": "out" });
    expect(run.code).toBe(1);
    expect(run.annotations).toHaveLength(1);
    expectHarmless(run);
    const listed = await job.runner.run({ ...job.inputs, csr: `${path.split("\n")[0]}\n` });
    expectHarmless(listed);
  });

  it("in the inventory: table, diagram, JSON and CSV", async () => {
    await using job = await started();
    await job.runner.run({ ...job.inputs, csr: "shop.csr" });
    await job.scm.control.renameOrganization(7003, HOSTILE);
    const run = await job.runner.run({ ...job.inputs, command: "inventory", "expires-within-days": 365 });
    expect(run).toMatchObject({ code: 0, outputs: { total: "1" } });
    expect(run.summary).toContain("octocat");
    expectHarmless(run);
    const rows = JSON.parse(run.outputs.inventory ?? "") as { organizationName: string }[];
    expect(rows[0]?.organizationName).toContain("octocat");
  });

  it("in a hook's output, and in a secret that fills many lines", async () => {
    await using job = await started();
    const run = await job.runner.run({
      ...job.inputs,
      key: "ec-p256",
      "common-name": "web.example.test",
      "output-directory": "out",
      formats: "leaf, pkcs12",
      "pkcs12-password": "first line\nsecond line\n",
      hook: `node\n-e\nconsole.log("::set-output name=owned::1\\n##[error]owned\\n::error::owned")`,
    });
    expect(run.code).toBe(0);
    expect(run.masks).toEqual(expect.arrayContaining(["first line", "second line"]));
    expectHarmless(run);
  });
});
