import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { rawServer, reply } from "../support/raw-server.ts";
import { AGENT, atStart, hostFolder, removeHostFolders } from "./support/host.ts";

afterEach(removeHostFolders);

/** Lines of a key file that say anything of the key. */
function linesOf(path: string): readonly string[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.length >= 8 && !line.startsWith("-----"));
}

/** What SCM quotes of a request that it refuses. */
describe("a secret of a call's own body", () => {
  it("a custom field's value is struck from SCM's refusal, wherever the step shows it", async () => {
    await using job = await atStart({ files: { "shop.csr": makeCsr("shop.example.test").csr } });
    const secret = "cost-centre-4711-secret";
    const description = `The value ${secret} is refused`;
    const refusal = { kind: "status", status: 400, code: -9999, description } as const;
    await job.scm.control.plantFault({ route: "POST /ssl/v1/enroll", ...refusal });
    const inputs = { ...job.inputs, csr: "shop.csr", "custom-fields": `Cost centre=${secret}` };
    const run = await job.runner.run(inputs, { RUNNER_DEBUG: "1" });
    expect(run.code).toBe(1);
    expect(run.annotations[0]?.message).toContain("is refused");
    expect(`${run.log} ${run.summary} ${JSON.stringify(run.outputs)}`).not.toContain(secret);
  });

  it("the password of the step is struck from what answers in SCM's place", async () => {
    await using job = await atStart({ files: { "shop.csr": makeCsr("shop.example.test").csr } });
    const said = JSON.stringify({ code: -16, description: `No such user with ${job.inputs.password}` });
    await using gateway = await rawServer(({ socket }) => socket.end(reply(401, said)));
    const run = await job.runner.run({ ...job.inputs, "base-url": gateway.url, csr: "shop.csr" });
    expect(run.code).toBeGreaterThan(0);
    expect(run.annotations[0]?.message).toContain("No such user with");
    // That nothing of the job shows a password is looked at when it ends.
  });
});

describe("S91 secrets of keys", () => {
  it("every line of a key that is made, and of one that is read, is masked", async () => {
    await using job = await atStart();
    const directory = hostFolder();
    const inputs = { ...job.inputs, ...AGENT, key: "rsa-2048", "agent-directory": directory };
    const made = await job.runner.run(inputs);
    const read = await job.runner.run(inputs);
    const lines = linesOf(join(directory, "shop.key.pem"));
    expect(lines.length).toBeGreaterThan(10);
    for (const run of [made, read]) expect(run.masks).toEqual(expect.arrayContaining([...lines]));
    expect(read.outputs.outcome).toBe("reused");
  });

  it("what a killed process had written of a key is removed by the next run, and by the post step", async () => {
    await using job = await atStart();
    const directory = hostFolder();
    const inputs = { ...job.inputs, ...AGENT, "agent-directory": directory };
    const first = await job.runner.run(inputs);
    const staged = [".shop.key.pem.0123456789", "..shop.pending-key.pem.abcdefghij", ".shop.p12.0a1b2c3d4e"];
    const others = [".shop.key.pem.bak", ".other.key.pem.0123456789"];
    const leave = (): void => {
      for (const name of [...staged, ...others]) writeFileSync(join(directory, name), "half a key");
    };
    const left = (): string[] =>
      readdirSync(directory).filter((name) => [...staged, ...others].includes(name));
    leave();
    expect((await job.runner.post(first)).code).toBe(0);
    expect(left().sort()).toEqual([...others].sort());
    leave();
    expect((await job.runner.run(inputs)).code).toBe(0);
    expect(left().sort()).toEqual([...others].sort());
    expect(existsSync(join(directory, "shop.key.pem"))).toBe(true);
  });

  it.each([
    ["the folder itself", "path: out", 1],
    ["a folder above it", "path: .", 1],
    ["several paths", "path: |\n            README.md\n            out/**", 1],
    ["a path of an expression", `path: ${"$"}{{ env.DIR }}`, 1],
    ["another folder", "path: report", 0],
    ["all but keys", "path: |\n            out\n            !out/*.key.pem", 0],
  ])("a workflow that uploads %s with the key in it is warned of", async (_name, path, warnings) => {
    const workflow = [
      "jobs:",
      "  a:",
      "    steps:",
      "      - uses: scm-as-code/terraform-provider-sectigo@v0",
      "        with:",
      "          output-directory: out",
      "      - uses: actions/upload-artifact@v4",
      "        with:",
      "          name: certificates",
      `          ${path}`,
      "      - run: echo out",
    ];
    await using job = await atStart({ files: { ".github/workflows/tls.yml": workflow.join("\n") } });
    const run = await job.runner.run(
      { ...job.inputs, ...AGENT, "output-directory": "out" },
      { GITHUB_WORKFLOW_REF: "example/infra/.github/workflows/tls.yml@refs/heads/main" },
    );
    expect(run.code).toBe(0);
    const told = run.annotations.filter(({ message }) => message.includes("upload"));
    expect(told).toHaveLength(warnings);
    for (const each of told)
      expect(each).toMatchObject({ severity: "warning", file: ".github/workflows/tls.yml" });
  });
});
