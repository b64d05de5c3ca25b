import type { Flavour, PackageFacts } from "./flavour.ts";

const REPOSITORY = "https://github.com/scm-as-code/terraform-provider-sectigo";

/** Peers only: a second copy of the kit or of constructs in an app would not know the first one's constructs. */
export function describePackage({ name, version, license, peers }: PackageFacts) {
  return {
    name,
    version,
    description:
      "Bindings of the Sectigo provider, generated from its schema, and constructs on top of them.",
    license,
    keywords: ["cdktf", "cdktn", "terraform", "opentofu", "sectigo", "certificates"],
    repository: { type: "git", url: `git+${REPOSITORY}.git`, directory: "provider/cdktf" },
    type: "commonjs",
    main: "./index.js",
    types: "./index.d.ts",
    exports: {
      ".": { types: "./index.d.ts", default: "./index.js" },
      "./package.json": "./package.json",
      "./*": { types: "./*/index.d.ts", default: "./*/index.js" },
    },
    publishConfig: { access: "public", provenance: true },
    peerDependencies: peers,
  };
}

/** What npm shows of the package. */
export function writeReadme(kit: Flavour["kit"], { name }: PackageFacts): string {
  const guide = `${REPOSITORY}/blob/main/docs/guides/cdktf.md`;
  return `# ${name}

Certificates from Sectigo Certificate Manager in TypeScript or JavaScript: bindings of the Terraform provider
\`scm-as-code/sectigo\` for \`${kit}\`, made from its schema, and constructs on top of them.

\`\`\`ts
import { readFileSync } from "node:fs";
import { App, TerraformStack } from "${kit}";
import { ImportingConnector, ManagedCertificate } from "${name}/constructs";
import { SectigoProvider } from "${name}/provider";

const app = new App();
const stack = new TerraformStack(app, "web");
// Sign-in comes from terraform's environment: SECTIGO_CUSTOMER_URI, SECTIGO_USERNAME, SECTIGO_PASSWORD.
new SectigoProvider(stack, "sectigo");
new ManagedCertificate(stack, "shop", {
  connector: new ImportingConnector(stack, "main", { name: "Production" }),
  organization: "Example Ltd",
  scmProfile: "OV SSL 199",
  key: { csrPem: readFileSync("shop.csr", "utf8") },
  subjectAlternativeNames: ["www.shop.example.test"],
});
app.synth();
\`\`\`

\`${kit}\` and \`constructs\` are peer dependencies. Everything else stands in the [guide](${guide}).
`;
}
