package org.motcua.identity.officers;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.motcua.identity.AccountId;

/** The place of an officer in a list by name. */
record OfficerKey(String nameKey, AccountId id) {

  static final OfficerKey FIRST = new OfficerKey("", new AccountId(new UUID(0, 0)));

  static OfficerKey of(Officer officer) {
    return new OfficerKey(officer.nameKey(), officer.id());
  }

  /** As it stands in an address. */
  String inAddress() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((id + nameKey).getBytes(StandardCharsets.UTF_8));
  }

  /** Empty for what no page of ours has given out. */
  static Optional<OfficerKey> parse(String text) {
    try {
      var key = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      var length = UUID_LENGTH;
      if (key.length() < length || key.indexOf('\0') >= 0) return Optional.empty();
      return Optional.of(
          new OfficerKey(key.substring(length), AccountId.of(key.substring(0, length))));
    } catch (IllegalArgumentException notAKey) {
      return Optional.empty();
    }
  }

  private static final int UUID_LENGTH = 36;
}
