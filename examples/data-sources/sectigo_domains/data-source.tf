data "sectigo_domains" "all" {
  organization_id = 7003
}

output "not_validated" {
  value = [for domain in data.sectigo_domains.all.domains : domain.name if domain.validation_status != "VALIDATED"]
}
