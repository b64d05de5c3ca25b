/**
 * One CONNECT proxy as a process of its own, so that a test can kill it in the middle of its work. Its wishes come as
 * JSON; it prints a line with its port, then one for each tunnel that is asked for, and goes on when a sign has come back:
 * whoever gets an answer by it finds the tunnel written down.
 */
import { readFileSync } from "node:fs";
import { type HttpServerOptions, RequestError, Server } from "proxy-chain";
import type { ProxyWishes } from "./proxies.ts";

const wishes: ProxyWishes = JSON.parse(process.argv[2] ?? "{}");
const { port = 0, username, password, status, hangs = false, tls } = wishes;

const told: (() => void)[] = [];
function tell(line: string): Promise<void> {
  return new Promise((resolve) => {
    told.push(resolve);
    process.stdout.write(line);
  });
}

const common: HttpServerOptions = {
  host: "127.0.0.1",
  port,
  prepareRequestFunction: async ({ hostname, port: target, username: user, password: word }) => {
    await tell(`CONNECT ${hostname}:${target}\n`);
    if (status !== undefined) throw new RequestError("as the test wishes", status);
    if (hangs) return new Promise<never>(() => undefined);
    return { requestAuthentication: username !== undefined && (user !== username || word !== password) };
  },
};
const server = new Server(tls === undefined ? common : { ...common, ...secured(tls) });
process.stdin.on("data", (signs: Buffer) => {
  for (const _ of signs) told.shift()?.();
});
process.stdin.on("end", () => process.exit());
await server.listen();
process.stdout.write(`PORT ${server.port}\n`);

function secured({ certFile, keyFile }: NonNullable<ProxyWishes["tls"]>) {
  const httpsOptions = { cert: readFileSync(certFile), key: readFileSync(keyFile) };
  return { serverType: "https" as const, httpsOptions };
}
