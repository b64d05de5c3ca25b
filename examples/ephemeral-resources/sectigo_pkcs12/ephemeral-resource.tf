variable "private_key" {
  type      = string
  ephemeral = true
}

variable "pkcs12_password" {
  type      = string
  ephemeral = true
}

resource "sectigo_certificate" "shop" {
  organization_id           = 7003
  scm_profile_id            = 3312
  subject_alternative_names = ["shop.example.test"]
  private_key_wo            = var.private_key
  private_key_wo_version    = 1
}

# Its content_base64 fits write-only arguments of key vaults and load balancers.
ephemeral "sectigo_pkcs12" "shop" {
  private_key_pem = var.private_key
  certificate_pem = sectigo_certificate.shop.certificate_pem
  chain_pem       = sectigo_certificate.shop.chain_pem
  password        = var.pkcs12_password
}
