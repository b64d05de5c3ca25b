# Enrollment method agent: the host makes its key and enrolls, with the GitHub Action in agent mode. Terraform keeps
# the profile, so that the names and keys that hosts may ask for stand in one place; it orders nothing.

terraform {
  required_providers {
    sectigo = {
      source = "scm-as-code/sectigo"
    }
  }
}

provider "sectigo" {
  order_scope = "examples/methods/agent"
}

variable "connector" {
  description = "The connector to enroll through: `sectigo_connector.main.ref`, here from another state."
  type = object({
    host         = string
    customer_uri = string
  })
}

resource "sectigo_profile" "hosts" {
  name              = "hosts"
  connector         = var.connector
  organization      = "Example Ltd/Plant IT"
  scm_profile       = "OV SSL 199"
  enrollment_method = "agent"
  allowed_names     = [".plant.example.test"]
  key_types         = ["EC P-256"]
}

output "for_the_action" {
  description = "What the workflow on the host is told."
  value = {
    organization_id = sectigo_profile.hosts.ref.organization_id
    scm_profile_id  = sectigo_profile.hosts.ref.scm_profile_id
    allowed_names   = sectigo_profile.hosts.ref.allowed_names
  }
}
