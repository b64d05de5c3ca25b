data "sectigo_organizations" "all" {}

locals {
  organization_id = one([for o in data.sectigo_organizations.all.organizations : o.id if o.name == "Example Ltd"])
}
