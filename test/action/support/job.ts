import { expect } from "vitest";
import { type FakeScm, startFakeScm } from "../../fake-scm/server.ts";
import { type Environment, type Inputs, Runner } from "./runner.ts";

type ScmOptions = NonNullable<Parameters<typeof startFakeScm>[0]>;

/** A job with a fake SCM that issues at once. When it is over, all that it left is searched for secrets. */
export interface Job extends AsyncDisposable {
  readonly scm: FakeScm;
  readonly runner: Runner;
  /** Inputs that sign in and say where orders go. */
  readonly inputs: Readonly<Record<string, string>>;
  /** How often SCM was asked to do something that costs money. */
  orders(): Promise<number>;
}

export interface JobOptions {
  readonly scm?: ScmOptions;
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: Environment;
}

export async function startJob({
  scm: options = {},
  files = {},
  environment = {},
}: JobOptions = {}): Promise<Job> {
  const scm = await startFakeScm({ issueDelayMs: 0, ...options });
  const runner = new Runner(environment, files);
  return {
    ...{ scm, runner, inputs: { ...signIn(scm), organization: "Example Ltd", profile: "OV SSL 199" } },
    orders: async () => (await scm.control.requests()).filter(isOrder).length,
    async [Symbol.asyncDispose]() {
      try {
        expectNoSecret(scm, runner);
      } finally {
        runner.remove();
        await scm.close();
      }
    },
  };
}

function signIn({ apiUrl, credentials }: FakeScm): Record<string, string> {
  return {
    "base-url": apiUrl,
    "customer-uri": credentials.customerUri,
    username: credentials.username,
    password: credentials.password,
  };
}

function isOrder({ method, path }: { readonly method: string; readonly path: string }): boolean {
  return method === "POST" && /\/ssl\/v1\/(enroll|renew|renewById|replace)/.test(path);
}

/** No password stands in log, outputs or summary; masked or not, none should ever be written. */
function expectNoSecret({ logins }: FakeScm, { transcript }: Runner): void {
  for (const { login, password, clientSecret } of logins) {
    expect(transcript.includes(password), `the password of ${login} was shown`).toBe(false);
    expect(transcript.includes(clientSecret), `the client secret of ${login} was shown`).toBe(false);
  }
  // With something behind it: hints name the line that a key begins with.
  const key = /BEGIN [A-Z ]*PRIVATE KEY-----(?:\s|\\n)*[A-Za-z0-9+/]{16}/;
  expect(key.test(transcript), "a private key was shown").toBe(false);
}

/** Without some of the inputs. */
export function without(inputs: Inputs, ...names: readonly string[]): Inputs {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => !names.includes(name)));
}
