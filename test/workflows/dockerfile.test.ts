import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { judgeDockerfile } from "./judge-dockerfile.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const GOOD = `FROM debian:13-slim AS base
RUN apt-get update && apt-get install --yes git \\
    && rm -rf /var/lib/apt/lists/*
FROM base
COPY --from=base /bin/true /usr/bin/
USER runner
`;

it("every Dockerfile of the repository has no fault", () => {
  const { stdout } = spawnSync("git", ["ls-files", "-co", "--exclude-standard", "*Dockerfile"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  const files = stdout.trim().split("\n");
  expect(files).toContain("examples/container/Dockerfile");
  for (const file of files)
    expect([file, judgeDockerfile(readFileSync(join(ROOT, file), "utf8"))]).toEqual([file, []]);
});

describe("judgeDockerfile", () => {
  it("finds nothing in a good one", () => expect(judgeDockerfile(GOOD)).toEqual([]));

  it.each([
    ["an instruction that there is not", "USER runner", "USR runner", "Unknown instruction: USR"],
    ["a flag that there is not", "--from=base", "--form=base", "Unknown flag: form"],
    ["an image without a version", "debian:13-slim", "debian", "takes another image every day"],
    ["the newest image", "13-slim", "latest", "takes another image every day"],
    ["root", "USER runner\n", "", "the image runs as root"],
    ["root by number", "USER runner", "USER 0:0", "the image runs as root"],
    [
      "a download of unknown content",
      "COPY --from=base /bin/true",
      "ADD https://x.test/a",
      "takes whatever lies",
    ],
    [
      "package lists",
      "FROM base\n",
      "FROM base\nRUN apt-get update && apt-get install --yes curl\n",
      "the package lists stay",
    ],
  ])("finds %s", (_what, good, bad, complaint) => {
    expect(judgeDockerfile(GOOD.replace(good, bad)).join("\n")).toContain(complaint);
  });
});
