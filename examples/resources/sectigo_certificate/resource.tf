resource "sectigo_certificate" "shop" {
  organization_id           = 7003
  scm_profile_id            = 3312
  csr_pem                   = file("shop.csr")
  subject_alternative_names = ["shop.example.test", "www.shop.example.test"]
  comments                  = "web shop"
  external_requesters       = ["web-team@example.test"]

  # Without it: in the last third of the lifetime.
  renewal = {
    window_days = 30
  }
}

output "full_chain" {
  value = sectigo_certificate.shop.full_chain_pem
}
