package org.motcua.connect.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.motcua.identity.AccountKind;

/** What an agency may learn of a person besides that it is the same as before; given one by one. */
public enum PersonalData {
  NAME,
  /** CCCD or CMND; of an enterprise, its tax code. */
  NUMBER,
  BIRTH,
  GENDER,
  PHONE,
  EMAIL,
  ADDRESS,
  /**
   * No datum but a deed: that its programs file applications in his name, and see those he has.
   * Agreed to, refused and taken back like the others.
   */
  FILING;

  private static final String WORDS = "connect.data.";

  /** Key of the message that says what it is; a few are called otherwise for an enterprise. */
  public String words(AccountKind whose) {
    var key = WORDS + name().toLowerCase(Locale.ROOT);
    return switch (this) {
      case NAME, NUMBER -> key + "." + (whose == AccountKind.ENTERPRISE ? "enterprise" : "citizen");
      default -> key;
    };
  }

  /** Which it is that has such a key. */
  public static Optional<PersonalData> ofWords(String key) {
    if (!key.startsWith(WORDS)) return Optional.empty();
    var name = key.substring(WORDS.length()).split("\\.")[0].toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
  }

  /** As a form carries them, to be read by {@link #named}. */
  public static String names(Set<PersonalData> data) {
    return data.stream().map(Enum::name).collect(Collectors.joining(","));
  }

  /** Those that are meant, whatever else is in a form. */
  public static Set<PersonalData> named(Collection<String> names) {
    var data = EnumSet.noneOf(PersonalData.class);
    Arrays.stream(values()).filter(it -> names.contains(it.name())).forEach(data::add);
    return data;
  }

  /** Of their names in the database. */
  static Set<PersonalData> of(String[] names) {
    var data = EnumSet.noneOf(PersonalData.class);
    Arrays.stream(names).map(PersonalData::valueOf).forEach(data::add);
    return data;
  }
}
