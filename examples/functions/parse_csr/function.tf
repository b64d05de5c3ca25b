locals {
  request = provider::sectigo::parse_csr(file("shop.csr"))
}

output "public_key" {
  value = local.request.public_key_sha256

  precondition {
    condition     = local.request.is_signature_valid
    error_message = "shop.csr was not signed with its own key."
  }
}
