# Enrollment method csr: people bring a CSR and keep its key. They may do so at a web form of SCM, where the profile keeps an
# account for them, and Terraform orders by REST for those who commit their CSR.
#
# Needs an administrator who may manage enrollment endpoints. Without `web_form` the profile keeps nothing in SCM.

terraform {
  required_providers {
    sectigo = {
      source = "scm-as-code/sectigo"
    }
  }
}

provider "sectigo" {
  order_scope = "examples/methods/csr"
}

variable "connector" {
  description = "The connector to enroll through: `sectigo_connector.main.ref`, here from another state."
  type = object({
    host         = string
    customer_uri = string
  })
}

resource "sectigo_profile" "team" {
  name              = "shop-team"
  connector         = var.connector
  organization      = "Example Ltd/Web"
  scm_profile       = "OV SSL 199"
  enrollment_method = "csr"

  # The form is made unless SCM has one of that name. Requests wait for an administrator: nothing here approves automatically.
  web_form = {
    endpoint = "Shop team"
    idp_rules = [
      { key = "groups", match = "CONTAINS", values = ["shop-developers"] },
    ]
  }
}

resource "sectigo_certificate" "shop" {
  profile                   = sectigo_profile.team.ref
  csr_pem                   = file("${path.module}/shop.csr")
  subject_alternative_names = ["shop.example.test", "www.shop.example.test"]
}

output "enrollment_url" {
  description = "Where the team enrolls by itself."
  value       = sectigo_profile.team.enrollment_url
}
