package org.motcua.payments.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a bank account is told by, as people type it. */
public enum AccountField {
  NAME(".{1," + AccountField.LONGEST_NAME + "}"),
  /** The Treasury's have dots in them. */
  ACCOUNT("[0-9A-Za-z.-]{4,34}"),
  /** The bank's BIN with NAPAS. */
  BANK("\\d{6}");

  public static final int LONGEST_NAME = 140;

  private final Pattern pattern;

  AccountField(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  /** Those that cannot be right. */
  public static List<AccountField> faulty(String name, String account, String bank) {
    var typed = Map.of(NAME, name, ACCOUNT, account, BANK, bank);
    return typed.entrySet().stream()
        .filter(field -> !field.getKey().allows(field.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  public boolean allows(String text) {
    return pattern.matcher(text).matches();
  }

  /** As its form names it; {@code payments.accounts.<id>.faulty} says what is expected. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
