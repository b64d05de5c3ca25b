locals {
  shop = provider::sectigo::parse_certificate(file("shop.pem"))
}

output "shop" {
  value = "${local.shop.common_name} ends on ${local.shop.not_after}"

  precondition {
    condition     = contains(local.shop.subject_alternative_names, "shop.example.test")
    error_message = "shop.pem is not for shop.example.test."
  }
}
