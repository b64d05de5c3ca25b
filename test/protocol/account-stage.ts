import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FakeScmChoices } from "../fake-scm/options.ts";
import { type FakeScm, startFakeScm } from "../fake-scm/server.ts";
import { PROGRAMS, Providers } from "./packaged-provider.ts";
import { ProviderCalls } from "./provider-calls.ts";
import type { Plain } from "./wire-objects.ts";

const [PROGRAM] = PROGRAMS;

/** A provider with a store of its own, signed in to an account of a fake. */
export class AccountStage {
  readonly scm: FakeScm;
  readonly calls: ProviderCalls;
  readonly #providers: Providers;
  readonly #folder: string;

  private constructor(parts: { scm: FakeScm; calls: ProviderCalls; providers: Providers; folder: string }) {
    this.scm = parts.scm;
    this.calls = parts.calls;
    this.#providers = parts.providers;
    this.#folder = parts.folder;
  }

  static async of(
    choices: FakeScmChoices,
    settings: Readonly<Record<string, Plain>> = {},
  ): Promise<AccountStage> {
    if (PROGRAM === undefined) throw new Error("no program");
    const scm = await startFakeScm({ issueDelayMs: 0, ...choices });
    const folder = mkdtempSync(join(tmpdir(), "query-"));
    const providers = new Providers();
    const environment = { SECTIGO_INVENTORY_STORE: join(folder, "inventory.sqlite") };
    const provider = await providers.start(PROGRAM, { environment });
    const calls = await ProviderCalls.configured(provider, scm, settings);
    return new AccountStage({ scm, calls, providers, folder });
  }

  /** Ids of what SCM holds and has issued itself, by rising id. */
  async issued(): Promise<readonly number[]> {
    const all = await this.scm.control.certificates();
    return all
      .filter(({ status, requestedVia }) => status === "Issued" && requestedVia === "REST API")
      .map(({ sslId }) => sslId);
  }

  /** What SCM was asked since the last call: method and path with `{id}` for numbers. */
  async asked(): Promise<readonly string[]> {
    const requests = await this.scm.control.requests();
    await this.scm.control.clearRequests();
    return requests.map(
      ({ method, path }) => `${method} ${path.replace(/^\/api/, "").replace(/\/\d+(?=\/|$)/, "/{id}")}`,
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#providers.endAll();
    await this.scm.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
