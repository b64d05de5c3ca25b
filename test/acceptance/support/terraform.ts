/**
 * Drives a real terraform (or tofu) in a folder of its own, with the packaged provider from a filesystem mirror.
 */
import { spawn } from "node:child_process";
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, join } from "node:path";

/** What acceptance tests install from (`launched-mirror.ts`); the demo and benches take the package itself. */
const MIRROR = process.env.TEST_MIRROR ?? new URL("../../../dist/mirror", import.meta.url).pathname;

/** Commands that change neither state nor configuration. */
const LOOKS_ON = new Set(["show", "output", "state", "validate", "providers"]);

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface WorkspaceOptions {
  /** Environment of the provider, over the little that every run needs. */
  readonly environment: Readonly<Record<string, string>>;
  /** File name → content, put into the folder. */
  readonly files: Readonly<Record<string, string>>;
}

/** The terraform to test with: TERRAFORM_PATH, else terraform or tofu from PATH. Never skips. */
export function findTerraform(): string {
  const chosen = process.env.TERRAFORM_PATH;
  if (chosen) return chosen;
  for (const name of ["terraform", "tofu"]) {
    const found = (process.env.PATH ?? "")
      .split(delimiter)
      .find((folder) => isExecutable(join(folder, name)));
    if (found !== undefined) return join(found, name);
  }
  throw new Error(
    "neither terraform nor tofu is on PATH: install one (https://developer.hashicorp.com/terraform/install) or set TERRAFORM_PATH",
  );
}

/** Whether tests run with OpenTofu, by the name of its executable. */
export const isOpenTofu = (): boolean => basename(findTerraform()) === "tofu";

/** Where the tool looks for a provider whose source names no host. */
export const registryHost = (): string => (isOpenTofu() ? "registry.opentofu.org" : "registry.terraform.io");

/** A folder with a configuration, and the commands a user would type in it. */
export class Workspace {
  readonly folder: string;
  readonly #environment: Readonly<Record<string, string>>;
  #transcript = "";
  /** Folder in which `terraform` is the one to test with; made when a script first needs it. */
  #programs: string | null = null;
  /** How to plan after the last apply, which succeeded and was followed by nothing that looks at its outcome. */
  #unplanned: Readonly<Record<string, string>> | null = null;

  constructor({ environment, files }: WorkspaceOptions) {
    this.folder = mkdtempSync(join(tmpdir(), "sectigo-workspace-"));
    const config = join(this.folder, "cli.tfrc");
    writeFileSync(config, cliConfig());
    this.#environment = {
      ...inherited(),
      HOME: this.folder,
      TF_CLI_CONFIG_FILE: config,
      TF_IN_AUTOMATION: "1",
      TF_INPUT: "0",
      CHECKPOINT_DISABLE: "1",
      ...environment,
    };
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  /** All that terraform has printed here so far. */
  get transcript(): string {
    return this.#transcript;
  }

  write(name: string, content: string): void {
    this.#unplanned = null;
    const target = join(this.folder, name);
    mkdirSync(join(target, ".."), { recursive: true });
    writeFileSync(target, content);
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), "utf8");
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
    if (this.#programs !== null) rmSync(this.#programs, { recursive: true, force: true });
  }

  /** Runs `terraform …`; the exit code is the caller's to judge. */
  async run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Run> {
    const run = await this.start(args, environment).done;
    const [command = ""] = args;
    if (command === "apply" && run.code === 0) this.#unplanned = environment;
    else if (!LOOKS_ON.has(command)) this.#unplanned = null;
    return run;
  }

  /**
   * Ends a test that was content with an apply: the plan that follows must be empty. One that planned since, changed the
   * configuration, ran a script, or destroyed has said itself what it expects.
   */
  async expectNothingLeftToDo(): Promise<void> {
    if (this.#unplanned === null) return;
    const { code, stdout, stderr } = await this.run(
      ["plan", "-detailed-exitcode", "-no-color"],
      this.#unplanned,
    );
    if (code !== 0) throw new Error(`the plan after the last apply is not empty\n${stdout}\n${stderr}`);
  }

  /** Runs `terraform …` and fails with all it said unless it ends as expected. */
  async must(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Run> {
    const run = await this.run(args, environment);
    if (run.code === 0) return run;
    throw new Error(`terraform ${args.join(" ")} ended with ${run.code}\n${run.stdout}\n${run.stderr}`);
  }

  /** Runs a script as a workflow's step does; its `terraform` is the one that tests run with. */
  shell(script: string, environment: Readonly<Record<string, string>> = {}): Promise<Run> {
    this.#unplanned = null;
    if (this.#programs === null) {
      this.#programs = mkdtempSync(join(tmpdir(), "sectigo-programs-"));
      symlinkSync(findTerraform(), join(this.#programs, "terraform"));
    }
    const path = `${this.#programs}${delimiter}${process.env.PATH ?? ""}`;
    // Source: GitHub Actions, workflow syntax, "jobs.<job_id>.steps[*].shell", unspecified.
    return this.#spawn("bash", ["-e", "-c", script], { PATH: path, ...environment }).done;
  }

  /** Starts `terraform …` for tests that interrupt it. */
  start(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    return this.#spawn(findTerraform(), args, environment);
  }

  #spawn(command: string, args: readonly string[], environment: Readonly<Record<string, string>>) {
    const child = spawn(command, [...args], {
      cwd: this.folder,
      env: { ...this.#environment, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output = { stdout: "", stderr: "" };
    // The whole state, which a test asks for and nobody else: it is searched where it lies.
    const isState = args[0] === "show";
    const collect = (stream: keyof typeof output) => (chunk: Buffer) => {
      output[stream] += chunk.toString();
      if (!isState) this.#transcript += chunk.toString();
    };
    child.stdout.on("data", collect("stdout"));
    child.stderr.on("data", collect("stderr"));
    const done = new Promise<Run>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve({ code: code ?? -1, ...output }));
    });
    return { child, done, output };
  }

  init(): Promise<Run> {
    return this.must(["init", "-no-color"]);
  }

  apply(...extra: readonly string[]): Promise<Run> {
    return this.must(["apply", "-auto-approve", "-no-color", ...extra]);
  }

  /** 0: no changes, 1: error, 2: changes. */
  plan(...extra: readonly string[]): Promise<Run> {
    return this.run(["plan", "-detailed-exitcode", "-no-color", ...extra]);
  }

  async state(): Promise<State> {
    const { stdout } = await this.must(["show", "-json"]);
    return new State(JSON.parse(stdout));
  }
}

/** `terraform show -json`, read by address. */
export class State {
  readonly json: unknown;
  constructor(json: unknown) {
    this.json = json;
  }

  /** Attribute values of one resource. @throws when the address is not in state */
  values(address: string): Readonly<Record<string, unknown>> {
    return this.#resource(address).values;
  }

  /** Whether the next apply would destroy it first and make it anew. */
  isTainted(address: string): boolean {
    return this.#resource(address).tainted === true;
  }

  #resource(address: string): ResourceJson {
    const root = this.json as { values?: { root_module?: { resources?: ResourceJson[] } } };
    const found = root.values?.root_module?.resources?.find((resource) => resource.address === address);
    if (found === undefined) throw new Error(`${address} is not in state`);
    return found;
  }
}

interface ResourceJson {
  readonly address: string;
  readonly tainted?: boolean;
  readonly values: Readonly<Record<string, unknown>>;
}

function cliConfig(): string {
  return `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(MIRROR)}\n  }\n}\n`;
}

/** What a shell would hand on, without anything that steers Terraform or the provider. */
function inherited(): Record<string, string> {
  const { PATH = "", TMPDIR = tmpdir() } = process.env;
  return { PATH, TMPDIR };
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Not there or not executable: either way not what we look for.
    return false;
  }
}
