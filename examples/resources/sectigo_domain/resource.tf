resource "sectigo_domain" "shop" {
  name = "shop.test"
  delegations = [
    {
      organization_id   = 7003
      certificate_types = ["SSL"]
      privileges        = ["DOMAIN", "SUBDOMAIN", "WILDCARD_1ST_LEVEL"]
    },
  ]
}
