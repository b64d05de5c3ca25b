terraform {
  required_version = ">= 1.5"
  required_providers {
    sectigo = {
      source = "scm-as-code/sectigo"
    }
  }
}

# Sign-in comes from the environment: SECTIGO_CUSTOMER_URI, SECTIGO_USERNAME, SECTIGO_PASSWORD.
provider "sectigo" {
  order_scope = "examples/quickstart"
}

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

# The link to the account, and what of it is imported into the inventory.
resource "sectigo_connector" "main" {
  name = "Quickstart"
  import = {
    certificate_types = ["ssl"]
    frequency         = { value = 6, unit = "hours" }
  }
}

# Who may have what: names become ids once, and the plan refuses what is not allowed.
resource "sectigo_profile" "web" {
  name              = "public-web"
  connector         = sectigo_connector.main.ref
  organization      = var.organization
  scm_profile       = var.scm_profile
  enrollment_method = "csr"
  allowed_names     = ["shop.example.test", "*.shop.example.test"]
}

# The key that made shop.csr stays where it is used; only the request comes here.
resource "sectigo_certificate" "shop" {
  profile                   = sectigo_profile.web.ref
  csr_pem                   = file("${path.module}/shop.csr")
  subject_alternative_names = ["www.shop.example.test"]
  comments                  = "web shop, managed as code"
  external_requesters       = ["web-team@example.test"]
  custom_fields             = var.custom_fields
}

# All certificates of the account, counted; no row gets into the state.
data "sectigo_inventory" "all" {
  connector = sectigo_connector.main.ref
  limit     = 0
  # Else one apply imports and enrolls at once, and the count is with the new certificate or without it.
  depends_on = [sectigo_certificate.shop]
}

output "serial_number" {
  value = sectigo_certificate.shop.serial_number
}

output "expires" {
  value = sectigo_certificate.shop.not_after
}

output "certificates_in_the_account" {
  value = data.sectigo_inventory.all.total
}
