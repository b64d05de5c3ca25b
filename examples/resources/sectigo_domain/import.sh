# By SCM's id, or by name. A domain that was imported stays in SCM when it is destroyed here.
terraform import sectigo_domain.shop 806
terraform import sectigo_domain.shop shop.test
