# Private keys that no state, saved plan or log ever holds, in two ways:
#
# 1. `shop`: the key comes from outside, the same in every run. It signs the certificate's request and, with the issued
#    certificate, becomes a PKCS#12 file.
# 2. `api`: the key is made here, in memory, and stored before anything is ordered for it.
#
# Terraform 1.11 or newer. Sign-in comes from the environment: SECTIGO_CUSTOMER_URI, SECTIGO_USERNAME, SECTIGO_PASSWORD;
# the key and the password from TF_VAR_shop_private_key and TF_VAR_pkcs12_password.

terraform {
  required_version = ">= 1.11"
  required_providers {
    sectigo = {
      source = "scm-as-code/sectigo"
    }
  }
}

provider "sectigo" {
  order_scope = "examples/keys-never-in-state"
}

variable "organization_id" {
  description = "Id of the SCM organization."
  type        = number
}

variable "scm_profile_id" {
  description = "Id of the SCM certificate profile."
  type        = number
}

variable "shop_private_key" {
  description = "Private key of the shop, PEM: out of a secret store."
  type        = string
  ephemeral   = true
}

variable "pkcs12_password" {
  description = "Opens the shop's PKCS#12 file."
  type        = string
  ephemeral   = true
}

# --- 1. A key that comes from outside ---------------------------------------------------------------------------------

resource "sectigo_certificate" "shop" {
  organization_id           = var.organization_id
  scm_profile_id            = var.scm_profile_id
  subject                   = { common_name = "shop.example.test" }
  subject_alternative_names = ["shop.example.test", "www.shop.example.test"]

  # Looked at only when a request has to be signed. Raise the version with every other key.
  private_key_wo         = var.shop_private_key
  private_key_wo_version = 1
}

ephemeral "sectigo_pkcs12" "shop" {
  private_key_pem = var.shop_private_key
  certificate_pem = sectigo_certificate.shop.certificate_pem
  chain_pem       = sectigo_certificate.shop.chain_pem
  password        = var.pkcs12_password
  friendly_name   = "shop"
}

# Stands for whatever takes the file: a write-only argument of a key vault, a load balancer, a Kubernetes secret.
resource "terraform_data" "shop_keystore" {
  triggers_replace = sectigo_certificate.shop.fingerprint_sha256

  provisioner "local-exec" {
    command     = "umask 077; mkdir -p delivered; printf %s \"$CONTENT\" | base64 -d > delivered/shop.p12"
    environment = { CONTENT = ephemeral.sectigo_pkcs12.shop.content_base64 }
  }
}

# --- 2. A key that is made here ---------------------------------------------------------------------------------------

locals {
  # Raise it to have another key, and the certificate replaced by one for it.
  api_key_version = 1
}

# Another key in every run, and the same for all who use it in one run.
ephemeral "sectigo_private_key" "api" {
  algorithm   = "ECDSA"
  ecdsa_curve = "P256"
}

# Stands for a secret store with a write-only argument (vault_kv_secret_v2.data_json_wo and the like), which like this one
# writes only when its version is raised.
resource "terraform_data" "api_key" {
  triggers_replace = local.api_key_version

  provisioner "local-exec" {
    command     = "umask 077; mkdir -p delivered; printf %s \"$KEY\" > delivered/api.key"
    environment = { KEY = ephemeral.sectigo_private_key.api.private_key_pem }
  }
}

resource "sectigo_certificate" "api" {
  organization_id           = var.organization_id
  scm_profile_id            = var.scm_profile_id
  subject_alternative_names = ["api.example.test"]
  private_key_wo            = ephemeral.sectigo_private_key.api.private_key_pem
  private_key_wo_version    = local.api_key_version

  # A key that could not be stored must not be paid for.
  depends_on = [terraform_data.api_key]
}

output "certificates" {
  value = {
    shop = provider::sectigo::parse_certificate(sectigo_certificate.shop.certificate_pem)
    api  = provider::sectigo::parse_certificate(sectigo_certificate.api.certificate_pem)
  }
}
