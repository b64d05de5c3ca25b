import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Provider } from "../../provider/protocol/gen/tfplugin6_pb.js";
import { SeededRandom } from "../fake-scm/random.ts";
import { type FakeScm, startFakeScm } from "../fake-scm/server.ts";
import { callerOf, enrollBody } from "../fake-scm/testing.ts";
import type { SslTruth } from "../fake-scm/truth.ts";
import type { LieName } from "../support/lies/lies.ts";
import { LyingProxy } from "../support/lies/lying-proxy.ts";
import { PROGRAMS, Providers, type RunningProvider } from "./packaged-provider.ts";
import { type Outcome, ProviderCalls } from "./provider-calls.ts";

const START = "2026-03-16T10:00:00Z";
/** Within the time in which a certificate of 90 days is renewed. */
export const LATER = "2026-05-20T10:00:00Z";
/** Longer than a request may take among lies. */
const LATE_MS = 350;
export const NAMES = ["shop.example.test", "www.shop.example.test"];

/** Providers that live as long as the test: one at each of the two instants. */
interface Lane {
  readonly early: RunningProvider;
  readonly late: RunningProvider;
}

/** As many as run side by side; each is one life's alone until it ends. */
export class Lanes {
  readonly #providers = new Providers();
  readonly #folder = mkdtempSync(join(tmpdir(), "lies-"));
  readonly #idle: Lane[] = [];

  async lend(): Promise<AsyncDisposable & { readonly lane: Lane }> {
    const lane = this.#idle.pop() ?? (await this.#make());
    const isAlive = () => [lane.early, lane.late].every(({ plugin }) => plugin.child.exitCode === null);
    return {
      lane,
      [Symbol.asyncDispose]: async () => {
        if (isAlive()) this.#idle.push(lane);
      },
    };
  }

  async #make(): Promise<Lane> {
    const [program] = PROGRAMS;
    if (program === undefined) throw new Error("no package for this machine");
    const common = { SECTIGO_ORDER_SCOPE: "example/infra:lies", TMPDIR: this.#folder };
    const at = async (clock: string): Promise<RunningProvider> => {
      const environment = { ...common, SECTIGO_TEST_CLOCK: clock };
      const provider = await this.#providers.start(program, { environment });
      // One that no client calls within two minutes ends; a life that needs the late one may come later than that.
      await provider.connection.call(Provider, "getProviderSchema", {});
      return provider;
    };
    return { early: await at(START), late: await at(LATER) };
  }

  async end(): Promise<void> {
    await this.#providers.endAll();
    rmSync(this.#folder, { recursive: true });
  }
}

/** One life of a certificate among liars. */
export class Life {
  readonly #random: SeededRandom;
  readonly #lane: Lane;
  readonly scm: FakeScm;
  readonly proxy: LyingProxy;
  readonly foreign: SslTruth[] = [];
  readonly #foreignIds: number[];
  readonly story: string[] = [];
  /** Names of all lies so far. */
  readonly told: string[] = [];
  isLate = false;
  held: Outcome | null = null;

  private constructor(
    parts: Pick<Life, "scm" | "proxy"> & { lane: Lane; seed: number; foreignIds: number[] },
  ) {
    this.scm = parts.scm;
    this.proxy = parts.proxy;
    this.#foreignIds = parts.foreignIds;
    this.#lane = parts.lane;
    this.#random = new SeededRandom(parts.seed ^ 0x5eed);
  }

  static async start(lane: Lane, seed: number): Promise<Life> {
    const scm = await startFakeScm({ issueDelayMs: 0, now: Date.parse(START), seed });
    const foreignIds: number[] = [];
    const proxy = await LyingProxy.start({ seed, apiUrl: scm.apiUrl, foreignIds, lateMs: LATE_MS });
    const life = new Life({ scm, proxy, lane, seed, foreignIds });
    await life.othersOrder("shop.example.test", NAMES);
    await life.othersOrder("mail.example.test", ["mail.example.test"]);
    return life;
  }

  /** Another administrator orders, with a key of his own. */
  async othersOrder(commonName: string, names: readonly string[]): Promise<void> {
    const { logins, apiUrl, customerUri, control } = this.scm;
    const { login, password } = logins[1] as FakeScm["logins"][number]; // the sample tenant has nine
    const call = callerOf(apiUrl, { login, password, customerUri });
    const order = enrollBody(commonName, { subjAltNames: names.join(",") });
    const { status, text } = await call("POST", "/ssl/v1/enroll", order);
    if (status !== 200) throw new Error(text);
    const sslId = Number(JSON.parse(text).sslId);
    this.#foreignIds.push(sslId);
    this.foreign.push(await control.certificate(sslId));
  }

  below(limit: number): number {
    return this.#random.below(limit);
  }

  /** Calls as of a new run of Terraform; what is looked up while configuring is not lied about. */
  async calls(rate: number): Promise<ProviderCalls> {
    // What was given up may still be on its way to SCM; a new run of Terraform does not come within milliseconds.
    await this.proxy.settled();
    this.proxy.rate = 0;
    const { early, late } = this.#lane;
    const settings = { base_url: this.proxy.url, request_timeout: rate === 0 ? "60s" : `${LATE_MS - 50}ms` };
    const calls = await ProviderCalls.configured(this.isLate ? late : early, this.scm, settings);
    this.proxy.rate = rate;
    return calls;
  }

  async ours(): Promise<readonly SslTruth[]> {
    const foreign = new Set(this.foreign.map(({ sslId }) => sslId));
    return (await this.scm.control.certificates()).filter(({ sslId }) => !foreign.has(sslId));
  }

  /** What was told, so that a failure can be read without running it again. @returns the kinds of lies in this step */
  note(step: string, { errors, warnings, state }: Outcome): readonly LieName[] {
    const lies = this.proxy.lies.splice(0);
    this.told.push(...lies.map(({ lie }) => lie));
    const seen = lies.map(({ call, lie }) => `${lie} in ${call}`);
    const id = state === null ? "no state" : `${String(state.ssl_id)} ${String(state.status)}`;
    this.story.push(
      [`${step}: ${id}`, ...seen, ...errors.map((e) => `E ${e}`), ...warnings.map((w) => `W ${w}`)].join(
        "\n    ",
      ),
    );
    return [...new Set(lies.map(({ lie }) => lie))];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.proxy[Symbol.asyncDispose]();
    await this.scm.close();
  }
}
