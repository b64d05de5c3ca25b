resource "sectigo_domain" "shop" {
  name        = "shop.test"
  delegations = [{ organization_id = 7003, certificate_types = ["SSL"] }]
}

resource "sectigo_domain_validation" "shop" {
  domain  = sectigo_domain.shop.name
  method  = "cname"
  renewal = { window_days = 20 }
}

# Publish it with the provider of your DNS; here it is only shown.
output "record" {
  value = sectigo_domain_validation.shop.record
}
