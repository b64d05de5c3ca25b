import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeObject } from "../../provider/framework/attribute.ts";
import { type ListEvent, listObjects } from "../../provider/framework/list-objects.ts";
import type { Connection } from "../../provider/sectigo/connection.ts";
import { certificateList } from "../../provider/sectigo/list-resources/certificate.ts";
import { certificateResource } from "../../provider/sectigo/resources/certificate.ts";
import type { FakeScmChoices } from "../fake-scm/options.ts";
import { type TestScm, testScm } from "../fake-scm/testing.ts";
import { connection, START } from "./certificate-stage.ts";
import { silentLog } from "./library-provider.ts";

type Block = Parameters<typeof connection>[2];

interface Listed {
  readonly ids: readonly number[];
  /** Common names, in the order of the list. */
  readonly names: readonly string[];
  /** `severity: summary` and the detail, each event's in their order. */
  readonly said: readonly string[];
}

/** `list "sectigo_certificate"` against a fake, with a store of its own. */
export class ListStage {
  readonly scm: TestScm;
  /** Of this run. */
  api: Connection;
  readonly #folder = mkdtempSync(join(tmpdir(), "sectigo-list-"));

  private constructor(scm: TestScm, block: Block) {
    this.scm = scm;
    this.api = connection(scm, scm.username, block);
  }

  /** @param block arguments of the provider block */
  static async of(choices: FakeScmChoices = {}, block: Block = {}): Promise<ListStage> {
    return new ListStage(await testScm({ now: START.getTime(), ...choices }), block);
  }

  /** A later run: nothing of the last one is known but the store. */
  async runAnew(): Promise<void> {
    const { scm, api } = this;
    const now = api.clock.now();
    await this.#end();
    this.api = connection(scm, scm.username, {}, now);
  }

  async #end(): Promise<void> {
    await this.api.inventories.close();
    await this.api.client.close();
  }

  /** Where the inventory is kept. */
  get store(): string {
    return join(this.#folder, "store.sqlite");
  }

  /** A connector of this account that imports SSL certificates so. */
  connector(imports: object = {}): object {
    const { host, customerUri } = this.api.identity;
    const settings = { certificate_types: ["ssl"], ...imports };
    return { host, customer_uri: customerUri, name: "Main", business_unit: "Retail", import: settings };
  }

  /** @param given arguments of the block `config` */
  async list(given: object = {}, limit = 100): Promise<Listed> {
    const config = encodeObject(certificateList.spec.attributes, { store: this.store, ...given });
    const { api } = this;
    const environment = { api, signal: new AbortController().signal, log: silentLog, explain: api.explain };
    const listing = { list: certificateList, resource: certificateResource };
    const events: ListEvent[] = [];
    for await (const event of listObjects(listing, { config, limit, includeObject: false }, environment))
      events.push(event);
    const found = events.filter(({ identity }) => identity !== null);
    return {
      ids: found.map(({ identity }) => Number(String(identity?.ssl_id))),
      names: found.map(({ displayName }) => displayName.split(" ")[0] ?? ""),
      said: events.flatMap(({ diagnostics }) =>
        diagnostics.map(({ severity, summary, detail }) => `${severity}: ${summary}\n${detail}`),
      ),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end();
    await this.scm.close();
    rmSync(this.#folder, { recursive: true });
  }
}
