import { describe, expect, it } from "vitest";
import { rawServer, reply } from "../../../test/support/raw-server.ts";
import { createScmClient } from "../client.ts";

/** Reads certificate 31 from a server that answers every request with this. */
async function read(answer: unknown): Promise<unknown> {
  await using server = await rawServer(({ socket }) => socket.write(reply(200, JSON.stringify(answer))));
  const login = { kind: "password", customerUri: "c", username: "u", password: "p-w-d-of-all" } as const;
  const client = createScmClient({ baseUrl: server.url, login, retry: { attempts: 1 } });
  try {
    return await client.certificates.get(31);
  } finally {
    await client.close();
  }
}

describe("S15 a record that is read", () => {
  it.each([
    ["an order's", { sslId: 31, renewId: "r" }],
    ["a list's row", { sslId: 31, serialNumber: "0A1B" }],
    ["an id alone", { id: 31, commonName: "", status: null }],
  ])("is not one where nothing stands in it but its id: %s", async (_name, answer) => {
    await expect(read(answer)).rejects.toMatchObject({ code: "contract.no_record" });
  });

  it("is not another's", async () => {
    const other = { sslId: 32, status: "Issued", commonName: "a.test" };
    await expect(read(other)).rejects.toMatchObject({
      code: "contract.other_record",
      message: expect.stringContaining("answered with record 32"),
    });
  });

  it.each([
    { status: "Issued" },
    { commonName: "a.test" },
    { orgId: 7003 },
    { requested: "03/16/2026" },
  ])("is one as soon as it says anything of its own: %j", async (member) => {
    expect(await read({ sslId: 31, ...member })).toMatchObject({ sslId: 31 });
  });
});
