# Enrollment method browser_pkcs12: people enroll at a web form, their browser makes the key, and they get a PKCS#12 file. Who
# knows the access code may ask; an administrator approves. What is enrolled there is found in the inventory.
#
# Terraform 1.11 or newer. The code comes from TF_VAR_access_code and stands in no state, plan or log.

terraform {
  required_version = ">= 1.11"
  required_providers {
    sectigo = {
      source = "scm-as-code/sectigo"
    }
  }
}

provider "sectigo" {
  order_scope = "examples/methods/browser_pkcs12"
}

variable "connector" {
  description = "The connector to enroll through: `sectigo_connector.main.ref`, here from another state."
  type = object({
    host         = string
    customer_uri = string
  })
}

variable "access_code" {
  description = "Code that people have to know at the form: out of a secret store."
  type        = string
  ephemeral   = true
}

resource "sectigo_profile" "people" {
  name              = "people"
  connector         = var.connector
  organization      = "Example Ltd"
  scm_profile       = "OV SSL 199"
  enrollment_method = "browser_pkcs12"
  web_form          = { endpoint = "Certificates for people" }

  # Raise the version with every other code.
  access_code_wo         = var.access_code
  access_code_wo_version = 1
}

output "enrollment_url" {
  value = sectigo_profile.people.enrollment_url
}
