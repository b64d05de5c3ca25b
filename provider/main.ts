/**
 * Entry point of the provider's process: wires plugin, protocol, framework and the provider itself, and hands over what
 * nothing else may reach for: clock, randomness, environment.
 */
import { readFileSync } from "node:fs";
import packageJson from "../package.json" with { type: "json" };
import { shownLines } from "./framework/shown-text.ts";
import { servePlugin } from "./plugin/serve-plugin.ts";

const ADDRESSES = ["registry.terraform.io/scm-as-code/sectigo", "registry.opentofu.org/scm-as-code/sectigo"];

// Not awaited: the bundle is CommonJS, and servePlugin ends the process itself when it fails.
void servePlugin({
  // Terraform's own cookie. Source: hashicorp/terraform, internal/plugin/serve.go.
  cookie: {
    key: "TF_PLUGIN_MAGIC_COOKIE",
    value: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
  },
  protocolVersion: 6,
  helpText:
    `terraform-provider-sectigo ${packageJson.version} is a plugin: Terraform or OpenTofu starts it.\n` +
    'Declare it with required_providers { sectigo = { source = "scm-as-code/sectigo" } } and run init.\n' +
    "To attach a debugger, start it with --debug.",
  logLevelVariables: ["TF_LOG_PROVIDER_SECTIGO", "TF_LOG_PROVIDER", "TF_LOG"],
  redact: shownLines,
  reattach: { variable: "TF_REATTACH_PROVIDERS", names: ADDRESSES },
  // Loaded only after the handshake is out: Terraform starts a provider several times per command and waits for each.
  registerServices: async (server, context) => {
    const { registerProvider } = await import("./register-provider.ts");
    const readFile = (path: string): string => readFileSync(path, "utf8");
    await registerProvider(server, context, {
      variables: process.env,
      version: packageJson.version,
      readFile,
    });
  },
});
