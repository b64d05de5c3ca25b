import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { type RawRequest, rawServer, reply } from "../../test/support/raw-server.ts";
import { steppingClock } from "../../test/support/stepping-clock.ts";
import { LostError, OutageError, SectigoError } from "../base/errors.ts";
import type { LogFields } from "../base/log.ts";
import { createScmClient, type ScmClientOptions } from "./client.ts";

const PASSWORD = "hunter2-S3cret";
const order = {
  organizationId: 7003,
  scmProfileId: 3312,
  csrPem: "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n",
  termDays: 199,
  subjectAlternativeNames: ["www.example.test"],
};

function clientFor(baseUrl: string, options: Partial<ScmClientOptions> = {}) {
  const clock = steppingClock(new Date("2026-03-16T12:00:00Z"));
  const client = createScmClient({
    baseUrl,
    login: { kind: "password", username: "svc", password: PASSWORD, customerUri: "Acme" },
    clock,
    random: () => 0.5,
    ...options,
  });
  return { client, clock, [Symbol.asyncDispose]: () => client.close() };
}

async function failureOf(work: Promise<unknown>): Promise<SectigoError> {
  const thrown = await work.then(
    () => new Error("it succeeded"),
    (error: unknown) => error,
  );
  if (!(thrown instanceof SectigoError)) throw thrown;
  expect(JSON.stringify([thrown.message, thrown.hint])).not.toContain(PASSWORD);
  return thrown;
}

/** A server that answers each request in turn, the last answer ever after. */
function script(...answers: readonly (string | ((request: RawRequest) => void))[]) {
  return rawServer((request) => {
    const answer = answers[Math.min(request.number, answers.length) - 1];
    if (typeof answer === "function") answer(request);
    else request.socket.write(answer ?? "");
  });
}

const organizationsJson = '[{"id":7000,"name":"Acme"}]';
const reset = ({ socket }: RawRequest): void => void socket.destroy();

describe("a refusal whose words were cut off", () => {
  const cut = reply(400, '{"code":-9999,"description":"The nam', { "content-type": "application/json" });

  it("is asked for again where that is safe, and then told whole", async () => {
    await using server = await script(cut, reply(400, '{"code":-9999,"description":"The name is taken"}'));
    await using set = clientFor(server.url);
    const error = await failureOf(Promise.resolve(set.client.organizations.list()));
    expect(error).toMatchObject({ code: "request.refused", vendorCode: -9999 });
    expect(error.message).toContain("The name is taken");
  });

  it("says so where it stays, and does not send to correct what was not named; an order goes out once", async () => {
    await using server = await script(cut);
    await using set = clientFor(server.url);
    const error = await failureOf(set.client.certificates.enroll(order));
    expect(error.message).toMatch(/its reason was cut off on the way \(36 bytes came\) \[request\.refused/);
    expect(error.hint).toMatch(/^Run again to learn SCM's reason/);
    expect(server.requests).toHaveLength(1);
  });

  it("is not repeated where the sign-in is refused, which locks accounts", async () => {
    await using server = await script(cut.replace(" 400 ", " 401 "));
    await using set = clientFor(server.url);
    const error = await failureOf(Promise.resolve(set.client.organizations.list()));
    expect(error.code).toBe("login.refused");
    expect(server.requests).toHaveLength(1);
  });
});

describe("a repeatable call", () => {
  it.each([
    ["503", reply(503, "<html>down</html>", { "content-type": "text/html" })],
    ["429 without Retry-After", reply(429, "")],
    ["408", reply(408, "")],
    ["a reset connection", reset],
    ["an empty 200", reply(200, "")],
    ["JSON that was cut off", reply(200, organizationsJson.slice(0, 9))],
    [
      "fewer octets than announced",
      ({ socket }: RawRequest) => void socket.end(reply(200, "[", { "content-length": "99" })),
    ],
  ])("is repeated after %s", async (_name, fault) => {
    await using server = await script(fault, fault, reply(200, organizationsJson));
    await using scm = clientFor(server.url);
    expect(await scm.client.organizations.list()).toEqual([
      { organizationId: 7000, name: "Acme", departments: [] },
    ]);
    expect(scm.clock.waits).toEqual([250, 500]);
    expect(server.requests).toHaveLength(3);
  });

  it("waits as long as Retry-After says, as seconds or as a date", async () => {
    const busy = (value: string): string => reply(429, "", { "retry-after": value });
    await using server = await script(
      busy("7"),
      busy("Mon, 16 Mar 2026 12:00:17 GMT"),
      reply(200, organizationsJson),
    );
    await using scm = clientFor(server.url);
    await scm.client.organizations.list();
    expect(scm.clock.waits[0]).toBe(7250);
    expect(scm.clock.now().toISOString()).toBe("2026-03-16T12:00:17.500Z");
  });

  it("does not sit out a Retry-After beyond the ceiling, and tells how long SCM asked for", async () => {
    await using server = await script(reply(429, "", { "retry-after": "3600" }));
    await using scm = clientFor(server.url);
    const error = await failureOf(scm.client.organizations.list());
    expect(error).toMatchObject({ code: "rate.limited", retryAfterMs: 3_600_000 });
    expect(scm.clock.waits).toEqual([]);
  });

  it("does not sleep past its deadline: the error at hand says more", async () => {
    await using server = await script(reply(503, ""));
    await using scm = clientFor(server.url);
    const deadline = new Date(scm.clock.now().getTime() + 700);
    const error = await failureOf(scm.client.organizations.list({ deadline }));
    expect(error.code).toBe("outage.server");
    expect(scm.clock.waits).toEqual([250]);
  });

  it("names in the error of its deadline why the try before failed", async () => {
    await using server = await script(reply(200, organizationsJson.slice(0, 9)), () => undefined);
    await using scm = clientFor(server.url);
    const deadline = new Date(scm.clock.now().getTime() + 400);
    const error = await failureOf(scm.client.organizations.list({ deadline }));
    expect(error.message).toMatch(
      /^[^:]+: the time limit was reached at \S+; the try before failed: .*contract\.not_json.*\[cancelled\.deadline\]$/,
    );
    expect(server.requests).toHaveLength(2);
  });

  it.each([
    ["501", reply(501, ""), "outage.server"],
    ["404", reply(404, '{"code":-5101,"description":"x"}'), "missing.certificate"],
    ["403 from the edge", reply(403, "<html>no</html>"), "privilege.blocked"],
    ["a redirect", reply(302, "", { location: "https://evil.test/" }), "contract.redirect"],
    ["a web page", reply(200, "<!DOCTYPE html><p>login", { "content-type": "text/html" }), "contract.html"],
    ["a wrong shape", reply(200, '[{"id":"seven"}]'), "contract.shape"],
    ["an unexpected status", reply(418, ""), "contract.status"],
    ["compressed content", reply(200, "[]", { "content-encoding": "gzip" }), "contract.compressed"],
    [
      "text in an unknown character set",
      reply(200, "[]", { "content-type": "application/json;charset=klingon" }),
      "contract.encoding",
    ],
    ["no HTTP at all", "SSH-2.0-OpenSSH_9.9\r\n\r\n", "lost.malformed"],
  ])("is not repeated after %s", async (_name, answer, code) => {
    await using server = await script(answer);
    await using scm = clientFor(server.url);
    const error = await failureOf(scm.client.organizations.list());
    expect(error).toMatchObject({ code, call: "GET organization" });
    expect(error.message).toMatch(/^list organizations: /);
    expect(server.requests).toHaveLength(1);
  });

  it("gives up after four tries and says what was found", async () => {
    await using server = await script(
      reply(502, "<html>bad gateway</html>", { "content-type": "text/html" }),
    );
    await using scm = clientFor(server.url);
    const error = await failureOf(scm.client.organizations.list());
    expect(error).toBeInstanceOf(OutageError);
    expect(error.message).toContain("a web page came instead of SCM's answer [outage.server, HTTP 502]");
    expect(server.requests).toHaveLength(4);
  });

  it("ends at its time limit when the server never answers, or never ends its answer", async () => {
    const drip = ({ socket }: RawRequest): void =>
      void socket.write("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n[");
    for (const answer of ["", drip]) {
      await using server = await script(answer);
      await using scm = clientFor(server.url, { requestTimeoutMs: 200, retry: { attempts: 2 } });
      expect(await failureOf(scm.client.organizations.list())).toMatchObject({ code: "lost.timeout" });
      expect(server.requests).toHaveLength(2);
    }
  });

  it("is stopped while it waits for the answer", async () => {
    const controller = new AbortController();
    await using server = await rawServer(() => controller.abort());
    await using scm = clientFor(server.url);
    const error = await failureOf(scm.client.organizations.list({ signal: controller.signal }));
    expect(error.code).toBe("cancelled.stopped");
    expect(server.requests).toHaveLength(1);
  });

  it("is not sent at all when it was stopped or too late before", async () => {
    await using server = await script(reply(200, organizationsJson));
    await using scm = clientFor(server.url);
    const late = { deadline: scm.clock.now() };
    expect(await failureOf(scm.client.organizations.list(late))).toMatchObject({
      code: "cancelled.deadline",
    });
    const stopped = { signal: AbortSignal.abort() };
    expect(await failureOf(scm.client.organizations.list(stopped))).toMatchObject({
      code: "cancelled.stopped",
    });
    expect(server.requests).toHaveLength(0);
  });
});

describe("an order", () => {
  it.each([
    ["a reset connection", reset, "lost.reset"],
    ["a 502 of the gateway", reply(502, "<html>"), "lost.gateway"],
    ["a 500 with SCM's code", reply(500, '{"code":-14,"description":"Internal error"}'), "lost.gateway"],
    ["an empty 200", reply(200, ""), "lost.unreadable_empty"],
    ["a web page with status 200", reply(200, "<html>"), "lost.unreadable_html"],
    ["JSON that was cut off", reply(200, '{"sslId":12'), "lost.unreadable_not_json"],
    ["an answer without an id", reply(200, "{}"), "lost.unreadable_shape"],
  ])("is sent once and may have taken effect after %s", async (_name, answer, code) => {
    await using server = await script(answer);
    await using scm = clientFor(server.url);
    const error = await failureOf(scm.client.certificates.enroll(order));
    expect(error).toBeInstanceOf(LostError);
    expect(error).toMatchObject({ code, hint: expect.stringMatching(/^Look in SCM/) });
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ["429", reply(429, "", { "retry-after": "1" }), "rate.limited"],
    ["401", reply(401, ""), "login.refused"],
    ["-36", reply(400, '{"code":-36,"description":"term"}'), "request.term_not_offered"],
    ["-109", reply(400, '{"code":-109,"description":"CA down"}'), "outage.ca_unavailable"],
  ])("is sent once and refused for certain after %s", async (_name, answer, code) => {
    await using server = await script(answer);
    await using scm = clientFor(server.url);
    const error = await failureOf(scm.client.certificates.enroll(order));
    expect(error).not.toBeInstanceOf(LostError);
    expect(error.code).toBe(code);
    expect(server.requests).toHaveLength(1);
  });

  it("is waited for a moment longer when it is stopped under way: what became of it is worth knowing", async () => {
    const controller = new AbortController();
    await using server = await rawServer(({ socket }) => {
      controller.abort();
      socket.write(reply(200, '{"sslId":40211,"renewId":"x"}'));
    });
    await using scm = clientFor(server.url);
    const enrolled = await scm.client.certificates.enroll(order, { signal: controller.signal });
    expect(enrolled.sslId).toBe(40211);
    expect(server.requests).toHaveLength(1);
  });

  it("is lost, not cancelled, when it is stopped under way and no answer comes", async () => {
    const controller = new AbortController();
    await using server = await rawServer(({ socket }) => {
      controller.abort();
      socket.destroy();
    });
    await using scm = clientFor(server.url);
    const error = await failureOf(scm.client.certificates.enroll(order, { signal: controller.signal }));
    expect(error.code).toBe("lost.stopped");
  });

  it("is repeated when the connection is refused, since nothing can have left", async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const address = closed.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    await new Promise((resolve) => closed.close(resolve));
    await using scm = clientFor(`http://127.0.0.1:${port}`);
    const error = await failureOf(scm.client.certificates.enroll(order));
    expect(error).toMatchObject({ code: "outage.refused" });
    expect(scm.clock.waits).toHaveLength(3);
  });

  it("takes a connection of its own, so that a stale one can't leave it in doubt", async () => {
    await using server = await script(
      reply(200, organizationsJson),
      reply(200, '{"sslId":1,"renewId":"a"}'),
      reply(200, '{"sslId":2}'),
    );
    await using scm = clientFor(server.url);
    await scm.client.organizations.list();
    expect(await scm.client.certificates.enroll(order)).toEqual({ sslId: 1, renewId: "a" });
    expect(await scm.client.certificates.enroll(order)).toEqual({ sslId: 2, renewId: null });
    expect(server.connections()).toBe(3);
  });
});

describe("what goes out", () => {
  it("has the three sign-in headers exactly, no cookie, and the user agent", async () => {
    await using server = await script(
      reply(200, organizationsJson, { "set-cookie": "CCMBSESSIONID=abc; Path=/" }),
    );
    await using scm = clientFor(server.url, { userAgent: "t/1" });
    await scm.client.organizations.list();
    await scm.client.organizations.list();
    const text = server.requests[1]?.text ?? "";
    expect(text).toMatch(/^GET \/api\/organization\/v1 HTTP\/1\.1\r\n/);
    for (const line of ["login: svc", `password: ${PASSWORD}`, "customerUri: Acme", "user-agent: t/1"]) {
      expect(text).toContain(`\r\n${line}\r\n`);
    }
    expect(text.toLowerCase()).not.toContain("cookie");
    // Two at most: the pool may not yet have taken the first one back when the second call goes out.
    expect(server.connections()).toBeLessThanOrEqual(2);
  });

  it("keeps the path of a proxy and calls below it, whatever ending the address has", async () => {
    await using server = await script(reply(200, organizationsJson));
    await using scm = clientFor(`${server.url}/scm/private/api/`);
    await scm.client.organizations.list();
    expect(server.requests[0]?.text).toMatch(/^GET \/scm\/api\/organization\/v1 /);
  });

  it("escapes filters and never runs more at once than allowed", async () => {
    let open = 0;
    let most = 0;
    await using server = await rawServer(({ socket }) => {
      open += 1;
      most = Math.max(most, open);
      setImmediate(() => {
        open -= 1;
        socket.write(reply(200, "[]", { "x-total-count": "0" }));
      });
    });
    await using scm = clientFor(server.url, { maxParallelRequests: 3 });
    await Promise.all(
      Array.from({ length: 12 }, () => scm.client.certificates.list({ commonName: "a&b=*.c d/é" })),
    );
    expect(server.requests[0]?.text).toContain("commonName=a%26b%3D*.c+d%2F%C3%A9");
    expect(most).toBeLessThanOrEqual(3);
  });

  it.each([
    "line\nbreak",
    " padded",
    "€uro",
    "",
    "nul\u0000",
  ])("refuses the password %j before anything is sent, without repeating it", (password) => {
    const make = () =>
      createScmClient({ login: { kind: "password", username: "svc", password, customerUri: "Acme" } });
    expect(make).toThrow(/^password /);
    if (password !== "") expect(make).not.toThrow(password);
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses %d parallel requests", (maxParallelRequests) => {
    expect(() => clientFor("http://127.0.0.1:1", { maxParallelRequests })).toThrow(/parallel requests/);
  });
});

describe("what is told", () => {
  it("names the credential set that was refused", async () => {
    await using server = await script(reply(401, '{"code":-16,"description":"Unknown user"}'));
    await using scm = clientFor(server.url);
    const error = await failureOf(scm.client.organizations.list());
    expect(error.message).toBe(
      'list organizations: SCM refused the credentials of user "svc" of customer "Acme"; SCM says "Unknown user" [login.refused, HTTP 401, SCM -16]',
    );
    expect(server.requests).toHaveLength(1);
  });

  it("quotes SCM's words escaped, cut, and without our password", async () => {
    const description = `bad ${PASSWORD}\u001b[2J\n::error::x ${"y".repeat(2000)}`;
    await using server = await script(reply(400, JSON.stringify({ code: -1601, description })));
    await using scm = clientFor(server.url);
    const { message } = await failureOf(scm.client.organizations.list());
    expect(message).toContain('SCM says "bad (redacted)\\u{1b}[2J\\u{a}::error::x yyy');
    expect(message.length).toBeLessThan(500);
  });

  it("logs every try without any secret, at every level", async () => {
    const lines: string[] = [];
    const keep = (message: string, fields?: LogFields): void =>
      void lines.push(JSON.stringify([message, fields]));
    await using server = await script(reset, reply(503, ""), reply(200, organizationsJson));
    await using scm = clientFor(server.url, {
      log: { trace: keep, debug: keep, info: keep, warn: keep, error: keep },
    });
    await scm.client.organizations.list();
    expect(lines).toHaveLength(5);
    expect(lines.join("\n")).not.toContain(PASSWORD);
    expect(lines.at(-1)).toContain('"status":200');
  });
});
