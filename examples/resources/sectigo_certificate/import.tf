# By SCM's id, or by serial number: "serial:00AB12CD".
import {
  to = sectigo_certificate.legacy
  id = "40211"
}
