import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { describe, expect, test } from "vitest";
import { FakeScmControl } from "./control-client.ts";
import { fieldsOf } from "./fields-of.ts";

function run(...args: string[]): ChildProcess {
  const main = new URL("main.ts", import.meta.url).pathname;
  return spawn(process.execPath, [main, ...args], { stdio: ["pipe", "pipe", "pipe"] });
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("no standard output");
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return String(line);
}

describe("the command", () => {
  test("one JSON line says where it is; SIGTERM ends it cleanly", async () => {
    const child = run("--issue-delay-ms", "0", "--now", "2026-03-16T00:00:00Z", "--domain", "more.test");
    const line = fieldsOf(JSON.parse(await firstLine(child)));
    expect(line).toMatchObject({ customerUri: "cst01234", username: "svc-certs", seed: 1 });
    expect(line.domains).toStrictEqual(["example.test", "more.test"]);
    const control = new FakeScmControl(String(line.controlUrl));
    expect(await control.clock()).toStrictEqual({ now: "2026-03-16T00:00:00.000Z", real: false });
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toStrictEqual([0, null]);
  });

  test("it ends when its parent closes standard input", async () => {
    const child = run("--exit-with-parent");
    await firstLine(child);
    child.stdin?.end();
    expect(await once(child, "exit")).toStrictEqual([0, null]);
  });

  test.for([
    ["--issue-delay-ms", "soon"],
    ["--strict", "everything"],
    ["--now", "today"],
    ["--nonsense"],
  ])("%s is refused with the help", async (args) => {
    const child = run(...args);
    const text: string[] = [];
    child.stderr?.on("data", (chunk) => text.push(String(chunk)));
    expect(await once(child, "close")).toStrictEqual([2, null]);
    expect(text.join("")).toContain("--issue-delay-ms N");
  });
});
