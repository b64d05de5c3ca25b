import { get, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

/**
 * Whether a site serves the file of a challenge: each of its lines, in order. TLS is not played, so `https` reads by HTTP.
 * @param server `127.0.0.1:8080`, which answers for every name
 * @param url    of the challenge; its host is asked for by header
 */
export async function servesFile(server: string, url: string, lines: readonly string[]): Promise<boolean> {
  const { host, pathname } = new URL(url);
  const answer = await ask(new URL(pathname, `http://${server}`), host);
  const body = await text(answer);
  return answer.statusCode === 200 && body.trim().split(/\r?\n/).join("\n") === lines.join("\n");
}

function ask(address: URL, host: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { host }, agent: false }, resolve).once("error", reject);
  });
}
