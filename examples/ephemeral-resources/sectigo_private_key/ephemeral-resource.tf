# Another key in every run, and the same for all who use it in one run.
ephemeral "sectigo_private_key" "api" {
  algorithm   = "ECDSA"
  ecdsa_curve = "P256"
}

# Signs the certificate's request. Store the key in the same apply: see the guide "Private keys".
resource "sectigo_certificate" "api" {
  organization_id           = 7003
  scm_profile_id            = 3312
  subject_alternative_names = ["api.example.test"]
  private_key_wo            = ephemeral.sectigo_private_key.api.private_key_pem
  private_key_wo_version    = 1
}
