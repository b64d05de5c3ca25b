/** Where the registry serves the provider's pages. */
export const REGISTRY_DOCS = "https://registry.terraform.io/providers/scm-as-code/sectigo/latest/docs";
