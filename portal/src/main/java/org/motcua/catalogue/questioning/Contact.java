package org.motcua.catalogue.questioning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.secrets.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who asked and how to reach him, as far as he told; each may be empty. */
public record Contact(String name, String email, String phone) {

  boolean isEmpty() {
    return name.isEmpty() && email.isEmpty() && phone.isEmpty();
  }

  /** Seals it before it lies in the database, and opens it for the officer who answers. */
  @Component
  static class Envelope {

    private final Vault vault;
    private final JsonMapper json;

    Envelope(Vault vault, JsonMapper json) {
      this.vault = vault;
      this.json = json;
    }

    byte @Nullable [] seal(Contact contact) {
      return contact.isEmpty()
          ? null
          : vault.seal(json.writeValueAsString(contact).getBytes(UTF_8));
    }

    Optional<Contact> open(byte @Nullable [] sealed) {
      return sealed == null
          ? Optional.empty()
          : Optional.of(json.readValue(vault.open(sealed), Contact.class));
    }
  }
}
