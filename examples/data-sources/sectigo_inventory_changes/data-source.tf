resource "sectigo_connector" "main" {
  name   = "Sectigo production"
  import = { include_discovered = true }
}

# What came, went and changed since the month began.
data "sectigo_inventory_changes" "november" {
  connector = sectigo_connector.main.ref
  since     = "2026-11-01"
}

output "changes" {
  value = data.sectigo_inventory_changes.november.counts
}
