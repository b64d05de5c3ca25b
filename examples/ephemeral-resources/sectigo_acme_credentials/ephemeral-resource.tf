resource "sectigo_connector" "main" {
  name = "Sectigo production"
}

resource "sectigo_profile" "acme" {
  name              = "public-acme"
  connector         = sectigo_connector.main.ref
  organization      = "Example Ltd"
  scm_profile       = "OV SSL 199"
  enrollment_method = "acme"
  acme = {
    server  = "OV ACME Server"
    domains = ["shop.example.test"]
  }
}

# SCM keeps them, so Terraform need not: hand them on by a write-only argument.
ephemeral "sectigo_acme_credentials" "web" {
  acme_account_id = sectigo_profile.acme.acme_account_id
}
