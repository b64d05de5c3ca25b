import { join } from "node:path";
import { expect, it } from "vitest";
import { findTool } from "./find-tool.ts";
import { KitApp } from "./kit-app.ts";
import { meaningOf, typescriptStack } from "./typescript-stack.ts";

it("S71 Python: bindings are made, type-checked, and synthesize the stack of TypeScript", async () => {
  findTool(
    "python3",
    ["-c", "import ensurepip, venv"],
    "install Python 3.9 or newer with venv (Debian: python3-venv)",
  );
  using app = new KitApp("Python");
  await app.run("python3", "-m", "venv", "venv");
  const python = join(app.folder, "venv/bin/python3");
  await app.run(python, "-m", "pip", "install", "--quiet", "cdktf~=0.21.0", "mypy");
  await app.get();
  expect(await app.run(python, "-m", "mypy", "main.py")).toContain("Success: no issues found");
  await app.run(python, "main.py");
  expect(meaningOf(app.stack())).toEqual(meaningOf(await typescriptStack()));

  // The guide says why `add_override` is there: without it the types refuse the app.
  app.write(
    "direct.py",
    `from main import stack, web\nfrom imports.sectigo.certificate import Certificate\n\nCertificate(stack, "other", profile=web.ref)\n`,
  );
  await expect(app.run(python, "-m", "mypy", "direct.py")).rejects.toThrow(
    'Argument "profile" to "Certificate" has incompatible type',
  );
});
