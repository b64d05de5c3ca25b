/**
 * The heading under which a registry's menu lists a page, by the page's path below `docs/`.
 * Source: HashiCorp, "Provider documentation": `subcategory` in the front matter.
 */
const SUBCATEGORIES: Readonly<Record<string, readonly string[]>> = {
  Certificates: [
    "resources/certificate",
    "resources/certificate_approval",
    "resources/profile",
    "data-sources/certificate",
    "ephemeral-resources/pkcs12",
    "ephemeral-resources/private_key",
    "functions/parse_certificate",
    "functions/parse_csr",
    "functions/renewal_window",
    "list-resources/certificate",
    "actions/revoke",
  ],
  "Account and inventory": [
    "resources/assignment_rule",
    "resources/connector",
    "data-sources/connector_status",
    "data-sources/custom_fields",
    "data-sources/inventory",
    "data-sources/inventory_changes",
    "data-sources/organizations",
    "data-sources/scm_profiles",
    "functions/match_rules",
    "actions/import_now",
  ],
  "Domains and ACME": [
    "resources/domain",
    "resources/domain_validated",
    "resources/domain_validation",
    "data-sources/dns_connectors",
    "data-sources/domains",
    "ephemeral-resources/acme_credentials",
  ],
};

/** @param page such as `resources/certificate`; null for a page that no heading lists */
export function subcategoryOf(page: string): string | null {
  return Object.entries(SUBCATEGORIES).find(([, pages]) => pages.includes(page))?.[0] ?? null;
}
