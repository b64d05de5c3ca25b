# Enrollment method admin_web_request: an administrator decides on each request, whether it came from Terraform or from the
# web form. `on_pending = "return"` ends the apply at once; a later refresh picks the certificate up.

terraform {
  required_providers {
    sectigo = {
      source = "scm-as-code/sectigo"
    }
  }
}

provider "sectigo" {
  order_scope = "examples/methods/admin_web_request"
}

variable "connector" {
  description = "The connector to enroll through: `sectigo_connector.main.ref`, here from another state."
  type = object({
    host         = string
    customer_uri = string
  })
}

resource "sectigo_profile" "reviewed" {
  name              = "reviewed"
  connector         = var.connector
  organization      = "Example Ltd"
  scm_profile       = "OV SSL 199"
  enrollment_method = "admin_web_request"
  web_form          = { endpoint = "Reviewed requests" }
}

resource "sectigo_certificate" "shop" {
  profile                   = sectigo_profile.reviewed.ref
  csr_pem                   = file("${path.module}/shop.csr")
  subject_alternative_names = ["shop.example.test", "www.shop.example.test"]
  on_pending                = "return"
}

output "status" {
  value = sectigo_certificate.shop.status
}
