import {
  to = sectigo_domain.shop
  id = "shop.test"
}
