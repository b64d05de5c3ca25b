# terraform query -generate-config-out=found.tf
list "sectigo_certificate" "unmanaged" {
  provider = sectigo
  limit    = 1000

  config {
    # What this configuration holds already is left out.
    except_ids = sectigo_certificate.all[*].ssl_id

    filter = {
      organizations = ["Platform"]
      # What was renewed stays issued beside its successor, and is left out.
      has_successor = false
    }
  }
}
