import { PrivilegeError } from "../../../../core/index.ts";
import type { Operation } from "../../../framework/resource.ts";
import { bySensors } from "../../by-sensors.ts";
import { type Connection, waitOf } from "../../connection.ts";

/**
 * Tries the link by one cheap call that every administrator may make.
 * @throws SectigoError when SCM can't be reached or refuses the sign-in
 */
export async function verifyLink(
  operation: Operation<Connection>,
  sensors: readonly string[] | null,
): Promise<void> {
  const { client } = bySensors(operation.api, sensors);
  operation.log.debug("connector testing", { reason: "its link is verified" });
  try {
    await client.profiles.list({}, waitOf(operation));
  } catch (thrown) {
    if (!(thrown instanceof PrivilegeError)) throw thrown;
    // Signed in all the same; an administrator for client certificates alone may not see SSL's profiles.
    const { summary, detail } = operation.api.explain(thrown);
    operation.warn(summary, detail);
  }
}
