import { describe, expect, it } from "vitest";
import { clientMethods, uncalledMethods } from "./client-methods.ts";
import { readModule } from "./modules.ts";
import { unusedExports } from "./unused-exports.ts";

const modulesOf = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([path, text]) => readModule(path, text));

const remedies = (files: Readonly<Record<string, string>>) =>
  unusedExports(modulesOf(files)).map(({ path, name, remedy }) => `${path} ${name}: ${remedy}`);

describe("an export is found", () => {
  const user = 'import { used } from "./a.ts";\nused();\n';

  it("when no other file takes it, and only then", () => {
    const a = "export const used = () => own();\nexport function own() {}\nexport type Idle = 1;\n";
    expect(remedies({ "core/a.ts": a, "core/b.ts": user })).toEqual([
      "core/a.ts own: drop `export`",
      "core/a.ts Idle: delete it",
    ]);
  });

  it("when tests alone take it and its own file does not use it", () => {
    const a = "export const used = 1;\nexport const half = 2;\nexport const sum = half + used;\n";
    const test = 'import { half, sum, used } from "./a.ts";\n';
    expect(remedies({ "core/a.ts": a, "core/a.test.ts": test })).toEqual(["core/a.ts sum: delete it"]);
  });

  it("when a surface passes it on and the surface's users don't take it", () => {
    const index = 'export {\n  type Idle,\n  used,\n} from "./a.ts";\n';
    const a = "export const used = 1;\nexport type Idle = 1;\n";
    const main = 'import { used } from "../core/index.ts";\nused;\n';
    expect(remedies({ "core/index.ts": index, "core/a.ts": a, "action/main.ts": main })).toEqual([
      "core/index.ts Idle: delete it",
      "core/a.ts Idle: delete it",
    ]);
  });

  it("never in a file that is loaded as a whole", () => {
    const main = 'const all = await import("./a.ts");\nall.used();\n';
    expect(remedies({ "core/a.ts": "export const used = 1;\n", "core/main.ts": main })).toEqual([]);
  });
});

describe("a client method is found", () => {
  const resources = `export interface Streams {
  ssl(): void;
}

export interface Reads {
  get(sslId: number): void;
}

export interface Certificates extends Reads {
  enroll(
    order: Order,
  ): void;
}

export interface Reports {
  readonly streams: Streams;
  whole(): void;
}

export interface Resources {
  readonly certificates: Certificates;
  readonly reports: Reports;
}
`;
  const files = {
    "core/scm/resources/all.ts": resources,
    "core/domain/order.ts": "scm.certificates\n  .enroll(order);\nscm.reports.streams.ssl();\n",
    "core/domain/order.test.ts": "scm.certificates.get(1);\n",
  };

  it("with those that interfaces inherit and hold", () => {
    expect(clientMethods(modulesOf(files)).map(({ area, name }) => `${area}.${name}`)).toEqual([
      "certificates.get",
      "certificates.enroll",
      "reports.whole",
      "streams.ssl",
    ]);
  });

  it("when no feature calls it", () => {
    expect(uncalledMethods(modulesOf(files)).map(({ name }) => name)).toEqual(["get", "whole"]);
  });
});
