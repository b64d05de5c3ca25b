# `terraform test` applies and destroys for real unless the provider is mocked: then SCM is never asked, nothing is ordered
# and nothing is revoked.
mock_provider "sectigo" {
  source = "./mocks"
}

run "one_certificate_for_each_name" {
  variables {
    names = ["shop.example.test", "api.example.test"]
  }

  assert {
    condition     = length(sectigo_certificate.server) == 2
    error_message = "There is not one certificate for each name."
  }

  assert {
    condition     = sectigo_certificate.server["api.example.test"].subject_alternative_names == toset(["api.example.test"])
    error_message = "The certificate is for other names."
  }
}

run "outputs_read_the_certificate" {
  assert {
    condition     = output.subjects["shop.example.test"] == "CN=shop.example.test"
    error_message = "The output does not show the subject."
  }
}

run "data_sources_say_what_the_mock_file_holds" {
  assert {
    condition     = output.organizations == tolist(["Example Ltd"])
    error_message = "The output does not show the organization."
  }
}
