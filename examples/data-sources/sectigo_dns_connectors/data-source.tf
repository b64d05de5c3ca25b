data "sectigo_dns_connectors" "all" {}

output "connected" {
  value = [for each in data.sectigo_dns_connectors.all.dns_connectors : each.name if each.status == "CONNECTED"]
}
