/**
 * The quickstart as a CDKTF app: examples/quickstart/main.tf in TypeScript, on bindings made from the provider's schema.
 * `node examples/cdk-quickstart/main.ts` writes cdktf.out/stacks/quickstart/cdk.tf.json (CDKTF_OUTDIR chooses another
 * folder); terraform takes it from there. See docs/guides/cdktf.md.
 */
import { readFileSync } from "node:fs";
import { App, TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
// In an app of your own: from "@scm-as-code/cdktf-provider-sectigo".
import {
  certificate,
  connector,
  dataSectigoInventory,
  profile,
  provider,
} from "../../dist/cdk/cdktf/index.js";

interface QuickstartProps {
  /** Name of the SCM organization that the certificate is for. */
  readonly organization: string;
  /** Name of the SCM certificate profile to enroll with. */
  readonly scmProfile: string;
  /** PKCS#10 request, PEM. The key that made it stays where it is used. */
  readonly csrPem: string;
}

class Quickstart extends TerraformStack {
  constructor(scope: Construct, name: string, props: QuickstartProps) {
    super(scope, name);
    // Sign-in comes from the environment: SECTIGO_CUSTOMER_URI, SECTIGO_USERNAME, SECTIGO_PASSWORD.
    new provider.SectigoProvider(this, "sectigo", { orderScope: "examples/quickstart" });

    const main = new connector.Connector(this, "main", {
      name: "Quickstart",
      import: { certificateTypes: ["ssl"], frequency: { value: 6, unit: "hours" } },
    });
    const web = new profile.Profile(this, "web", {
      name: "public-web",
      connector: main.ref,
      organization: props.organization,
      scmProfile: props.scmProfile,
      enrollmentMethod: "csr",
      allowedNames: ["shop.example.test", "*.shop.example.test"],
    });
    const shop = new certificate.Certificate(this, "shop", {
      profile: web.ref,
      csrPem: props.csrPem,
      subjectAlternativeNames: ["www.shop.example.test"],
      comments: "web shop, managed as code",
      externalRequesters: ["web-team@example.test"],
    });
    const all = new dataSectigoInventory.DataSectigoInventory(this, "all", {
      connector: main.ref,
      limit: 0,
      // Else one apply imports and enrolls at once, and the count is with the new certificate or without it.
      dependsOn: [shop],
    });

    new TerraformOutput(this, "serial_number", { value: shop.serialNumber });
    new TerraformOutput(this, "expires", { value: shop.notAfter });
    new TerraformOutput(this, "certificates_in_the_account", { value: all.total });
  }
}

const app = new App();
new Quickstart(app, "quickstart", {
  organization: "Example Ltd",
  scmProfile: "OV SSL 199",
  csrPem: readFileSync(new URL("../quickstart/shop.csr", import.meta.url), "utf8"),
});
app.synth();
