/** S67: what strangers write, and what they send back, before the packaged provider. */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { Provider } from "../../provider/protocol/gen/tfplugin6_pb.js";
import { type FakeScm, startFakeScm } from "../fake-scm/server.ts";
import { makeCsr } from "../fake-scm/testing.ts";
import { COMMAND, expectSilent, HOSTILE } from "../support/hostile-text.ts";
import { rawServer, reply } from "../support/raw-server.ts";
import { PROGRAMS, Providers, type RunningProvider } from "./packaged-provider.ts";
import { type Outcome, ProviderCalls } from "./provider-calls.ts";
import { dynamic, type Plain } from "./wire-objects.ts";

const MB = 1024 * 1024;
const PLAIN = { "content-type": "text/plain; charset=utf-8" };
const NO_SENSOR = { proxy_username: null, proxy_password: null, base_url: null, ca_certificates_pem: null };
const SECRET = "cost-centre-4711-secret";

const providers = new Providers();
const fakes: FakeScm[] = [];
const servers: Server[] = [];
afterEach(async () => {
  await providers.endAll();
  for (const scm of fakes.splice(0)) await scm.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function stage(settings: Readonly<Record<string, Plain>> = {}) {
  const [program] = PROGRAMS;
  if (program === undefined) throw new Error("no package for this machine");
  const scm = await startFakeScm({ issueDelayMs: 0 });
  fakes.push(scm);
  const provider = await providers.start(program, { environment: { TF_LOG: "TRACE" } });
  return { scm, provider, calls: await ProviderCalls.configured(provider, scm, settings) };
}

const order = (csr: string, more: Readonly<Record<string, Plain>> = {}) => ({
  ...{ organization_id: 7003, scm_profile_id: 3312, csr_pem: csr },
  ...more,
});

function expectHarmless(texts: readonly string[], provider: RunningProvider): void {
  expect(texts.join(" ")).toContain("owned");
  expectSilent(texts, provider.plugin);
}

const textsOf = ({ errors, warnings }: Outcome): readonly string[] => [...errors, ...warnings];

describe("S67 text of strangers reaches no terminal as it is", () => {
  it("in SCM's refusals", async () => {
    const { scm, provider, calls } = await stage();
    const refusal = { kind: "status", status: 400, code: -9999, description: HOSTILE } as const;
    await scm.control.plantFault({ route: "POST /ssl/v1/enroll", ...refusal });
    expectHarmless(textsOf(await calls.apply(order(makeCsr("shop.example.test").csr))), provider);
  });

  it("in names of organizations", async () => {
    const { scm, provider, calls } = await stage();
    await scm.control.renameOrganization(7108, HOSTILE);
    const refused = await calls.plan({ ...order(makeCsr("shop.example.test").csr), organization_id: 1 });
    expectHarmless(textsOf(refused), provider);
  });

  it("in a request's names, told by a plan and by a function", async () => {
    const { provider, calls } = await stage();
    const { csr } = makeCsr(HOSTILE);
    expectHarmless(textsOf(await calls.plan(order(csr))), provider);
    const { error } = await provider.connection.call(Provider, "callFunction", {
      name: "parse_csr",
      arguments: [dynamic(`-----BEGIN ${HOSTILE}-----`)],
    });
    expect(error?.text).not.toMatch(/[\n\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(error?.text).not.toMatch(COMMAND);
    const unknown = await provider.connection.call(Provider, "callFunction", {
      name: HOSTILE,
      arguments: [],
    });
    expectHarmless([unknown.error?.text ?? ""], provider);
  });
});

describe("S67 text in files and variables of a configuration reaches no terminal as it is", () => {
  const { csr } = makeCsr("shop.example.test");
  it.each<readonly [string, Readonly<Record<string, Plain>>]>([
    ["a name", { subject_alternative_names: [HOSTILE] }],
    ["a custom field", { custom_fields: { [HOSTILE]: "x" } }],
    ["a requester", { external_requesters: [HOSTILE] }],
    ["an order key", { order_key: HOSTILE }],
    ["a request's armour", { csr_pem: csr.replaceAll("CERTIFICATE REQUEST", HOSTILE) }],
    ["a request's body", { csr_pem: csr.replace(/\n[A-Za-z0-9+/=]+\n/, `\n${HOSTILE}\n`) }],
    ["a profile's chain", { preferred_chain: HOSTILE }],
  ])("%s", async (_what, change) => {
    const { provider, calls } = await stage();
    const config = { ...order(csr), ...change };
    const validated = await calls.validate(config);
    const texts = validated.length > 0 ? validated : textsOf(await calls.apply(config));
    expectSilent(texts, provider.plugin);
  });
});

describe("a secret of a call's own body", () => {
  it("is struck from what SCM says of it", async () => {
    const { scm, provider, calls } = await stage();
    const description = `The value ${SECRET} is refused`;
    const refusal = { kind: "status", status: 400, code: -9999, description } as const;
    await scm.control.plantFault({ route: "POST /ssl/v1/enroll", ...refusal });
    const custom = { custom_fields: { "Cost centre": SECRET } };
    const { errors } = await calls.apply(order(makeCsr("shop.example.test").csr, custom));
    expect(errors.join(" ")).toContain("is refused");
    expect(`${errors.join(" ")} ${provider.plugin.stderr.join(" ")}`).not.toContain(SECRET);
  });
});

describe("what a proxy answers", () => {
  it.each([
    407, 502,
  ])("S67 a tunnel that is refused with %i and words of its own is told without them", async (status) => {
    await using proxy = await rawServer(({ socket }) => socket.end(reply(status, HOSTILE, PLAIN)));
    const sensor = { ...NO_SENSOR, name: "dc1", proxy_url: proxy.url };
    const { provider, calls } = await stage({ sensors: [sensor] });
    const { errors } = await calls.readDataSource("sectigo_organizations");
    expect(errors.join(" ")).toMatch(new RegExp(`proxy.*${status}`, "s"));
    expectSilent(errors, provider.plugin);
    expect(proxy.requests[0]?.text).toMatch(/^CONNECT /);
  });

  it.each([
    407, 502,
  ])("S67 an answer of %i with words of its own in SCM's place is told without what acts", async (status) => {
    await using gateway = await rawServer(({ socket }) => socket.end(reply(status, HOSTILE, PLAIN)));
    const { provider, calls } = await stage({ base_url: gateway.url });
    const { errors } = await calls.readDataSource("sectigo_organizations");
    expect(errors.join(" ")).toContain(String(status));
    expectSilent(errors, provider.plugin);
  });
});

/** Answers every request with pieces without an end; counts what it could send. */
async function endless(piece: Buffer, isOpen: boolean): Promise<{ readonly url: string; sent: number }> {
  const state = { url: "", sent: 0 };
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const write = (): void => {
      while (!response.destroyed && !(isOpen && state.sent > 0)) {
        state.sent += piece.length;
        if (!response.write(piece)) return void response.once("drain", write);
      }
    };
    write();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on an address
  return state;
}

/** Of a process, at its highest. */
function peakMemory({ plugin }: RunningProvider): number {
  const status = readFileSync(`/proc/${plugin.child.pid}/status`, "utf8");
  return Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1]) * 1024;
}

describe("an answer without an end", () => {
  it.each([
    ["empty objects", "{},"],
    ["brackets", "["],
    ["one text", "x"],
  ])("of %s costs no memory to speak of, and is told", async (_name, sign) => {
    const server = await endless(Buffer.from(`[${sign.repeat(40_000)}`), false);
    const { provider, calls } = await stage({ base_url: server.url });
    const before = peakMemory(provider);
    const { errors } = await calls.readDataSource("sectigo_organizations");
    expect(errors.join(" ")).toContain("[lost.too_large");
    // 8 MB may be read. The rest was written into the kernel's buffers of both ends before the connection was left: on a busy
    // machine they grow up to tcp_wmem and tcp_rmem, which are 4 and 6 to 32 MB at most.
    expect(server.sent).toBeLessThan(64 * MB);
    expect(peakMemory(provider) - before).toBeLessThan(200 * MB);
  });

  it("that stands still is left when the run is stopped", async () => {
    const server = await endless(Buffer.from("[{},"), true);
    const { provider, calls } = await stage({ base_url: server.url, request_timeout: "60s" });
    const reading = calls.readDataSource("sectigo_organizations");
    while (server.sent === 0) await new Promise((resolve) => setImmediate(resolve));
    await provider.connection.call(Provider, "stopProvider", {});
    expect((await reading).errors.join(" ")).toContain("[cancelled.");
  });
});
