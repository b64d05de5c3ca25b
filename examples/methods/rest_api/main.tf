# Enrollment method rest_api: orders go to SCM's REST API. With a CSR the key stays where the CSR was made; with private_key_wo
# or private_key it is made or given here.

terraform {
  required_providers {
    sectigo = {
      source = "scm-as-code/sectigo"
    }
  }
}

provider "sectigo" {
  order_scope = "examples/methods/rest_api"
}

variable "connector" {
  description = "The connector to enroll through: `sectigo_connector.main.ref`, here from another state."
  type = object({
    host         = string
    customer_uri = string
  })
}

resource "sectigo_profile" "web" {
  name              = "public-web"
  connector         = var.connector
  organization      = "Example Ltd"
  scm_profile       = "OV SSL 199"
  enrollment_method = "rest_api"

  # What its certificates may be: no order is for a name, or with a key, that is not on these lists.
  key_types     = ["EC P-256", "EC P-384", "RSA 3072"]
  allowed_names = ["*.example.test", ".shop.example.test"]

  owners = ["web-team@example.test"]
  tags   = ["public", "web"]
}

resource "sectigo_certificate" "shop" {
  profile                   = sectigo_profile.web.ref
  csr_pem                   = file("${path.module}/shop.csr")
  subject_alternative_names = ["shop.example.test", "www.shop.example.test"]
}

output "full_chain_pem" {
  value = sectigo_certificate.shop.full_chain_pem
}
