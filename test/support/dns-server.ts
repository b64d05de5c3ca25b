import { createServer, Packet } from "dns2";

/** A record as a test publishes it. */
export interface DnsRecord {
  /** Without a final dot, in any case. */
  readonly name: string;
  readonly type: "CNAME" | "TXT";
  readonly value: string;
}

/** The authority for every name, on loopback: it holds what a test publishes, and nothing else. */
export interface DnsServer {
  /** `127.0.0.1:PORT`, as the fake SCM takes it. */
  readonly address: string;
  /** Takes the place of every record of that name. */
  publish(record: DnsRecord): void;
  unpublish(name: string): void;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Listens on a free port of loopback by UDP.
 * @param more records beside the published ones, asked for at every question
 */
export async function startDnsServer(more: () => readonly DnsRecord[] = () => []): Promise<DnsServer> {
  const records = new Map<string, DnsRecord>();
  const server = createServer({
    udp: true,
    handle(request, send) {
      const response = Packet.createResponseFromRequest(request);
      const [question] = request.questions;
      const name = (question?.name ?? "").toLowerCase();
      const record = records.get(name) ?? more().find((each) => each.name.toLowerCase() === name);
      if (record === undefined) response.header.rcode = Packet.RCODE.NXDOMAIN;
      else if (question?.type === Packet.TYPE[record.type]) response.answers.push(answerOf(record));
      send(response);
    },
  });
  const { udp } = await server.listen({ udp: { port: 0, address: "127.0.0.1" } });
  return {
    address: `127.0.0.1:${udp?.port}`,
    publish: (record) => void records.set(record.name.toLowerCase(), record),
    unpublish: (name) => void records.delete(name.toLowerCase()),
    [Symbol.asyncDispose]: async () => server.close(),
  };
}

function answerOf({ name, type, value }: DnsRecord) {
  const data = type === "CNAME" ? { domain: value } : { data: value };
  const record = { name, type: Packet.TYPE[type], class: Packet.CLASS.IN, ttl: 1, ...data };
  return new Packet.Resource(record);
}
