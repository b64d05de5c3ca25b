resource "sectigo_domain" "shop" {
  name        = "shop.test"
  delegations = [{ organization_id = 7003, certificate_types = ["SSL"] }]
}

resource "sectigo_domain_validation" "shop" {
  domain = sectigo_domain.shop.name
  method = "cname"
}

# In place of a DNS provider's resource, which publishes the record.
resource "terraform_data" "record" {
  input = sectigo_domain_validation.shop.record
}

resource "sectigo_domain_validated" "shop" {
  domain     = sectigo_domain_validation.shop.domain
  validation = sectigo_domain_validation.shop.ref
  depends_on = [terraform_data.record]
}

# Ordered when the domain is validated, in the same apply.
resource "sectigo_certificate" "shop" {
  organization_id           = 7003
  scm_profile_id            = 3312
  csr_pem                   = file("shop.csr")
  subject_alternative_names = ["shop.test", "www.shop.test"]
  validation                = sectigo_domain_validated.shop.ref
}
