# Public web servers of the shop, and whatever else has a weak key there.
resource "sectigo_assignment_rule" "shop" {
  name  = "Web shop"
  match = "any"
  conditions = [
    { attribute = "common_name", operator = "ends_with", value = "shop.example.test" },
  ]
  groups = [{
    match = "all"
    conditions = [
      { attribute = "organization_name", operator = "equals", value = "Example Ltd" },
      { attribute = "key_size", operator = "less_than", value = "2048" },
    ]
  }]
  tags              = ["shop"]
  owners            = ["web-team@example.test"]
  custom_attributes = { "Cost centre" = "4711" }
}
