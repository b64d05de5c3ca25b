resource "sectigo_connector" "main" {
  name = "Sectigo production"
}

resource "sectigo_profile" "web" {
  name              = "public-web"
  connector         = sectigo_connector.main.ref
  organization      = "Example Ltd"
  scm_profile       = "OV SSL 199"
  enrollment_method = "csr"

  # What a merged certificate request may ask for.
  allowed_names = ["shop.example.test", "*.shop.example.test"]
  renewal       = { window_days = 30 }
}

# ACME clients bind themselves to the account that this one keeps in SCM.
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
