import { once } from "node:events";
import { rmSync } from "node:fs";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { type FakeFile, startFakeGithub } from "../fake-github/server.ts";
import { makeCsr } from "../fake-scm/testing.ts";
import { opensslRequest } from "../support/openssl-request.ts";
import { type Job, type JobOptions, startJob, without } from "./support/job.ts";
import type { Inputs } from "./support/runner.ts";

const BOT = { login: "github-actions[bot]", writes: true };
const TOKENS = { "token-that-writes": BOT, "token-that-reads": { ...BOT, writes: false } };

/** A job that runs for a pull request; the event lies in its workspace. */
async function pullRequest(
  options: JobOptions & { readonly head?: string; readonly apiUrl?: string } = {},
): Promise<Job> {
  const { head = "example/infra", apiUrl = "http://127.0.0.1:1", files = {}, ...others } = options;
  const event = { pull_request: { number: 7, head: { repo: { full_name: head } } } };
  const job = await startJob({
    ...others,
    files: { ...files, ".event.json": JSON.stringify(event) },
    environment: { GITHUB_EVENT_NAME: "pull_request", GITHUB_API_URL: apiUrl },
  });
  return job;
}

const eventOf = (job: Job) => ({ GITHUB_EVENT_PATH: `${job.runner.workspace}/.event.json` });

describe("command: check", () => {
  it("S66 says in one comment what the merge would order, updates it, and orders nothing", async () => {
    await using github = await startFakeGithub(TOKENS);
    await using job = await pullRequest({
      files: { "certs/shop.csr": makeCsr("shop.example.test").csr },
      apiUrl: github.apiUrl,
    });
    const inputs = {
      ...job.inputs,
      command: "check",
      csr: "certs/*.csr",
      "github-token": "token-that-writes",
    };
    const first = await job.runner.run(inputs, eventOf(job));
    expect(first).toMatchObject({ code: 0, outputs: { "would-order": "1" } });
    expect(first.lines).toContain("certs/shop.csr: 🆕 a new certificate is enrolled: there is none");
    expect(first.lines).toContain("Certificates: 1 new");
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain("The merge would order 1 certificate, new for 199 days.");

    job.runner.write("certs/api.csr", makeCsr("api.example.test").csr);
    const second = await job.runner.run(inputs, eventOf(job));
    expect(second.outputs["would-order"]).toBe("2");
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain("`certs/api.csr`");
    expect(await job.orders()).toBe(0);

    const before = github.requests.length;
    await job.runner.run(inputs, eventOf(job));
    expect(github.requests.slice(before)).toEqual([
      "GET /repos/example/infra/pulls/7/files?per_page=100&page=1",
      "POST /graphql",
    ]);
  });

  it("tells what a deleted request leaves behind, and nothing of others that go or move", async () => {
    await using github = await startFakeGithub(TOKENS);
    const [shop = "", api = "", never = ""] = ["shop", "api", "never"].map(
      (name) => makeCsr(`${name}.example.test`).csr,
    );
    await using job = await pullRequest({ apiUrl: github.apiUrl });
    job.runner.write("certs/shop.csr", shop);
    job.runner.write("certs/api.csr", api);
    const push = { GITHUB_EVENT_NAME: "push" };
    await job.runner.run({ ...job.inputs, csr: "certs/*.csr" }, push);
    const found = await job.scm.control.certificates();
    const old = found.find(({ commonName }) => commonName === "shop.example.test");
    rmSync(`${job.runner.workspace}/certs/shop.csr`);
    const removed = (filename: string, text: string): FakeFile => ({
      ...{ filename, status: "removed" },
      patch: `@@ -1,9 +0,0 @@\n${text.trimEnd().replaceAll(/^/gm, "-")}`,
    });
    for (let index = 0; index < 100; index += 1)
      github.files.push({ filename: `docs/${index}.md`, status: "modified", patch: "@@ -1 +1 @@\n-a\n+b" });
    github.files.push(removed("certs/shop.csr", shop), removed("certs/moved.csr", api));
    github.files.push(removed("certs/never.csr", never), removed("old/shop.csr", shop));
    github.files.push({ filename: "certs/binary.csr", status: "removed" });
    const inputs = {
      ...{ ...job.inputs, command: "check", "github-token": "token-that-writes" },
      csr: "certs/*.csr\ncerts/api.csr\n!certs/x.csr",
    };
    const run = await job.runner.run(inputs, eventOf(job));
    expect(run, run.log).toMatchObject({ code: 0, outputs: { "would-order": "0", "error-code": "" } });
    const told = run.annotations.filter(({ message }) => message.includes("is deleted"));
    expect(told).toHaveLength(1);
    expect(told[0]?.message).toMatch(
      /^certs\/shop\.csr is deleted: .*until \d{4}-\d\d-\d\d, renewed no more/,
    );
    expect(told[0]?.message).toContain(` ${old?.sslId} stays valid`);
    expect(github.comments[0]?.body).toContain("stays valid until");
    rmSync(`${job.runner.workspace}/certs/api.csr`);
    const last = { ...inputs, csr: "certs/*.csr", "if-no-files-found": "ignore" };
    const none = await job.runner.run(last, eventOf(job));
    expect(none.code, none.log).toBe(0);
    expect(none.annotations.filter(({ message }) => message.includes("is deleted"))).toHaveLength(2);
  });

  it("S66 leaves another author's comment alone, though our mark stands in it, and looks beyond the first page", async () => {
    await using github = await startFakeGithub(TOKENS);
    await using job = await pullRequest({
      files: { "shop.csr": makeCsr("shop.example.test").csr },
      apiUrl: github.apiUrl,
    });
    const inputs = { ...job.inputs, command: "check", csr: "shop.csr", "github-token": "token-that-writes" };
    const forged = "<!-- sectigo-check: shop.csr -->\nmine";
    github.comments.push({ id: 1, author: "mallory", body: forged });
    for (let id = 2; id <= 120; id += 1) github.comments.push({ id, author: "jo", body: "hm" });
    await job.runner.run(inputs, eventOf(job));
    job.runner.write("shop.csr", makeCsr("other.example.test").csr);
    await job.runner.run(inputs, eventOf(job));
    expect(github.comments[0]?.body).toBe(forged);
    expect(github.comments).toHaveLength(121);
    expect(github.comments.at(-1)?.body).toContain("other.example.test");
  });

  it("S66 in a pull request from a fork judges what needs no SCM, in the summary only", async () => {
    await using github = await startFakeGithub(TOKENS);
    await using job = await pullRequest({
      files: { "shop.csr": makeCsr("shop.example.test").csr },
      head: "mallory/infra",
      apiUrl: github.apiUrl,
    });
    const inputs = {
      ...without(job.inputs, "password"),
      command: "check",
      csr: "shop.csr",
      "github-token": "token-that-reads",
    };
    const run = await job.runner.run(inputs, eventOf(job));
    expect(run.code).toBe(0);
    expect(run.summary).toContain("**SCM was not asked**");
    expect(run.summary).toContain("`shop.example.test`");
    expect(github.comments).toEqual([]);
    expect(run.log).toContain("comes from a fork");
    expect(await job.scm.control.requests()).toEqual([]);
  });

  it("S66 S73 refuses names that are not allowed, at the CSR's file, without asking SCM to order", async () => {
    await using job = await pullRequest({ files: { "certs/bank.csr": makeCsr("payments.bank.test").csr } });
    const inputs = {
      ...job.inputs,
      command: "check",
      csr: "certs/bank.csr",
      "allowed-names": ".example.test",
    };
    const run = await job.runner.run(inputs, eventOf(job));
    expect(run.code).toBe(1);
    expect(run.annotations).toContainEqual(
      expect.objectContaining({
        severity: "error",
        file: "certs/bank.csr",
        message: expect.stringContaining("payments.bank.test"),
      }),
    );
  });

  it("S66 finds a domain whose validation has ended, and a term above what is offered", async () => {
    await using job = await pullRequest({
      files: { "a.csr": makeCsr("www.expired.test").csr, "b.csr": makeCsr("b.example.test").csr },
    });
    const expired = await job.runner.run({ ...job.inputs, command: "check", csr: "a.csr" }, eventOf(job));
    expect(expired.annotations.map(({ message }) => message).join()).toMatch(/expired\.test/);
    const term = await job.runner.run(
      { ...job.inputs, command: "check", csr: "b.csr", "term-days": 150 },
      eventOf(job),
    );
    expect(term.annotations.map(({ message }) => message).join()).toMatch(/150 days.*90, 199 days/s);
    expect([expired.code, term.code]).toEqual([1, 1]);
  });

  it("S66 replaces what its comment said when the check can't be done any more", async () => {
    await using github = await startFakeGithub(TOKENS);
    await using job = await pullRequest({
      files: { "shop.csr": makeCsr("shop.example.test").csr },
      apiUrl: github.apiUrl,
    });
    const inputs = { ...job.inputs, command: "check", csr: "shop.csr", "github-token": "token-that-writes" };
    const run = (given: Inputs = {}) => job.runner.run({ ...inputs, ...given }, eventOf(job));
    expect(await run()).toMatchObject({ code: 0 });
    expect(await run({ username: "nobody" })).toMatchObject({ code: 2, outputs: { "would-order": "" } });
    expect(github.comments[0]?.body).toMatch(/What the merge would order is not known.*nobody/s);
    rmSync(`${job.runner.workspace}/shop.csr`);
    expect(await run()).toMatchObject({ code: 2 });
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain("there is no such file");
    expect(github.comments[0]?.body).not.toContain("The merge would order");
  });

  it("S66 tells renewals and replacements from new orders, by what SCM holds", async () => {
    const start = "2026-04-01T00:00:00Z";
    const files = Object.fromEntries(
      ["stays", "due", "other"].map((name) => [`${name}.csr`, makeCsr(`${name}.example.test`).csr]),
    );
    await using job = await pullRequest({ scm: { now: Date.parse(start) }, files });
    await job.runner.run(
      { ...job.inputs, csr: "due.csr" },
      { GITHUB_EVENT_NAME: "push", SECTIGO_TEST_CLOCK: start },
    );
    const due = "2026-10-10T00:00:00Z";
    await job.scm.control.setClock(due);
    await job.runner.run(
      { ...job.inputs, csr: "stays.csr\nother.csr" },
      { GITHUB_EVENT_NAME: "push", SECTIGO_TEST_CLOCK: due },
    );
    job.runner.write("other.csr", makeCsr("other.example.test").csr);
    job.runner.write("new.csr", makeCsr("new.example.test").csr);
    await job.scm.control.clearRequests();
    const run = await job.runner.run(
      { ...job.inputs, command: "check", csr: "*.csr", "on-existing": "replace" },
      { ...eventOf(job), SECTIGO_TEST_CLOCK: due },
    );
    expect(run).toMatchObject({ code: 0, outputs: { "would-order": "3" } });
    expect(run.summary).toContain("**The merge would order 3 certificates, new for 199 days.**");
    expect(run.summary).toMatch(/`due\.csr`.*\d+ is renewed: due since/);
    expect(run.summary).toMatch(/`new\.csr`.*a new certificate is enrolled/);
    expect(run.summary).toMatch(/`other\.csr`.*\d+ is replaced under its id/);
    expect(run.summary).toMatch(/`stays\.csr`.*\d+ stays: renewed from 2027/);
    expect(await job.orders()).toBe(0);
  });

  it.each([
    ["error", 0],
    ["warning", 1],
  ])("S60 S68 a ceiling that comes soon is a warning, and with fail-on: %s the end is %d", async (failOn, code) => {
    const now = "2027-02-20T00:00:00Z";
    await using job = await pullRequest({
      scm: { now: Date.parse(now) },
      files: { "a.csr": makeCsr("a.example.test").csr, "b.csr": makeCsr("b.example.test").csr },
    });
    // Validations of the fake's sample have ended by then.
    const given = {
      ...{ csr: "*.csr", "fail-on": failOn, "skip-validation-check": "true", "term-days": 199 },
      "custom-fields": "Cost centre=4711",
    };
    const run = await job.runner.run(
      { ...job.inputs, command: "check", ...given },
      { ...eventOf(job), SECTIGO_TEST_CLOCK: now },
    );
    expect(run.annotations).toEqual([
      expect.objectContaining({
        severity: "warning",
        file: null,
        message: expect.stringContaining("2027-03-15"),
      }),
    ]);
    expect(run.code).toBe(code);
  });

  it.each([
    ["error", 1],
    ["never", 0],
  ])("S68 with fail-on: %s ends with %d when a CSR is weak", async (failOn, code) => {
    await using job = await pullRequest({
      files: { "weak.csr": makeCsr("shop.example.test", "RSA-1024").csr },
    });
    const run = await job.runner.run(
      { ...job.inputs, command: "check", csr: "weak.csr", "fail-on": failOn },
      eventOf(job),
    );
    expect(run.code).toBe(code);
  });

  it("S67 disarms a CSR that speaks to the runner, to Markdown and to people", async () => {
    const hostile = "::error::x @octocat ![](https://evil.test/x.png) | <img> `";
    await using github = await startFakeGithub(TOKENS);
    await using job = await pullRequest({ files: { "x.csr": makeCsr(hostile).csr }, apiUrl: github.apiUrl });
    const inputs = { ...job.inputs, command: "check", csr: "x.csr", "github-token": "token-that-writes" };
    const run = await job.runner.run(inputs, eventOf(job));
    expect(run.code).toBe(1);
    for (const text of [run.summary, github.comments[0]?.body ?? ""]) {
      const outsideOfCode = text.replace(/`[^`\n]*`/g, "");
      expect(outsideOfCode).not.toMatch(/@octocat|!\[\]|(?<!\\)<img|:\/\/evil/);
    }
    expect(run.annotations.every(({ message }) => !message.startsWith("x @octocat"))).toBe(true);
  });

  it("shows counts first, then problems, changes with all names and links, and folds what stays", async () => {
    await using github = await startFakeGithub(TOKENS);
    const names = Array.from({ length: 12 }, (_, at) => `n${at}.example.test`);
    const extensions = [`subjectAltName = ${names.map((name) => `DNS:${name}`).join(",")}`];
    const sha = "0123456789abcdef0123456789abcdef01234567";
    await using job = await pullRequest({
      scm: { now: Date.parse("2026-04-01T00:00:00Z") },
      files: {
        "certs/stays.csr": makeCsr("stays.example.test").csr,
        "certs/bank.csr": makeCsr("bank.test").csr,
        "certs/new one.csr": opensslRequest({ subject: ["CN = n0.example.test"], extensions }).toString(),
      },
      apiUrl: github.apiUrl,
    });
    const clock = { SECTIGO_TEST_CLOCK: "2026-04-01T00:00:00Z" };
    await job.runner.run({ ...job.inputs, csr: "certs/stays.csr" }, { ...clock, GITHUB_EVENT_NAME: "push" });
    const event = { pull_request: { number: 7, head: { sha, repo: { full_name: "example/infra" } } } };
    job.runner.write(".event.json", JSON.stringify(event));
    const given = { command: "check", csr: "certs/*.csr", "allowed-names": ".example.test" };
    const inputs = { ...job.inputs, ...given, "github-token": "token-that-writes" };
    await job.runner.run(inputs, { ...eventOf(job), ...clock });
    const body = github.comments[0]?.body ?? "";
    expect(body).toContain("## Certificates: 1 can't be ordered, 1 new, 1 unchanged\n");
    expect(body).toContain("Ordered today, that ends on 2026-10-17 and is renewed from 2026-08-1");
    for (const name of names) expect(body).toContain(`\`${name}\``);
    expect(body).toContain(
      `[\`certs/new one.csr\`](https://github.com/example/infra/blob/${sha}/certs/new%20one.csr)`,
    );
    expect(body).toMatch(
      /Organization `Example Ltd` · SCM profile `OV SSL 199` · account `\w+` at `127.0.0.1/,
    );
    expect(body).toContain("[this run](https://github.com/example/infra/actions/runs/4711)");
    const order = [
      "## Certificates",
      "The merge would order",
      "- ❌",
      "certs/new one",
      "<details>",
      "certs/stays",
    ];
    const places = order.map((text) => body.indexOf(text));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places).not.toContain(-1);
    await job.runner.run({ ...inputs, "order-key": "blue" }, { ...eventOf(job), ...clock });
    expect(github.comments).toHaveLength(2);
  });

  it("tells the same fault of many files once in the summary, and where the page of the run cuts", async () => {
    const weak = makeCsr("weak.example.test", "RSA-1024").csr;
    const paths = Array.from({ length: 12 }, (_, at) => `${at}.csr`);
    await using job = await pullRequest({ files: Object.fromEntries(paths.map((path) => [path, weak])) });
    const run = await job.runner.run({ ...job.inputs, command: "check", csr: "*.csr" }, eventOf(job));
    expect(run).toMatchObject({ code: 1, outputs: { "error-code": "request.finding" } });
    const weakness = run.summary.split("\n").filter((line) => line.includes("1024 bits is too weak"));
    expect(weakness).toHaveLength(1);
    for (const path of paths) expect(weakness[0]).toContain(`\`${path}\``);
    const errors = run.annotations.filter(({ severity }) => severity === "error");
    expect(run.lines).toContain(
      `GitHub shows 10 of ${errors.length} errors as annotations: this log and the summary have all.`,
    );
    expect(errors.length).toBeGreaterThan(10);
  });

  it("says which line to add where the token may not write", async () => {
    await using github = await startFakeGithub(TOKENS);
    await using job = await pullRequest({
      files: { "shop.csr": makeCsr("shop.example.test").csr },
      apiUrl: github.apiUrl,
    });
    const inputs = { ...job.inputs, command: "check", csr: "shop.csr", "github-token": "token-that-reads" };
    const run = await job.runner.run(inputs, eventOf(job));
    expect(run.code).toBe(0);
    expect(run.annotations.map(({ message }) => message).join()).toContain("`pull-requests: write`");
  });

  it("a GitHub that hangs is left when the run is cancelled, and what was found is in the summary", async () => {
    const held: Socket[] = [];
    const server = createServer((socket) => held.push(socket)).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo; // listens on TCP
    await using job = await pullRequest({
      files: { "shop.csr": makeCsr("shop.example.test").csr },
      apiUrl: `http://127.0.0.1:${port}`,
    });
    const inputs = { ...job.inputs, command: "check", csr: "shop.csr", "github-token": "token-that-writes" };
    const { child, done } = job.runner.start("main.cjs", inputs, eventOf(job));
    await once(server, "connection");
    child.kill("SIGINT");
    const run = await done;
    expect(run).toMatchObject({ code: 5, outputs: { "would-order": "1" } });
    expect(run.summary).toContain("The merge would order 1 certificate");
    expect(run.annotations.map(({ message }) => message).join()).toContain("could not be written");
    for (const socket of held) socket.destroy();
    server.close();
  });
});
