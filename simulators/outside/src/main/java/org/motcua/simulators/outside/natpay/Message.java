package org.motcua.simulators.outside.natpay;

import tools.jackson.databind.JsonNode;

/** What a portal tells. */
record Message(JsonNode json) {

  /** Empty where it is missing. */
  String get(String field) {
    return json.path(field).asString("");
  }
}
