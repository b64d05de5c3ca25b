# By SCM's id, serial number, or the common name of the only one that is issued for it.
data "sectigo_certificate" "legacy" {
  common_name = "legacy.example.test"
}

output "legacy_ends" {
  value = data.sectigo_certificate.legacy.not_after
}
