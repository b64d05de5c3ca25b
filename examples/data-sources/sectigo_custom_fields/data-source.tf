data "sectigo_custom_fields" "all" {}

output "needed_to_enroll" {
  value = [for field in data.sectigo_custom_fields.all.custom_fields : field.name if field.is_mandatory]
}
