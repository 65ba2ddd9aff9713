package org.motcua.simulators.outside;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form that a visitor filled in: a sentence's key for a field's name. */
public final class FormErrors {

  private final Map<String, String> keys = new LinkedHashMap<>();

  public FormErrors check(String field, boolean right, String key) {
    if (!right) keys.putIfAbsent(field, key);
    return this;
  }

  public FormErrors matches(String field, String value, Pattern form, String key) {
    return check(field, form.matcher(value).matches(), key);
  }

  public boolean none() {
    return keys.isEmpty();
  }

  public @Nullable String of(String field) {
    return keys.get(field);
  }

  public Map<String, String> byField() {
    return keys;
  }
}
