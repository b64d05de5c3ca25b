terraform {
  required_version = ">= 1.5"
  required_providers {
    sectigo = {
      source  = "scm-as-code/sectigo"
      version = "~> 0.1.0"
    }
  }
}
