import { EXAMPLE_LTD, OV_SSL_199 } from "./scm.ts";

export const HEADER = `terraform {
  required_providers {
    sectigo = {
      source = "scm-as-code/sectigo"
    }
  }
}
`;

/** One `sectigo_certificate.shop` with these arguments on top of the ones every order needs. */
export function certificate(parts: Readonly<Record<string, string>> = {}): string {
  const wanted: Record<string, string> = {
    organization_id: String(EXAMPLE_LTD),
    scm_profile_id: String(OV_SSL_199),
    csr_pem: 'file("shop.csr")',
    ...parts,
  };
  const lines = Object.entries(wanted).map(([name, value]) => `  ${name} = ${value}`);
  return `${HEADER}\nresource "sectigo_certificate" "shop" {\n${lines.join("\n")}\n}\n`;
}
