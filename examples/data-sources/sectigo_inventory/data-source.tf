data "sectigo_inventory" "expiring" {
  connector = { host = "cert-manager.com", customer_uri = "cst01234", import = { certificate_types = ["ssl"] } }
  filter    = { expires_within_days = 30, statuses = ["Issued"] }
  sort      = { by = "expires" }
}
