package org.motcua.identity.passkeys;

import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser sends of a passkey (WebAuthn, "…ResponseJSON"); nothing in it is believed yet. */
record BrowserAnswer(JsonNode json) {

  private static final JsonMapper mapper = new JsonMapper();

  static Optional<BrowserAnswer> read(String text) {
    try {
      return Optional.of(new BrowserAnswer(mapper.readTree(text)));
    } catch (JacksonException noJson) {
      return Optional.empty();
    }
  }

  Optional<byte[]> credentialId() {
    return bytes(json.path("rawId"));
  }

  Optional<byte[]> bytes(String field) {
    return bytes(json.path("response").path(field));
  }

  /** How the device is reached next time; only a hint for browsers. */
  Set<String> transports() {
    var names = new HashSet<String>();
    for (var name : json.path("response").path("transports")) {
      if (name.isString()) names.add(name.asString());
    }
    return names;
  }

  private static Optional<byte[]> bytes(JsonNode text) {
    if (!text.isString() || text.asString().isEmpty()) return Optional.empty();
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text.asString()));
    } catch (IllegalArgumentException noBytes) {
      return Optional.empty();
    }
  }
}
