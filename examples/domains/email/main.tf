# Validation by email: Sectigo sends a mail, and its recipient confirms. The apply waits for that; `emails` of the validation
# lists the addresses that SCM offers.
#
# Needs an administrator with the privileges `allowManageDomains` and `allowDCV`.

terraform {
  required_providers {
    sectigo = {
      source = "scm-as-code/sectigo"
    }
  }
}

resource "sectigo_domain" "shop" {
  name        = "shop.test"
  delegations = [{ organization_id = 7003, certificate_types = ["SSL"] }]
}

resource "sectigo_domain_validation" "shop" {
  domain = sectigo_domain.shop.name
  method = "email"
  email  = "hostmaster@shop.test"
}

resource "sectigo_domain_validated" "shop" {
  domain     = sectigo_domain_validation.shop.domain
  validation = sectigo_domain_validation.shop.ref
}

output "expires" {
  description = "Until when orders may rest on the validation."
  value       = sectigo_domain_validated.shop.expires
}
