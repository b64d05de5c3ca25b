terraform {
  required_version = ">= 1.5"
  required_providers {
    sectigo = {
      source = "scm-as-code/sectigo"
    }
  }
}

# Sign-in comes from the environment: SECTIGO_CUSTOMER_URI, SECTIGO_USERNAME, SECTIGO_PASSWORD.
provider "sectigo" {}

variable "organization" {
  description = "Name of the SCM organization that the certificate is for."
  type        = string
  default     = "Example Ltd"
}

variable "scm_profile" {
  description = "Name of the SCM certificate profile to enroll with."
  type        = string
  default     = "OV SSL 199"
}

variable "custom_fields" {
  description = "Values of SCM custom fields, for accounts that demand some."
  type        = map(string)
  default     = null
}

data "sectigo_organizations" "all" {}

data "sectigo_scm_profiles" "offered" {
  organization_id = local.organization_id
}

locals {
  organization_id = one([for o in data.sectigo_organizations.all.organizations : o.id if o.name == var.organization])
  scm_profile_id  = one([for p in data.sectigo_scm_profiles.offered.profiles : p.id if p.name == var.scm_profile])
}

# The key that made shop.csr stays where it is used; only the request comes here.
resource "sectigo_certificate" "shop" {
  organization_id           = local.organization_id
  scm_profile_id            = local.scm_profile_id
  csr_pem                   = file("${path.module}/shop.csr")
  subject_alternative_names = ["www.shop.example.test"]
  comments                  = "web shop, managed as code"
  external_requesters       = ["web-team@example.test"]
  custom_fields             = var.custom_fields
}

output "serial_number" {
  value = sectigo_certificate.shop.serial_number
}

output "expires" {
  value = sectigo_certificate.shop.not_after
}
