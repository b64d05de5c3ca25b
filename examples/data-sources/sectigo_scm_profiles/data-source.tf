data "sectigo_scm_profiles" "offered" {
  organization_id = 7003
}

locals {
  scm_profile_id = one([for p in data.sectigo_scm_profiles.offered.profiles : p.id if p.name == "OV SSL 199"])
}
