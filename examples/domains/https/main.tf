# Validation by https: the CA reads a file at https://shop.test/.well-known/pki-validation/. That covers this very name,
# no wildcard and no name below it. Sites that answer by HTTPS only take this method in place of `http`.
#
# Needs an administrator with the privileges `allowManageDomains` and `allowDCV`.

terraform {
  required_providers {
    sectigo = {
      source = "scm-as-code/sectigo"
    }
  }
}

variable "web_root" {
  description = "Folder that the web server of shop.test serves."
  type        = string
}

resource "sectigo_domain" "shop" {
  name        = "shop.test"
  delegations = [{ organization_id = 7003, certificate_types = ["SSL"] }]
}

resource "sectigo_domain_validation" "shop" {
  domain = sectigo_domain.shop.name
  method = "https"
}

resource "terraform_data" "file" {
  triggers_replace = sectigo_domain_validation.shop.file

  provisioner "local-exec" {
    command = "mkdir -p \"$(dirname \"$FILE\")\" && printf '%s' \"$CONTENT\" > \"$FILE\""
    environment = {
      FILE    = "${var.web_root}${sectigo_domain_validation.shop.file.path}"
      CONTENT = sectigo_domain_validation.shop.file.content
    }
  }
}

resource "sectigo_domain_validated" "shop" {
  domain     = sectigo_domain_validation.shop.domain
  validation = sectigo_domain_validation.shop.ref
  depends_on = [terraform_data.file]
}

output "expires" {
  description = "Until when orders may rest on the validation."
  value       = sectigo_domain_validated.shop.expires
}
