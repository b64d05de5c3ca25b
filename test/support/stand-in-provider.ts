/**
 * Other providers that hold certificates, as far as their states go: what is configured is what is stored. Served to a
 * real Terraform by TF_REATTACH_PROVIDERS, since the real ones are installed by hand or ask others.
 *
 * `node stand-in-provider.ts --debug` prints the variable, as every provider does for a debugger.
 */
import { HOSTS } from "../../provider/build/package-layout.ts";
import { integer, list, single, string, text } from "../../provider/framework/attribute.ts";
import { error } from "../../provider/framework/diagnostics.ts";
import { provider } from "../../provider/framework/provider.ts";
import { resource } from "../../provider/framework/resource.ts";
import { ProviderServer } from "../../provider/framework/server.ts";
import { messageService } from "../../provider/plugin/message-service.ts";
import { servePlugin } from "../../provider/plugin/serve-plugin.ts";
import { providerHandlers, providerService } from "../../provider/protocol/service.ts";

/** Where its user has put Sectigo's own provider, as Terraform and as OpenTofu read it. */
const STAND_IN = HOSTS.map((host) => `${host}/by-hand/sectigo`);

const given = (doc: string) => ({ is: "optional", onChange: "record", doc }) as const;
const timeoutsMs = { create: 1_000, read: 1_000, update: 1_000, delete: 1_000 };

/** The newer shape of Sectigo's own provider. */
const sslCertificate = resource<object>()(
  "ssl_certificate",
  {
    ...{ version: 0, doc: "As Sectigo's own provider stores it.", timeoutsMs },
    attributes: {
      ssl_id: integer(given("SCM's id.")),
      renew_id: string(given("For renewals.")),
      org_id: integer(given("Organization.")),
      cert_profile_id: integer(given("Profile.")),
      csr_params: single(
        {
          common_name: string({ is: "optional", doc: "Name." }),
          private_key_pem: string({ is: "optional", sensitive: true, doc: "Key." }),
        },
        given("What to ask for."),
      ),
      subject_alt_names: list(text, given("Names.")),
      validity: integer(given("Days.")),
      certificate_body: string(given("The certificate.")),
    },
  },
  {
    create: async ({ config }) => config,
    read: async ({ state }) => state,
    update: async ({ config }) => config,
    delete: async () => undefined,
  },
);

/** Version 2 of it: our type's name, and files. */
const certificate = resource<object>()(
  "certificate",
  {
    ...{ version: 0, doc: "As version 2 of Sectigo's own provider stores it.", timeoutsMs },
    attributes: {
      base_url: string(given("Address.")),
      orgid: integer(given("Organization.")),
      cert_file_path: string(given("Folder of the files.")),
      cert_file_name: string(given("Name of the files.")),
      cert_validity: integer(given("Days.")),
    },
  },
  {
    create: async ({ config }) => config,
    read: async ({ state }) => state,
    update: async ({ config }) => config,
    delete: async () => undefined,
  },
);

const standIn = provider<object, Record<never, never>>({
  ...{ name: "sectigo", doc: "A stand-in.", attributes: {} },
  configure: async () => ({}),
  resources: [sslCertificate, certificate],
  dataSources: [],
  explain: (thrown) => error("Stand-in failed", thrown instanceof Error ? thrown.message : String(thrown)),
});

void servePlugin({
  cookie: { key: "STAND_IN", value: "none" },
  protocolVersion: 6,
  helpText: "This is a provider for tests; start it with --debug.\n",
  logLevelVariables: [],
  reattach: { variable: "TF_REATTACH_PROVIDERS", names: STAND_IN },
  registerServices: async (server, { log }) => {
    server.addService(
      messageService(providerService, providerHandlers(new ProviderServer(standIn, log), log)),
    );
  },
});
