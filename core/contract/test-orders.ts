import type { Clock } from "../base/clock.ts";
import { pauseAfter } from "../domain/certificate/execute/polling.ts";
import { readBundle } from "../pki/bundle.ts";
import type { Certificate } from "../pki/certificate.ts";
import { type CsrContents, makeCsr, signRequest } from "../pki/make-csr.ts";
import { generatePrivateKey } from "../pki/private-key.ts";
import { oid, sequence, setOf, utf8String } from "../pki/write-der.ts";
import type { Observed, Question } from "../scm/observer.ts";
import { member, text } from "./json.ts";

/** For whom and with what test certificates are ordered. */
export interface OrderSetting {
  readonly organizationId: number;
  readonly profileId: number;
  readonly termDays: number;
  /** A validated domain; every name lies below it. */
  readonly domain: string;
  /** Tells the names of one run from those of the next: a few letters and digits. */
  readonly label: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Certificates that a contract run orders, and takes back at its end. */
export class TestOrders {
  readonly setting: OrderSetting;
  readonly #ask: (question: Question) => Promise<Observed | null>;
  readonly #placed = new Set<number>();
  #count = 0;

  constructor(setting: OrderSetting, ask: (question: Question) => Promise<Observed | null>) {
    this.setting = setting;
    this.#ask = ask;
  }

  /** A name of its own for each order: `c1-ab12.shop.test`. */
  name(prefix = "c"): string {
    this.#count += 1;
    return `${prefix}${this.#count}-${this.setting.label}.${this.setting.domain}`;
  }

  /** A request with several common names, which no tool of ours would write. */
  async csrWithCommonNames(names: readonly string[]): Promise<string> {
    const key = await generatePrivateKey(KEY);
    const parts = names.map((name) => setOf(sequence(oid(COMMON_NAME), utf8String(name))));
    return signRequest(key, sequence(...parts));
  }

  /** Orders; the answer is SCM's. @param more members of the body beside the usual */
  async place(names: readonly [string, ...string[]], more: Readonly<Record<string, unknown>> = {}) {
    const { organizationId, profileId, termDays } = this.setting;
    const [commonName, ...others] = names;
    const body = {
      orgId: organizationId,
      certType: profileId,
      term: termDays,
      csr: await csrFor({ subject: { commonName }, names: [] }),
      subjAltNames: others.join(","),
      comments: "contract run",
      ...more,
    };
    const answer = await this.#ask({ method: "POST", path: "/ssl/v1/enroll", body });
    const sslId = Number(member(answer?.json, "sslId"));
    if (answer?.status === 200 && sslId > 0) this.#placed.add(sslId);
    return { answer, sslId: sslId > 0 ? sslId : null };
  }

  /** A record that came of one of ours is taken back too. */
  own(sslId: number): void {
    this.#placed.add(sslId);
  }

  async details(sslId: number): Promise<unknown> {
    return (await this.#ask({ method: "GET", path: `/ssl/v1/${sslId}` }))?.json;
  }

  /** Waits until the order is decided. @returns details; null when that takes too long */
  async decided(sslId: number): Promise<unknown> {
    const { clock, signal } = this.setting;
    const began = clock.now().getTime();
    for (;;) {
      const json = await this.details(sslId);
      if (!/^(Requested|Approved|Applied|Init|SA ?Approved)$/i.test(text(member(json, "status"))))
        return json;
      const waitedMs = clock.now().getTime() - began;
      if (waitedMs > LONGEST_WAIT_MS) return null;
      await clock.wait(pauseAfter(waitedMs), signal);
    }
  }

  /** Downloads in a format, once it is issued; null when that fails. */
  async download(sslId: number, format: string): Promise<readonly Certificate[] | null> {
    if ((await this.decided(sslId)) === null) return null;
    const path = `/ssl/v1/collect/${sslId}?format=${format}`;
    const answer = await this.#ask({ method: "GET", path, headers: { accept: "*/*" } });
    return answer?.status === 200 ? readBundle(Buffer.from(answer.text)) : null;
  }

  /** Orders, waits, and reads the leaf. */
  async issue(names: readonly [string, ...string[]]) {
    const { sslId } = await this.place(names);
    const chain = sslId === null ? null : await this.download(sslId, "x509");
    const leaf = chain?.find(({ isCa }) => !isCa) ?? null;
    return sslId === null || leaf === null ? null : { sslId, leaf, names };
  }

  /** Revokes what is issued and declines what waits. @returns ids that are still in force */
  async takeBack(): Promise<readonly number[]> {
    const left: number[] = [];
    for (const sslId of this.#placed) {
      const json = await this.decided(sslId);
      const status = text(member(json, "status"));
      if (/^(Revoked|Declined|Rejected|Invalid|Expired)$/i.test(status)) continue;
      if (!(await this.#end(sslId, json === null))) left.push(sslId);
    }
    return left;
  }

  async #end(sslId: number, waits: boolean): Promise<boolean> {
    const tries: readonly Question[] = waits
      ? [{ method: "POST", path: `/ssl/v1/decline/${sslId}`, body: { message: "contract run" } }]
      : [5, "5"].map((reasonCode) => ({
          method: "POST",
          path: `/ssl/v1/revoke/${sslId}`,
          body: { reason: "contract run", reasonCode },
        }));
    for (const question of tries) {
      const answer = await this.#ask(question);
      if (answer !== null && (answer.status < 400 || answer.code === ALREADY_REVOKED)) return true;
    }
    return false;
  }
}

const KEY = { algorithm: "EC", curve: "P-256" } as const;
/** RFC 5280 appendix A.1, id-at-commonName. */
const COMMON_NAME = "2.5.4.3";
const ALREADY_REVOKED = -159;
const LONGEST_WAIT_MS = 15 * 60_000;

/** A request for a key that is thrown away. */
export async function csrFor(contents: Omit<CsrContents, "key">): Promise<string> {
  const key = await generatePrivateKey(KEY);
  return makeCsr({ key, ...contents });
}
