import { silentLogger } from "../../core/index.ts";
import type { Diagnostic } from "../../provider/framework/diagnostics.ts";
import { importResource } from "../../provider/framework/import-resource.ts";
import { readResource } from "../../provider/framework/read-resource.ts";
import type { ValueRecord } from "../../provider/framework/value.ts";
import type { Connection } from "../../provider/sectigo/connection.ts";
import {
  REFRESH_LIMITS,
  type RefreshLimits,
  RefreshReports,
} from "../../provider/sectigo/refresh-reports.ts";
import { certificateResource } from "../../provider/sectigo/resources/certificate.ts";
import type { LoggedRequest } from "../fake-scm/request-log.ts";
import { enrollBody, type TestScm } from "../fake-scm/testing.ts";
import { connection } from "./certificate-stage.ts";
import { silentLog } from "./library-provider.ts";

const REPORT = "/api/report/v1/ssl-certificates";
/** Terraform's standard. */
const PARALLELISM = 10;

interface Member {
  readonly sslId: number;
  readonly state: ValueRecord | null;
  readonly private: Uint8Array;
}

/** What a refresh of all of them came to. */
export interface Walk {
  readonly members: readonly Member[];
  readonly diagnostics: readonly Diagnostic[];
  readonly requests: readonly LoggedRequest[];
  /** Of those: reports, and single records. */
  readonly reports: readonly LoggedRequest[];
  readonly details: readonly LoggedRequest[];
}

/** Many certificates in state, refreshed the way Terraform does it: some at a time, through one configured provider. */
export class CertificateFleet {
  readonly scm: TestScm;
  members: readonly Member[] = [];

  constructor(scm: TestScm) {
    this.scm = scm;
  }

  /** Enrolls as many and takes them into state. @param order what each order says beside the standard */
  async add(count: number, order: (index: number) => Readonly<Record<string, unknown>>): Promise<void> {
    const first = this.members.length;
    const places = Array.from({ length: count }, (_none, index) => first + index);
    const bodies = places.map((index) => enrollBody(`host${index}.example.test`, order(index)));
    const added: number[] = [];
    for (const body of bodies) {
      const { json } = await this.scm.call("POST", "/ssl/v1/enroll", body);
      added.push((json as { sslId: number }).sslId);
    }
    await this.take(added);
  }

  /** Imports records that are there. */
  async take(sslIds: readonly number[]): Promise<void> {
    // By SCM's clock: what was just issued would be of the future by an older one, and that is refused.
    const now = new Date((await this.scm.control.clock()).now);
    const connect = (): Connection => connection(this.scm, this.scm.username, {}, now);
    const api = connect();
    const imported = sslIds.map((sslId) => {
      const { state } = importResource(certificateResource, String(sslId), api.explain);
      return { sslId, state, private: new Uint8Array() };
    });
    // With a connection for each few: so that nothing but single reads makes up the state.
    for (let at = 0; at < imported.length; at += 20) {
      const few = await readAll(connect(), imported.slice(at, at + 20));
      this.members = [...this.members, ...few.members];
    }
    await api.client.close();
  }

  /** One walk with a provider that was just configured. The fleet itself keeps its states. */
  async refresh(limits: Partial<RefreshLimits> = {}): Promise<Walk> {
    const api = this.#connect(limits);
    await this.scm.control.clearRequests();
    const { members, diagnostics } = await readAll(api, this.members);
    await api.client.close();
    const requests = await this.scm.control.requests();
    return {
      ...{ members, diagnostics, requests },
      reports: requests.filter(({ path }) => path === REPORT),
      details: requests.filter(({ path }) => /\/ssl\/v1\/\d+$/.test(path)),
    };
  }

  /** What single reads find: a connection of its own for each, which never comes to a report. */
  async readSingly(sslIds: readonly number[]): Promise<readonly Member[]> {
    const found: Member[] = [];
    for (const member of this.members.filter(({ sslId }) => sslIds.includes(sslId))) {
      const api = connection(this.scm);
      found.push(...(await readAll(api, [member])).members);
      await api.client.close();
    }
    return found;
  }

  #connect(limits: Partial<RefreshLimits>): Connection {
    const api = connection(this.scm);
    const parts = { client: api.client, clock: api.clock, log: silentLogger };
    return { ...api, reports: new RefreshReports(parts, { ...REFRESH_LIMITS, ...limits }) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.scm.close();
  }
}

async function readAll(api: Connection, members: readonly Member[]) {
  const environment = { api, signal: new AbortController().signal, log: silentLog, explain: api.explain };
  const found: Member[] = [];
  const diagnostics: Diagnostic[] = [];
  const queue = members.entries();
  const work = async (): Promise<void> => {
    for (const [place, { sslId, state, private: data }] of queue) {
      if (state === null) continue;
      const output = await readResource(certificateResource, { state, private: data }, environment);
      found[place] = { sslId, state: output.state, private: output.private };
      diagnostics.push(...output.diagnostics);
    }
  };
  await Promise.all(Array.from({ length: PARALLELISM }, work));
  return { members: found, diagnostics };
}
