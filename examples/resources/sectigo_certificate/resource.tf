resource "sectigo_connector" "main" {
  name = "Sectigo production"
}

# The profile says for which organization, with which SCM profile and how.
resource "sectigo_profile" "web" {
  name              = "public-web"
  connector         = sectigo_connector.main.ref
  organization      = "Example Ltd"
  scm_profile       = "OV SSL 199"
  enrollment_method = "csr"
}

resource "sectigo_certificate" "shop" {
  profile                   = sectigo_profile.web.ref
  csr_pem                   = file("shop.csr")
  subject_alternative_names = ["shop.example.test", "www.shop.example.test"]
  comments                  = "web shop"
  external_requesters       = ["web-team@example.test"]

  # Without it: as the profile says, else in the last third of the lifetime.
  renewal = {
    window_days = 30
  }
}

# Without a profile, by the two numbers.
resource "sectigo_certificate" "api" {
  organization_id           = 7003
  scm_profile_id            = 3312
  csr_pem                   = file("shop.csr")
  subject_alternative_names = ["api.shop.example.test"]
}

output "full_chain" {
  value = sectigo_certificate.shop.full_chain_pem
}
