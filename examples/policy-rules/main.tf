# Policies as assignment rules: each gives a tag to certificates that violate it. The Action takes the same file as `rules`.
terraform {
  required_version = ">= 1.5"
  required_providers {
    sectigo = {
      source = "scm-as-code/sectigo"
    }
  }
}

provider "sectigo" {}

locals {
  policies = jsondecode(file("${path.module}/rules.json"))
}

resource "sectigo_assignment_rule" "policy" {
  for_each   = { for rule in local.policies : rule.name => rule }
  name       = each.key
  match      = "all"
  conditions = [for one in each.value.conditions : { attribute = one.attribute, operator = one.operator, value = try(one.value, null) }]
  tags       = each.value.tags
}

resource "sectigo_connector" "main" {
  name = "Sectigo production"
  import = {
    include_discovered = true
    assignment_rules   = [for rule in sectigo_assignment_rule.policy : rule.ref]
  }
}

data "sectigo_inventory" "violations" {
  connector = sectigo_connector.main.ref
  filter    = { statuses = ["Issued"] }
  count_by  = ["tag", "violation"]
  limit     = 0
}

output "by_tag" {
  value = data.sectigo_inventory.violations.counts.by_tag
}
