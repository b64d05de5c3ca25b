# Validation by txt: a TXT record shows that the domain is yours. SCM shows the record after its submission, which the provider
# does when it starts the validation. A command publishes it here, such as one that calls nsupdate.
#
# Needs an administrator with the privileges `allowManageDomains` and `allowDCV`.

terraform {
  required_providers {
    sectigo = {
      source = "scm-as-code/sectigo"
    }
  }
}

variable "publish_command" {
  description = "Publishes the record that stands in the environment as RECORD_NAME, RECORD_TYPE and RECORD_VALUE."
  type        = string
}

resource "sectigo_domain" "shop" {
  name        = "shop.test"
  delegations = [{ organization_id = 7003, certificate_types = ["SSL"] }]
}

resource "sectigo_domain_validation" "shop" {
  domain = sectigo_domain.shop.name
  method = "txt"
}

resource "terraform_data" "record" {
  triggers_replace = sectigo_domain_validation.shop.record

  provisioner "local-exec" {
    command = var.publish_command
    environment = {
      RECORD_NAME  = sectigo_domain_validation.shop.record.name
      RECORD_TYPE  = sectigo_domain_validation.shop.record.type
      RECORD_VALUE = sectigo_domain_validation.shop.record.value
    }
  }
}

resource "sectigo_domain_validated" "shop" {
  domain     = sectigo_domain_validation.shop.domain
  validation = sectigo_domain_validation.shop.ref
  depends_on = [terraform_data.record]
}

output "expires" {
  description = "Until when orders may rest on the validation."
  value       = sectigo_domain_validated.shop.expires
}
