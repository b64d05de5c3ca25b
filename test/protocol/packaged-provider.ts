import { existsSync } from "node:fs";
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { folderOf, layoutOf, MIRROR } from "../../provider/build/package-layout.ts";
import { targetOf } from "../../provider/build/target.ts";
import { GRPCController } from "../../provider/plugin/gen/plugin_pb.js";
import { type ClientIdentity, makeClientIdentity } from "./auto-mtls.ts";
import { PluginConnection } from "./grpc-client.ts";
import { type HandshakeLine, type PluginProcess, startPlugin } from "./plugin-process.ts";

const target = targetOf(process.platform, process.arch);
const layout = layoutOf(target, packageJson.version);
const folder = folderOf(MIRROR, target, packageJson.version);

/** Terraform's cookie. Source: hashicorp/terraform, internal/plugin/serve.go. */
export const COOKIE = {
  key: "TF_PLUGIN_MAGIC_COOKIE",
  value: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
};

/** A way to start the package that `npm run build` made. */
export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** What Terraform starts, and what it becomes on musl. */
export const PROGRAMS: readonly Program[] = [
  { name: "the package", command: join(folder, layout.entry), args: [] },
  ...(layout.bundle === null
    ? []
    : [{ name: "its bundle in Node", command: process.execPath, args: [join(folder, layout.bundle)] }]),
];

export const PACKAGE_FOLDER = folder;
export const PACKAGE_LAYOUT = layout;

/** A provider that was started and has answered the handshake. */
export interface RunningProvider {
  readonly plugin: PluginProcess;
  readonly line: HandshakeLine;
  readonly connection: PluginConnection;
  readonly client: ClientIdentity | null;
}

export interface ProviderStart {
  readonly environment?: Readonly<Record<string, string>>;
  readonly workingDirectory?: string;
  /** The user switched TLS off by `TF_DISABLE_PLUGIN_TLS`. */
  readonly isPlaintext?: boolean;
}

/** Starts providers and sees to it that none survives a test. */
export class Providers {
  readonly #running: RunningProvider[] = [];

  async start(program: Program, start: ProviderStart = {}): Promise<RunningProvider> {
    if (!existsSync(program.command)) throw new Error(`${program.command} is missing; run: npm run build`);
    const client = start.isPlaintext === true ? null : await makeClientIdentity();
    const { workingDirectory } = start;
    const plugin = startPlugin({
      command: program.command,
      args: program.args,
      cookie: COOKIE,
      client,
      environment: { ...WITHOUT_SETTINGS, ...start.environment },
      ...(workingDirectory === undefined ? {} : { workingDirectory }),
    });
    const line = await plugin.handshake;
    const provider = { plugin, line, client, connection: new PluginConnection(line, client) };
    this.#running.push(provider);
    return provider;
  }

  /** For `afterEach`. In order, since a killed provider leaves the directory of its socket behind. */
  async endAll(): Promise<void> {
    const running = this.#running.splice(0);
    for (const { connection, plugin } of running) {
      connection.close();
      plugin.child.kill("SIGTERM");
    }
    await Promise.all(running.map(({ plugin }) => plugin.ended));
  }
}

/** What a developer may have in the environment; tests decide for themselves. */
const WITHOUT_SETTINGS: Readonly<Record<string, string>> = {
  TF_LOG: "",
  TF_LOG_PROVIDER: "",
  TF_LOG_PROVIDER_SECTIGO: "",
  SECTIGO_BASE_URL: "",
  SECTIGO_CUSTOMER_URI: "",
  SECTIGO_USERNAME: "",
  SECTIGO_PASSWORD: "",
};

/** Says good-bye as Terraform does at the end of a walk. */
export async function shutDown({ connection, plugin }: RunningProvider) {
  await connection.call(GRPCController, "shutdown", {});
  connection.close();
  return plugin.ended;
}
