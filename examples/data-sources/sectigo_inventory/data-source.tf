resource "sectigo_connector" "main" {
  name   = "Sectigo production"
  import = { certificate_types = ["ssl"] }
}

data "sectigo_inventory" "expiring" {
  connector = sectigo_connector.main.ref
  filter    = { expires_within_days = 30, statuses = ["Issued"] }
  sort      = { by = "expires" }
}
