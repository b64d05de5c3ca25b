import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { afterEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { nodeGuard } from "../../action/build/node-guard.ts";
import packageJson from "../../package.json" with { type: "json" };
import { type FakeScm, startFakeScm } from "../fake-scm/server.ts";
import { makeCsr } from "../fake-scm/testing.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const DIST = join(ROOT, "action/dist");
const PIPELINES = join(ROOT, "examples/pipelines");

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A project with a request in it, and the bundle where templates put it. */
function project(): string {
  const folder = mkdtempSync(join(tmpdir(), "sectigo-plain-"));
  folders.push(folder);
  for (const path of ["certs/shop.csr", ".tool/x"])
    mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, "certs/shop.csr"), makeCsr("shop.example.test").csr);
  symlinkSync(join(DIST, "main.cjs"), join(folder, ".tool/sectigo-certificates.cjs"));
  return folder;
}

type Variables = Readonly<Record<string, string>>;

interface Ended {
  readonly code: number | null;
  readonly text: string;
}

/** Runs a line of a shell with these variables and no others, least of all GitHub's. */
function shell(line: string, folder: string, variables: Variables = {}): Promise<Ended> {
  // The Node that runs this test, under the name that templates call.
  const path = `${dirname(process.execPath)}:${process.env.PATH}`;
  const child = spawn("bash", ["-c", line], { cwd: folder, env: { PATH: path, HOME: folder, ...variables } });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, text }));
  });
}

async function openScm(): Promise<FakeScm & AsyncDisposable> {
  const scm = await startFakeScm({ issueDelayMs: 0 });
  return { ...scm, [Symbol.asyncDispose]: () => scm.close() };
}

const signIn = ({ apiUrl, credentials }: FakeScm): Variables => ({
  SECTIGO_BASE_URL: apiUrl,
  SECTIGO_CUSTOMER_URI: credentials.customerUri,
  SECTIGO_USERNAME: credentials.username,
  SECTIGO_PASSWORD: credentials.password,
  SECTIGO_ORGANIZATION: "Example Ltd",
  SECTIGO_PROFILE: "OV SSL 199",
});

const COMMAND = "node .tool/sectigo-certificates.cjs";
const isCommandOfRunner = /^(::|##\[|##vso)/m;

describe("the plain command", () => {
  it("orders once, by options and variables, and reports in Markdown and JSON", async () => {
    await using scm = await openScm();
    const folder = project();
    const line = `${COMMAND} enroll --csr certs/shop.csr --order-scope here --output-directory out --json-report r.json --markdown-report r.md`;
    const first = await shell(line, folder, signIn(scm));
    expect(first.text).not.toContain("error");
    expect(first.code).toBe(0);
    expect(first.text).not.toMatch(isCommandOfRunner);
    expect(first.text).not.toContain(scm.credentials.password);
    expect(existsSync(join(folder, "out/shop.full-chain.pem"))).toBe(true);
    const report = JSON.parse(readFileSync(join(folder, "r.json"), "utf8"));
    expect(report).toMatchObject({ version: 1, command: "enroll", exitCode: 0 });
    expect(report.outputs).toMatchObject({ ordered: "1", certificates: [{ outcome: "enrolled" }] });
    expect(readFileSync(join(folder, "r.md"), "utf8")).toContain("shop.example.test");
    const second = await shell(line, folder, signIn(scm));
    expect(JSON.parse(readFileSync(join(folder, "r.json"), "utf8")).outputs).toMatchObject({ ordered: "0" });
    expect(readFileSync(join(folder, "r.md"), "utf8").match(/^## /gm)).toHaveLength(1);
    expect(second.code).toBe(0);
  });

  it.each<[string, string, Variables, number, RegExp]>([
    ["no command", "", {}, 2, /Usage:.*No command is given/s],
    ["--help", "--help", {}, 0, /SECTIGO_PASSWORD\n.*--allowed-names\n/s],
    ["--version", "--version", {}, 0, /^\d+\.\d+\.\d+$/m],
    [
      "a misspelt command, and judges no other",
      "enrol",
      {},
      2,
      /^error: .*"enrol" is not known.*\n +Did you mean enroll\?.*\n$/,
    ],
    ["a misspelt option", "check --alowed-names x", {}, 2, /Did you mean --allowed-names/],
    [
      "a misspelt variable",
      "check",
      { SECTIGO_ALLOWED_NAME: "x" },
      2,
      /SECTIGO_ALLOWED_NAME.*Did you mean SECTIGO_ALLOWED_NAMES/s,
    ],
    ["a secret on the command line", "enroll --password abc", {}, 2, /SECTIGO_PASSWORD/],
    ["an option without a value", "check --csr", {}, 2, /no value follows/],
    ["two commands", "check enroll", {}, 2, /"enroll" follows/],
    [
      "a pattern that the shell has taken apart",
      "check --csr a.csr b.csr",
      {},
      2,
      /"b\.csr" follows.*quotes/s,
    ],
    ["no sign-in", "enroll --csr certs/*.csr", {}, 2, /environment variable SECTIGO_PASSWORD/],
    [
      "a key that nothing removes",
      "check --key ec-p256 --common-name a.test --output-directory out",
      {},
      2,
      /no post step/,
    ],
  ])("ends with its code for %s", async (_what, args, variables, code, text) => {
    const run = await shell(`${COMMAND} ${args}`, project(), variables);
    expect(run.text).toMatch(text);
    expect(run.text).not.toMatch(isCommandOfRunner);
    expect(run.text).not.toContain("abc");
    expect(run.code).toBe(code);
  });

  it("ends with 4 where SCM is away, and says what failed in the report", async () => {
    const scm = await startFakeScm({ issueDelayMs: 0 });
    const variables = signIn(scm);
    await scm.close();
    const folder = project();
    const line = `${COMMAND} check --csr certs/shop.csr --json-report r.json`;
    expect((await shell(line, folder, variables)).code).toBe(4);
    const { outputs, exitCode } = JSON.parse(readFileSync(join(folder, "r.json"), "utf8"));
    expect(exitCode).toBe(4);
    expect(outputs["error-code"]).toMatch(/^outage\./);
  });

  it.each<[string, Variables]>([
    ["GitLab", { CI_PIPELINE_SOURCE: "merge_request_event" }],
    ["Azure", { BUILD_REASON: "PullRequest" }],
    ["Jenkins", { JENKINS_URL: "https://jenkins.example.test/", CHANGE_ID: "7" }],
  ])("S91 orders nothing for a merge request of %s", async (_name, variables) => {
    await using scm = await openScm();
    const line = `${COMMAND} enroll --csr certs/shop.csr`;
    const run = await shell(line, project(), { ...signIn(scm), ...variables });
    expect(run.code).toBe(2);
    expect(run.text).toContain("nothing is ordered there");
    expect(await scm.control.requests()).toEqual([]);
  });

  it("hides a secret that SCM sends back", async () => {
    await using scm = await openScm();
    const folder = project();
    // The password is the name of a file that is not there, so that a message would show it.
    const { password } = scm.credentials;
    const run = await shell(`${COMMAND} check --csr "$SECTIGO_PASSWORD"`, folder, signIn(scm));
    expect(run.code).toBe(2);
    expect(run.text).not.toContain(password);
    expect(run.text).toContain("***");
  });
});

describe("an old Node", () => {
  const guarded = (node: string): readonly string[] => {
    const said: string[] = [];
    const end = (code: number) => said.push(`exit ${code}`);
    const context = createContext({
      process: { versions: { node }, env: {}, exit: end },
      console: { log: (line: string) => said.push(line) },
    });
    runInContext(nodeGuard({ major: 22, minor: 19 }), context);
    return said;
  };

  it.each(["20.20.2", "18.0.0", "22.18.9", "9.0.0"])("%s says which one is needed", (version) => {
    const [line, end] = guarded(version);
    expect(line).toMatch(new RegExp(`need Node 22\\.19 or newer, and this is ${version}`));
    expect(end).toBe("exit 2");
  });

  it.each(["22.19.0", "24.0.0", "100.1.0"])("%s goes on", (version) => {
    expect(guarded(version)).toEqual([]);
  });

  it("is told before anything of the bundle runs", () => {
    for (const bundle of ["main.cjs", "post.cjs"])
      expect(readFileSync(join(DIST, bundle), "utf8").startsWith(nodeGuard({ major: 22, minor: 19 }))).toBe(
        true,
      );
  });
});

/** Lines of a template that call the command, with the variables that it sets for them. */
function template(file: string): { readonly lines: readonly string[]; readonly variables: Variables } {
  const text = readFileSync(join(PIPELINES, file), "utf8");
  const lines = [...text.matchAll(/^\s*(?:- )?(node \.tool\/.*)$/gm)].map(([, line = ""]) => line);
  if (!file.endsWith(".yml")) {
    const set = [...text.matchAll(/^ {4}(\w+) = '(.*)'$/gm)];
    return { lines, variables: Object.fromEntries(set.map(([, name = "", value = ""]) => [name, value])) };
  }
  const { variables } = parse(text) as { readonly variables: Variables };
  return { lines, variables };
}

describe.each(["gitlab-ci.yml", "azure-pipelines.yml", "Jenkinsfile"])("the template %s", (file) => {
  it("checks and delivers against the fake, with no variable of GitHub", async () => {
    const { lines, variables } = template(file);
    expect(lines).toHaveLength(2);
    await using scm = await openScm();
    const folder = project();
    for (const line of lines) {
      const run = await shell(line, folder, { ...variables, ...signIn(scm) });
      expect(run.text).not.toMatch(/^error:/m);
      expect(run.code).toBe(0);
    }
    expect(existsSync(join(folder, "out/shop.full-chain.pem"))).toBe(true);
    expect(readFileSync(join(folder, "certificates.md"), "utf8")).toContain("shop.example.test");
  });

  it("fetches the version of package.json", () => {
    expect(template(file).variables.CERTIFICATES_VERSION).toBe(packageJson.version);
  });
});
