# What mocked certificates hold. Without this file Terraform makes values up: random texts, which functions such as
# provider::sectigo::parse_certificate refuse, since they run for real.
mock_resource "sectigo_certificate" {
  defaults = {
    ssl_id          = 4711
    status          = "Issued"
    superseded      = []
    serial_number   = "3F49B56FB1C1BE0906A00EFF05C560F34BBE65A0"
    not_before      = "2026-11-29T23:09:18Z"
    not_after       = "2126-11-05T23:09:18Z"
    issuer          = "CN=shop.example.test"
    certificate_pem = <<-PEM
      -----BEGIN CERTIFICATE-----
      MIIBrDCCAVOgAwIBAgIUP0m1b7HBvgkGoA7/BcVg80u+ZaAwCgYIKoZIzj0EAwIw
      HDEaMBgGA1UEAwwRc2hvcC5leGFtcGxlLnRlc3QwIBcNMjYxMTI5MjMwOTE4WhgP
      MjEyNjExMDUyMzA5MThaMBwxGjAYBgNVBAMMEXNob3AuZXhhbXBsZS50ZXN0MFkw
      EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE3tbJqi02sEPSwM7Np4hkiz4IfMZrGqK/
      1BDS5DNm9/NHPs8esghYonOkjqYlsUBurtxSuabxPbHr8OCRQ7kPn6NxMG8wHQYD
      VR0OBBYEFKwdT6vtrrcwaIaauGtu9DuaeTO5MB8GA1UdIwQYMBaAFKwdT6vtrrcw
      aIaauGtu9DuaeTO5MA8GA1UdEwEB/wQFMAMBAf8wHAYDVR0RBBUwE4IRc2hvcC5l
      eGFtcGxlLnRlc3QwCgYIKoZIzj0EAwIDRwAwRAIgRvS86EdAfko/XkpMd12u/xot
      wHdurkUK9WIXS9UZKwsCIFcXShkl0KjsDYyYkhxbyWAVBOGUh5maFXhX6nAgYCC1
      -----END CERTIFICATE-----
    PEM
    full_chain_pem  = <<-PEM
      -----BEGIN CERTIFICATE-----
      MIIBrDCCAVOgAwIBAgIUP0m1b7HBvgkGoA7/BcVg80u+ZaAwCgYIKoZIzj0EAwIw
      HDEaMBgGA1UEAwwRc2hvcC5leGFtcGxlLnRlc3QwIBcNMjYxMTI5MjMwOTE4WhgP
      MjEyNjExMDUyMzA5MThaMBwxGjAYBgNVBAMMEXNob3AuZXhhbXBsZS50ZXN0MFkw
      EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE3tbJqi02sEPSwM7Np4hkiz4IfMZrGqK/
      1BDS5DNm9/NHPs8esghYonOkjqYlsUBurtxSuabxPbHr8OCRQ7kPn6NxMG8wHQYD
      VR0OBBYEFKwdT6vtrrcwaIaauGtu9DuaeTO5MB8GA1UdIwQYMBaAFKwdT6vtrrcw
      aIaauGtu9DuaeTO5MA8GA1UdEwEB/wQFMAMBAf8wHAYDVR0RBBUwE4IRc2hvcC5l
      eGFtcGxlLnRlc3QwCgYIKoZIzj0EAwIDRwAwRAIgRvS86EdAfko/XkpMd12u/xot
      wHdurkUK9WIXS9UZKwsCIFcXShkl0KjsDYyYkhxbyWAVBOGUh5maFXhX6nAgYCC1
      -----END CERTIFICATE-----
    PEM
    chain_pem       = ""
    private_key_pem = "no key: this certificate is a mock"
  }
}

# Each object of a list has all its members, null where the provider would say null: OpenTofu insists on it.
mock_data "sectigo_organizations" {
  defaults = {
    organizations = [{ id = 7003, name = "Example Ltd", parent_name = null }]
  }
}
