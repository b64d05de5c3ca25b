import { stripVTControlCharacters } from "node:util";

/** What vitest's JSON report says, as far as it is read here. */
export interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

export interface CoreTally {
  readonly passed: number;
  /** Tests whose configuration the core can't read, since it is older than what the configuration uses. */
  readonly lacking: number;
  /** File and name of all others. */
  readonly failed: readonly string[];
}

/** Tests are written for this version of Terraform and OpenTofu; what an older one does not know is not a fault. */
const WRITTEN_FOR = { major: 1, minor: 11 };

/** Words of an older core about syntax of a newer one: as Terraform 1.5.7 says them of the configurations that tests have. */
const LACKS = [
  /Unsupported (?:Terraform|OpenTofu) Core version/,
  /(?:Blocks of type|An argument named) \\?"(?:ephemeral|for_each|identity|removed)\\?" (?:is|are) not expected here/,
  // A call of a provider's function.
  /Missing newline after argument|Invalid single-argument block definition|Invalid 'for' expression/,
  // A `moved` block between types.
  /Resource type mismatch/,
  // Where it is no experiment, it does not warn of itself. Vitest may cut the words.
  /Warning: The "terraform test" comm/,
];

/**
 * Counts what one core made of the tests.
 * @param core  as it names itself, such as `Terraform v1.5.7`
 */
export function judgeCore(core: string, { testResults }: Report): CoreTally {
  const isOlder = isOlderThanTests(core);
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, file: name.split("/").at(-1) ?? name })),
  );
  const others = tests.filter(({ status }) => status !== "passed");
  const failed = others.filter(({ failureMessages }) => !(isOlder && lacksSyntax(failureMessages)));
  return {
    passed: tests.length - others.length,
    lacking: others.length - failed.length,
    failed: failed.map(({ file, fullName }) => `${file}: ${fullName}`),
  };
}

function isOlderThanTests(core: string): boolean {
  const [, major, minor] = / v(\d+)\.(\d+)\./.exec(core) ?? [];
  return Number(major) === WRITTEN_FOR.major && Number(minor) < WRITTEN_FOR.minor;
}

function lacksSyntax(messages: readonly string[]): boolean {
  // Words are wrapped and framed by the core, and coloured by the runner.
  const plain = stripVTControlCharacters(messages.join("\n")).replaceAll(/[│╷╵]/g, "");
  const text = plain.replaceAll(/\s+/g, " ");
  return LACKS.some((pattern) => pattern.test(text));
}
