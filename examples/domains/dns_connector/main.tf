# Validation by dns_connector: a program of SCM, which runs beside your DNS, publishes the record.
#
# Needs an administrator with the privileges `allowManageDomains` and `allowDCV`.

terraform {
  required_providers {
    sectigo = {
      source = "scm-as-code/sectigo"
    }
  }
}

data "sectigo_dns_connectors" "all" {}

resource "sectigo_domain" "shop" {
  name        = "shop.test"
  delegations = [{ organization_id = 7003, certificate_types = ["SSL"] }]
}

resource "sectigo_domain_validation" "shop" {
  domain           = sectigo_domain.shop.name
  method           = "dns_connector"
  dns_connector_id = one([for each in data.sectigo_dns_connectors.all.dns_connectors : each.id if each.status == "CONNECTED"])
}

resource "sectigo_domain_validated" "shop" {
  domain     = sectigo_domain_validation.shop.domain
  validation = sectigo_domain_validation.shop.ref
}

output "expires" {
  description = "Until when orders may rest on the validation."
  value       = sectigo_domain_validated.shop.expires
}
