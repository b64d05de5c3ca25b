import { type FakeScm, startFakeScm } from "../../fake-scm/server.ts";
import { expectNoSecret, type Leaving, TRACE_LOG } from "./secrets.ts";
import { Workspace } from "./terraform.ts";

/** Ids of the fake's sample tenant. */
export const EXAMPLE_LTD = 7003;
export const OV_SSL_199 = 3312;

export interface Stage extends AsyncDisposable {
  readonly scm: FakeScm;
  readonly workspace: Workspace;
}

type ScmOptions = NonNullable<Parameters<typeof startFakeScm>[0]>;

/**
 * A fake SCM that issues at once, and a folder whose provider signs in to it by environment. When the test is over, all
 * that it left is searched for secrets.
 */
export async function stage(
  files: Readonly<Record<string, string>>,
  options: ScmOptions = {},
  leaving: Leaving = {},
): Promise<Stage> {
  const scm = await startFakeScm({ issueDelayMs: 0, ...options });
  const logging = { TF_LOG: "TRACE", TF_LOG_PATH: TRACE_LOG };
  const workspace = new Workspace({ environment: { ...signIn(scm), ...logging }, files });
  return {
    scm,
    workspace,
    async [Symbol.asyncDispose]() {
      try {
        await workspace.expectNothingLeftToDo();
        await expectNoSecret(scm, workspace, leaving);
      } finally {
        workspace.remove();
        await scm.close();
      }
    },
  };
}

/** What a user exports before `terraform apply`. */
export function signIn(scm: FakeScm): Record<string, string> {
  return {
    SECTIGO_BASE_URL: scm.apiUrl,
    SECTIGO_CUSTOMER_URI: scm.credentials.customerUri,
    SECTIGO_USERNAME: scm.credentials.username,
    SECTIGO_PASSWORD: scm.credentials.password,
  };
}
