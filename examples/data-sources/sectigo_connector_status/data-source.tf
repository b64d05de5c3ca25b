resource "sectigo_connector" "main" {
  name = "Sectigo production"
}

data "sectigo_connector_status" "main" {
  connector = sectigo_connector.main.ref
}

output "status" {
  value = data.sectigo_connector_status.main.status
}
