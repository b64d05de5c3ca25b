# terraform apply -invoke=action.sectigo_revoke.leaked
action "sectigo_revoke" "leaked" {
  config {
    ssl_id = 12345
    reason = "key_compromise"
    note   = "Its key was found in a public repository"
  }
}
