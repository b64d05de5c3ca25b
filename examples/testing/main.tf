# What is tested: one connector, one profile, and a certificate for each name.
terraform {
  required_providers {
    sectigo = {
      source = "scm-as-code/sectigo"
    }
  }
}

variable "names" {
  type    = set(string)
  default = ["shop.example.test"]
}

resource "sectigo_connector" "main" {
  name = "main"
  import = {
    certificate_types = ["ssl"]
  }
}

resource "sectigo_profile" "web" {
  name              = "web"
  connector         = sectigo_connector.main.ref
  organization      = "Example Ltd"
  scm_profile       = "OV SSL 199"
  enrollment_method = "rest_api"
}

resource "sectigo_certificate" "server" {
  for_each                  = var.names
  profile                   = sectigo_profile.web.ref
  subject_alternative_names = [each.key]
  private_key               = {}
}

output "ends" {
  value = { for name, certificate in sectigo_certificate.server : name => certificate.not_after }
}

output "subjects" {
  value = {
    for name, certificate in sectigo_certificate.server :
    name => provider::sectigo::parse_certificate(certificate.certificate_pem).subject
  }
}

data "sectigo_organizations" "all" {}

output "organizations" {
  value = data.sectigo_organizations.all.organizations[*].name
}
