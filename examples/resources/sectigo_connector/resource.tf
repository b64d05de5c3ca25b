provider "sectigo" {
  customer_uri = "cst01234" # username and password from the environment
  sensors = [
    { name = "dc1", proxy_url = "http://10.0.0.1:3128" },
    { name = "dc2", proxy_url = "http://10.0.0.2:3128" },
  ]
}

resource "sectigo_connector" "main" {
  name             = "Sectigo production"
  business_unit    = "Retail"
  managing_sensors = ["dc1", "dc2"]
  import = {
    certificate_types  = ["ssl", "client", "device"]
    include_discovered = true
    frequency          = { value = 6, unit = "hours" }
  }
}
