/**
 * A connector that imports, a certificate with its profile, and an inventory, by the constructs that come with the
 * bindings. `node examples/cdk-managed-certificate/main.ts` writes cdktf.out/stacks/web/cdk.tf.json (CDKTF_OUTDIR chooses
 * another folder); terraform takes it from there. See docs/guides/cdktf.md.
 */
import { readFileSync } from "node:fs";
import { App, TerraformOutput, TerraformStack } from "cdktf";
// In an app of your own: from "@scm-as-code/cdktf-provider-sectigo/assignment-rule", and so on.
import { AssignmentRule } from "../../dist/cdk/cdktf/assignment-rule/index.js";
import { ImportingConnector, ManagedCertificate } from "../../dist/cdk/cdktf/constructs/index.js";
import { SectigoProvider } from "../../dist/cdk/cdktf/provider/index.js";

const app = new App();
const stack = new TerraformStack(app, "web");
// Sign-in comes from the environment: SECTIGO_CUSTOMER_URI, SECTIGO_USERNAME, SECTIGO_PASSWORD.
new SectigoProvider(stack, "sectigo");

const shopRule = new AssignmentRule(stack, "shop-rule", {
  name: "Web shop",
  conditions: [{ attribute: "common_name", operator: "ends_with", value: "shop.example.test" }],
  tags: ["shop"],
});

const connector = new ImportingConnector(stack, "main", {
  name: "Production",
  import: { certificateTypes: ["ssl"], frequency: { value: 6, unit: "hours" }, assignmentRules: [shopRule] },
});

const shop = new ManagedCertificate(stack, "shop", {
  connector,
  organization: "Example Ltd",
  scmProfile: "OV SSL 199",
  key: { csrPem: readFileSync(new URL("../quickstart/shop.csr", import.meta.url), "utf8") },
  subjectAlternativeNames: ["www.shop.example.test"],
  allowedNames: ["shop.example.test", "*.shop.example.test"],
  externalRequesters: ["web-team@example.test"],
});

// Read after the order, so that it is among them.
const shops = connector.inventory("shops", {
  filter: { tags: ["shop"] },
  after: [shop.certificate],
});
new TerraformOutput(stack, "shops", { value: shops.total });

app.synth();
