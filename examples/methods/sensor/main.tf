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

output "profile" {
  description = "For the states that order with it: profile = …"
  value       = sectigo_profile.appliances.ref
}
