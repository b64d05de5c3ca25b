# Enrollment method acme: certbot, cert-manager and the like order on their own, bound to the profile's ACME account. Their
# credentials stand in no state, plan or log.
#
# Terraform 1.11 or newer.

terraform {
  required_version = ">= 1.11"
  required_providers {
    sectigo = {
      source = "scm-as-code/sectigo"
    }
  }
}

provider "sectigo" {
  order_scope = "examples/methods/acme"
}

variable "connector" {
  description = "The connector to enroll through: `sectigo_connector.main.ref`, here from another state."
  type = object({
    host         = string
    customer_uri = string
  })
}

resource "sectigo_profile" "cluster" {
  name              = "cluster"
  connector         = var.connector
  organization      = "Example Ltd"
  scm_profile       = "OV SSL 199"
  enrollment_method = "acme"

  acme = {
    server  = "OV ACME Server"
    domains = ["example.test"]
  }
}

ephemeral "sectigo_acme_credentials" "cluster" {
  acme_account_id = sectigo_profile.cluster.acme_account_id
}

# Stands for whatever takes the credentials: a write-only argument of a vault or of a Kubernetes secret.
resource "terraform_data" "credentials" {
  triggers_replace = sectigo_profile.cluster.acme_account_id

  provisioner "local-exec" {
    command = "umask 077; mkdir -p delivered; printf %s \"$CREDENTIALS\" > delivered/acme.json"
    environment = {
      CREDENTIALS = jsonencode({
        directory_url = ephemeral.sectigo_acme_credentials.cluster.directory_url
        eab_key_id    = ephemeral.sectigo_acme_credentials.cluster.eab_key_id
        eab_hmac_key  = ephemeral.sectigo_acme_credentials.cluster.eab_hmac_key
      })
    }
  }
}

output "directory_url" {
  value = sectigo_profile.cluster.acme_directory_url
}
