import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { enroll } from "../../../test/fake-scm/testing.ts";
import { silentLog } from "../../../test/support/library-provider.ts";
import { ListStage } from "../../../test/support/list-stage.ts";
import { encodeObject } from "../../framework/attribute.ts";
import { runAction } from "../../framework/run-action.ts";
import { revokeAction } from "./revoke.ts";

it("says of a revocation that is interrupted that SCM may have made it", async () => {
  await using stage = await ListStage.of();
  const { api, scm } = stage;
  const sslId = await enroll(scm, "shop.example.test");
  await scm.control.plantFault({ route: "POST /ssl/v1/revoke/{sslId}", kind: "hang-after" });
  const config = encodeObject(revokeAction.spec.attributes, { ssl_id: sslId, reason: "superseded" });
  const stop = new AbortController();
  const environment = { api, signal: stop.signal, log: silentLog, explain: api.explain };
  const completed = (async () => {
    for await (const event of runAction(revokeAction, config, environment))
      if ("completed" in event) return event.completed;
    return [];
  })();
  while ((await scm.control.certificate(sslId)).status !== "Revoked") await setImmediate();
  stop.abort();
  expect(await completed).toMatchObject([
    {
      severity: "error",
      summary: expect.stringMatching(/^Revoke certificate \d+: .* it may be revoked \[cancelled\.stopped\]$/),
    },
  ]);
});
