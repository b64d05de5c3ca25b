import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { enroll } from "../../../test/fake-scm/testing.ts";
import { silentLog } from "../../../test/support/library-provider.ts";
import { ListStage } from "../../../test/support/list-stage.ts";
import { encodeObject } from "../../framework/attribute.ts";
import { runAction } from "../../framework/run-action.ts";
import { revokeAction } from "./revoke.ts";

/** Errors and warnings that it completes with. */
async function revoked(stage: ListStage, given: object, signal = new AbortController().signal) {
  const config = encodeObject(revokeAction.spec.attributes, { reason: "superseded", ...given });
  const { api } = stage;
  const environment = { api, signal, log: silentLog, explain: api.explain };
  const said: string[] = [];
  for await (const event of runAction(revokeAction, config, environment))
    if ("completed" in event) said.push(...event.completed.map(({ summary }) => summary));
  return said;
}

it("tells SCM reason and note", async () => {
  await using stage = await ListStage.of();
  const { scm } = stage;
  const ssl_id = await enroll(scm, "shop.example.test");
  const note = "Its key was published";
  expect(await revoked(stage, { ssl_id, note, reason: "key_compromise" })).toEqual([]);
  expect((await scm.control.certificate(ssl_id)).reasonCode).toBe(1);
  const asked = (await scm.control.requests()).filter(({ path }) => path.includes("/revoke/"));
  expect(JSON.stringify(asked)).toContain(note);
});

it("leaves a request that was declined or refused as it is", async () => {
  await using stage = await ListStage.of({ autoApprove: false });
  const { scm } = stage;
  for (const act of ["decline", "reject"]) {
    const ssl_id = await enroll(scm, `${act}.example.test`);
    await scm.control.act(ssl_id, act);
    expect(await revoked(stage, { ssl_id })).toEqual([]);
  }
  const asked = (await scm.control.requests()).filter(({ path }) => path.includes("/revoke/"));
  expect(asked).toEqual([]);
});

/** A trigger may give the id in the apply only, so that no plan has looked at it. */
it.each([
  ["the fuse", { max_revocations_per_run: 0 }, /would revoke more than 0 certificates/],
  ["business units", { business_units: ["Retail"] }, /belongs to no business unit/],
])("is refused by %s in the act too", async (_, block, says) => {
  await using stage = await ListStage.of({}, block);
  const ssl_id = await enroll(stage.scm, "shop.example.test");
  expect(await revoked(stage, { ssl_id })).toEqual([expect.stringMatching(says)]);
  expect((await stage.scm.control.certificate(ssl_id)).status).toBe("Issued");
});

it("says of a revocation that is interrupted that SCM may have made it", async () => {
  await using stage = await ListStage.of();
  const { scm } = stage;
  const ssl_id = await enroll(scm, "shop.example.test");
  await scm.control.plantFault({ route: "POST /ssl/v1/revoke/{sslId}", kind: "hang-after" });
  const stop = new AbortController();
  const said = revoked(stage, { ssl_id }, stop.signal);
  while ((await scm.control.certificate(ssl_id)).status !== "Revoked") await setImmediate();
  stop.abort();
  expect(await said).toEqual([
    expect.stringMatching(/^Revoke certificate \d+: .* it may be revoked \[cancelled\.stopped\]$/),
  ]);
});
