terraform {
  required_version = ">= 1.5"
  required_providers {
    sectigo = {
      source = "scm-as-code/sectigo"
    }
  }
}

# Sign-in comes from the environment: SECTIGO_CUSTOMER_URI, SECTIGO_USERNAME, SECTIGO_PASSWORD.
provider "sectigo" {}

# What belongs to whom, said once.
resource "sectigo_assignment_rule" "web" {
  name  = "Web shop"
  match = "any"
  conditions = [
    { attribute = "common_name", operator = "matches", value = "^(www|shop)\\." },
    { attribute = "organization_name", operator = "equals", value = "Web" },
  ]
  tags              = ["web"]
  owners            = ["web-team@example.test"]
  custom_attributes = { Team = "Web" }
}

resource "sectigo_assignment_rule" "weak" {
  name       = "Weak keys"
  conditions = [{ attribute = "key_strength", operator = "less_than", value = "112" }]
  tags       = ["weak"]
}

resource "sectigo_connector" "main" {
  name          = "Sectigo production"
  business_unit = "Retail"
  import = {
    certificate_types  = ["ssl"]
    include_discovered = true
    assignment_rules   = [sectigo_assignment_rule.web.ref, sectigo_assignment_rule.weak.ref]
    frequency          = { value = 6, unit = "hours" }
  }
}

# The soonest first; the rest is counted, not listed.
data "sectigo_inventory" "expiring" {
  connector = sectigo_connector.main.ref
  filter    = { expires_within_days = 90, statuses = ["Issued"] }
  limit     = 100
}

data "sectigo_inventory" "all" {
  connector = sectigo_connector.main.ref
  limit     = 0
}

output "expiring" {
  description = "What ends within 90 days, and who is to be asked."
  value = [for row in data.sectigo_inventory.expiring.rows : {
    name    = row.common_name
    expires = row.expires
    owners  = row.owners
    tags    = row.tags
  }]
}

output "counts" {
  value = data.sectigo_inventory.all.counts
}
