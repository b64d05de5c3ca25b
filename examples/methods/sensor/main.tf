# Enrollment method sensor: orders of this profile go out by one named sensor only, for appliances and clouds that are reached
# through it. The sensor is one of those that the provider block declares.

terraform {
  required_providers {
    sectigo = {
      source = "scm-as-code/sectigo"
    }
  }
}

provider "sectigo" {
  order_scope = "examples/methods/sensor"
  sensors     = var.sensors
}

variable "sensors" {
  description = "Ways to SCM, in the order in which they are tried. Their passwords, if any, belong into a variable of their own."
  type = list(object({
    name      = string
    proxy_url = string
  }))
}

variable "connector" {
  description = "The connector to enroll through: `sectigo_connector.main.ref`, here from another state."
  type = object({
    host         = string
    customer_uri = string
  })
}

resource "sectigo_profile" "appliances" {
  name              = "appliances"
  connector         = var.connector
  organization      = "Example Ltd"
  scm_profile       = "OV SSL 199"
  enrollment_method = "sensor"
  sensor            = "dc1"
}

resource "sectigo_certificate" "shop" {
  profile                   = sectigo_profile.appliances.ref
  csr_pem                   = file("${path.module}/shop.csr")
  subject_alternative_names = ["shop.example.test", "www.shop.example.test"]
}

output "full_chain_pem" {
  value = sectigo_certificate.shop.full_chain_pem
}
