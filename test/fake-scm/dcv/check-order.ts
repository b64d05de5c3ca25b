import { Resolver } from "node:dns/promises";
import type { FakeScmOptions } from "../options.ts";
import type { DcvOrder, Domain } from "../tenant.ts";
import { reuseMs } from "../validation.ts";
import { servesFile } from "./serves-file.ts";

/** Where the CA looks; what is undefined is believed. */
type Servers = Pick<FakeScmOptions, "dnsServer" | "webServer">;

/**
 * The CA looks whether a submitted challenge is published. DNS records and files are looked up for real where a server is
 * given, a mail needs its recipient, and the rest is believed.
 * @param servers each as `127.0.0.1:5300`; it answers for every name
 * @param now     epoch milliseconds
 */
export async function checkOrder(domain: Domain, servers: Servers, now: number): Promise<void> {
  const { order } = domain;
  if (order?.state !== "SUBMITTED") return;
  order.lastCheck = now;
  if (!(await isPublished(order, servers))) return;
  confirm(domain, now);
}

/** Control is proved: the domain counts as validated from now on. */
export function confirm(domain: Domain, now: number): void {
  domain.method = domain.order?.mode ?? domain.method;
  domain.validation = "VALIDATED";
  domain.validated = now;
  domain.validUntil = now + reuseMs(now);
  domain.order = undefined;
  domain.isKeptUp = false;
}

async function isPublished(order: DcvOrder, { dnsServer, webServer }: Servers): Promise<boolean> {
  if (order.mode === "EMAIL") return false;
  if (order.url !== undefined && webServer !== undefined)
    return await servesFile(webServer, order.url, order.lines ?? []);
  if (order.isPublishedByConnector || dnsServer === undefined || order.host === undefined) return true;
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  resolver.setServers([dnsServer]);
  const found = await look(resolver, order.mode, order.host.replace(/\.$/, ""));
  return found.some((value) => sameName(value, order.point ?? ""));
}

async function look(resolver: Resolver, mode: DcvOrder["mode"], host: string): Promise<readonly string[]> {
  try {
    if (mode === "CNAME") return await resolver.resolveCname(host);
    return (await resolver.resolveTxt(host)).map((parts) => parts.join(""));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (["ENOTFOUND", "ENODATA"].includes(code)) return [];
    throw error;
  }
}

function sameName(one: string, other: string): boolean {
  const plain = (name: string): string => name.toLowerCase().replace(/\.$/, "");
  return plain(one) === plain(other);
}
