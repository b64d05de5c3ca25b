/**
 * The quickstart as a CDKTF app: examples/quickstart/main.tf in TypeScript, on bindings made from the provider's schema.
 * `node examples/cdk-quickstart/main.ts` writes cdktf.out/stacks/quickstart/cdk.tf.json (CDKTF_OUTDIR chooses another
 * folder); terraform takes it from there. See docs/guides/cdktf.md.
 */
import { readFileSync } from "node:fs";
import { App, type ComplexList, Fn, TerraformIterator, TerraformOutput, TerraformStack, Token } from "cdktf";
import type { Construct } from "constructs";
// In an app of your own: from "@scm-as-code/cdktf-provider-sectigo".
import {
  certificate,
  dataSectigoOrganizations,
  dataSectigoScmProfiles,
  provider,
} from "../../provider/cdktf/gen/index.js";

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
    new provider.SectigoProvider(this, "sectigo");

    const all = new dataSectigoOrganizations.DataSectigoOrganizations(this, "all");
    const organizationId = idOf(all.organizations, props.organization);
    const offered = new dataSectigoScmProfiles.DataSectigoScmProfiles(this, "offered", { organizationId });

    const shop = new certificate.Certificate(this, "shop", {
      organizationId,
      scmProfileId: idOf(offered.profiles, props.scmProfile),
      csrPem: props.csrPem,
      subjectAlternativeNames: ["www.shop.example.test"],
      comments: "web shop, managed as code",
      externalRequesters: ["web-team@example.test"],
    });

    new TerraformOutput(this, "serial_number", { value: shop.serialNumber });
    new TerraformOutput(this, "expires", { value: shop.notAfter });
  }
}

/**
 * Id of the one object in a list that has this name. What the list holds is known only when terraform reads it, so this
 * is a Terraform expression and not a JavaScript search.
 */
function idOf(list: ComplexList, name: string): number {
  const byId = TerraformIterator.fromComplexList(list, "id");
  const ids = byId.forExpressionForList(`val.id if val.name == ${JSON.stringify(name)}`);
  return Token.asNumber(Fn.one(ids));
}

const app = new App();
new Quickstart(app, "quickstart", {
  organization: "Example Ltd",
  scmProfile: "OV SSL 199",
  csrPem: readFileSync(new URL("../quickstart/shop.csr", import.meta.url), "utf8"),
});
app.synth();
