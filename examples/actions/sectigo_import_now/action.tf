# terraform apply -invoke=action.sectigo_import_now.inventory
action "sectigo_import_now" "inventory" {
  config {
    store = "inventory.sqlite"
  }
}
