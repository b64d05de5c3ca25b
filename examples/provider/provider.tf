terraform {
  required_providers {
    sectigo = {
      source = "scm-as-code/sectigo"
    }
  }
}

# SECTIGO_USERNAME and SECTIGO_PASSWORD come from the environment, so they are in no file and no saved plan.
provider "sectigo" {
  customer_uri = "cst01234"
  order_scope  = "github.com/example/infra:prod"
}
