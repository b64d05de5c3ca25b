resource "sectigo_assignment_rule" "shop" {
  name       = "Web shop"
  conditions = [{ attribute = "common_name", operator = "ends_with", value = "shop.example.test" }]
  tags       = ["shop"]
}

output "tags" {
  value = provider::sectigo::match_rules(
    [sectigo_assignment_rule.shop.ref],
    { common_name = "www.shop.example.test" },
  ).tags
}
