# An administrator other than the one that enrolls: in SCM the requester may not approve.
provider "sectigo" {
  alias    = "approver"
  username = "approver"
  password = var.approver_password
}

# Terraform 1.10 or OpenTofu 1.11; with older ones, sensitive = true instead of ephemeral.
variable "approver_password" {
  type      = string
  ephemeral = true
}

resource "sectigo_certificate" "shop" {
  organization_id           = 7003
  scm_profile_id            = 3312
  csr_pem                   = file("shop.csr")
  subject_alternative_names = ["shop.example.test"]
  on_pending                = "return"
}

resource "sectigo_certificate_approval" "shop" {
  provider = sectigo.approver
  ssl_id   = sectigo_certificate.shop.ssl_id
  message  = "Approved in review 4711"
}
