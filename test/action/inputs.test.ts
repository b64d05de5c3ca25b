import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { AGENT, hostFolder, removeHostFolders } from "./support/host.ts";
import { startJob, without } from "./support/job.ts";

afterEach(removeHostFolders);

const good = makeCsr("shop.example.test").csr;
const KEY = { ...AGENT, "output-directory": "out" };

describe("S68 inputs as people mistype them", () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ["an empty command", { command: "" }, /command.*there and empty/],
    [
      "an empty reason of a revocation",
      { command: "revoke", "ssl-id": "1", csr: "", reason: "" },
      /reason.*there and empty/,
    ],
    [
      "an input that there is not",
      { "allowed-name": ".example.test" },
      /allowed-name:.*Did you mean allowed-names\?/s,
    ],
    ["another one", { "max-order": "1" }, /Did you mean max-orders\?/],
    ["underscores for hyphens", { output_directory: "out" }, /Did you mean output-directory\?/],
    ["a path beside a request", { csr: `${good}\ncerts/other.csr` }, /"certs\/other\.csr" stands beside/],
    ["a path with a tilde", { csr: "~/shop.csr" }, /No shell expands ~/],
    ["a path with a variable", { csr: "$HOME/shop.csr" }, /No shell expands variables/],
    [
      "an output directory with a variable",
      { "output-directory": "$RUNNER_TEMP/out" },
      /No shell expands variables/,
    ],
    ["two paths in one line", { csr: "a.csr, b.csr" }, /one path or glob per line/],
    ["two patterns in one line", { csr: "a*.csr, b*.csr" }, /one path or glob per line/],
    [
      "a mode that YAML has counted",
      { "output-directory": "out", "certificate-mode": "416" },
      /416 is what YAML makes of 0o640/,
    ],
    ["a mode with execute bits", { "output-directory": "out", "certificate-mode": "0755" }, /executed/],
    ["a key that others may read", { ...KEY, csr: "", "key-mode": "0644" }, /wider than 0640/],
    ["a hook without a key", { hook: "true" }, /hook: it has no effect without key/],
    ["PKCS#12 without a key", { "output-directory": "out", formats: "pkcs12" }, /pkcs12 needs a key/],
    ["formats without a directory", { formats: "leaf" }, /no effect without output-directory/],
    ["ids for enroll", { "ssl-id": "40200" }, /command enroll does not use it/],
    ["a request for inventory", { command: "inventory" }, /csr: command inventory is about the account/],
    ["a request for collect", { command: "collect", "ssl-id": "1" }, /works by ssl-id/],
    [
      "a name for several",
      { csr: "shop.csr\nother.csr", name: "shop" },
      /name: it has no effect on 2 requests/,
    ],
    [
      "a name for several ids",
      { command: "collect", csr: "", "ssl-id": "1,2", name: "shop" },
      /no effect on several certificates/,
    ],
    ["a hook's time without a hook", { ...KEY, csr: "", "hook-timeout": "5s" }, /no effect without hook/],
    [
      "a PKCS#12 password without PKCS#12",
      { ...KEY, csr: "", "pkcs12-password": "x" },
      /no effect without pkcs12 in formats/,
    ],
    ["a pattern of csr with an open bracket", { csr: "certs/[ab*.csr" }, /bracket that is left open/],
    [
      "a pattern of allowed names that is none",
      { "allowed-names": "*.*.example.test" },
      /the pattern "\*\.\*/,
    ],
    [
      "a hook that is not there",
      { ...KEY, csr: "", hook: "reload-the-server" },
      /hook "reload-the-server".*ENOENT/,
    ],
  ])("%s is refused before any call", async (_name, given, message) => {
    const files = { "shop.csr": good, "other.csr": makeCsr("other.example.test").csr };
    await using job = await startJob({ files });
    const run = await job.runner.run({ ...job.inputs, csr: "shop.csr", ...given });
    expect(run.code).toBe(2);
    expect(run.annotations.map((each) => each.message).join("\n")).toMatch(message);
    expect(await job.scm.control.requests()).toEqual([]);
  });

  it("S66 all that is wrong is told at once", async () => {
    await using job = await startJob({ files: { "shop.csr": good } });
    const wrong = {
      "term-days": "x",
      wait: "10",
      "on-existing": "buy",
      "max-writes": "0",
      hook: "true",
      "max-order": "1",
    };
    const run = await job.runner.run({ ...job.inputs, csr: "shop.csr", ...wrong });
    expect(run.code).toBe(2);
    const told = run.annotations.map(({ message }) => message).join("\n");
    for (const name of Object.keys(wrong)) expect(told).toContain(`input ${name}:`);
    expect(run.annotations).toHaveLength(Object.keys(wrong).length);
    for (const name of Object.keys(wrong)) expect(run.summary).toContain(name.replaceAll("-", "\\-"));
  });

  it("S66 settings of the sign-in that are missing are told with all the rest", async () => {
    await using job = await startJob();
    const run = await job.runner.run({ "customer-uri": "cst1", "term-days": "x", "allowed-names": "a b" });
    expect(run.code).toBe(2);
    const told = run.annotations.map(({ message }) => message).join("\n");
    for (const what of [
      /username, password are missing/,
      /input term-days:/,
      /input allowed-names: the pattern "a b"/,
      /input organization: it is empty/,
      /input profile: it is empty/,
      /input csr: it is empty/,
    ])
      expect(told).toMatch(what);
  });

  it("variables that no workflow has given are not inputs", async () => {
    await using job = await startJob({ files: { "shop.csr": good } });
    const others = { INPUT_METHOD: "fcitx", INPUT_ARGS: "", INPUT_ENTRYPOINT: "" };
    expect(await job.runner.run({ ...job.inputs, csr: "shop.csr" }, others)).toMatchObject({ code: 0 });
  });

  it("S64 a path that is there wins over the pattern that its letters make", async () => {
    await using job = await startJob({ files: { "certs/[x]/e.csr": good, "certs/x/e.csr": "no request" } });
    const run = await job.runner.run({ ...job.inputs, csr: "certs/[x]/e.csr" });
    expect(run).toMatchObject({ code: 0, outputs: { ordered: "1" } });
  });

  it("a request with what openssl wrote before it is one", async () => {
    await using job = await startJob();
    const text = `Certificate Request:\n    Data:\n        Version: 1 (0x0)\n        Subject: CN = a/b\n${good}`;
    expect(await job.runner.run({ ...job.inputs, csr: text })).toMatchObject({ code: 0 });
  });

  it("settings in variables are taken without the new line at their end", async () => {
    await using job = await startJob({ files: { "shop.csr": good } });
    const inputs = { ...without(job.inputs, "username", "password"), csr: "shop.csr" };
    const { username, password } = job.scm.credentials;
    const run = await job.runner.run(inputs, {
      SECTIGO_USERNAME: `${username}\n`,
      SECTIGO_PASSWORD: `${password}\n`,
    });
    expect(run.code).toBe(0);
    expect(run.masks).toContain(password);
  });

  it("a hook gets its arguments as they stand: hashes, blanks, and empty ones", async () => {
    await using job = await startJob();
    const directory = hostFolder();
    const hook = ["sh", "-c", 'printf "[%s]" "$@" > args', "sh", "#1", "", "  two words ", ""].join("\n");
    const inputs = { ...job.inputs, ...AGENT, "agent-directory": directory, hook: `${hook}\n` };
    expect((await job.runner.run(inputs)).code).toBe(0);
    expect(readFileSync(join(directory, "args"), "utf8")).toBe("[#1][][  two words ][]");
  });
});

describe("S66 a check without its secret", () => {
  const event = (head: string) =>
    JSON.stringify({ pull_request: { number: 7, head: { repo: { full_name: head } } } });
  it.each([
    ["from a fork", "pull_request", "mallory/infra", "mallory", 0, /comes from a fork/],
    ["of Dependabot", "pull_request", "example/infra", "dependabot[bot]", 0, /is Dependabot's/],
    ["of a colleague", "pull_request", "example/infra", "jo", 2, /password is missing/],
    ["from a fork with secrets", "pull_request_target", "mallory/infra", "mallory", 2, /password is missing/],
  ])("in a pull request %s (%s) ends as it should", async (_name, name, head, actor, code, message) => {
    await using job = await startJob({ files: { "shop.csr": good, ".event.json": event(head) } });
    const run = await job.runner.run(
      { ...without(job.inputs, "password"), command: "check", csr: "shop.csr" },
      {
        GITHUB_EVENT_NAME: name,
        GITHUB_ACTOR: actor,
        GITHUB_EVENT_PATH: join(job.runner.workspace, ".event.json"),
      },
    );
    expect(run.code).toBe(code);
    expect(run.annotations.map((each) => each.message).join("\n")).toMatch(message);
    expect(run.summary).toContain("SCM was not asked");
  });

  it("S73 says that no bound is set, in log and summary, and is silent where one is", async () => {
    await using job = await startJob({ files: { "shop.csr": good } });
    for (const command of ["check", "enroll"]) {
      const inputs = { ...job.inputs, command, csr: "shop.csr" };
      const open = await job.runner.run({ ...inputs, "allowed-names": "" });
      expect(open.lines.join("\n")).toContain("No bound is set");
      expect(open.summary).toContain("No bound is set");
      const bounded = await job.runner.run({ ...inputs, "allowed-names": ".example.test" });
      expect(bounded.log + bounded.summary).not.toContain("No bound is set");
    }
  });

  it.each([
    ["a wrong password", { password: "wrong" }],
    ["a pattern that nothing matches", { csr: "nowhere/*.csr" }],
  ])("S68 with fail-on: never, %s is told and not red", async (_name, given) => {
    await using job = await startJob({ files: { "shop.csr": good } });
    const inputs = { ...job.inputs, command: "check", csr: "shop.csr", ...given };
    const run = await job.runner.run({ ...inputs, "fail-on": "never" });
    expect(run.code).toBe(0);
    expect(run.annotations.map(({ severity }) => severity)).toContain("error");
    expect((await job.runner.run(inputs)).code).toBe(2);
  });
});
