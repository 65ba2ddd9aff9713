package org.motcua.forms;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Facts known before anything is asked, by the names that forms use for them: {@code account.name},
 * {@code account.citizenId}, {@code account.taxCode} (an enterprise's), {@code account.dateOfBirth}
 * (a LocalDate), {@code account.phone}, {@code account.email}, {@code account.address} (an {@link
 * Address}).
 */
public record Prefill(Map<String, Object> facts) {

  static final Set<String> NAMES =
      new TreeSet<>(
          Set.of(
              "account.name",
              "account.citizenId",
              "account.taxCode",
              "account.dateOfBirth",
              "account.phone",
              "account.email",
              "account.address"));

  public Prefill {
    facts = Map.copyOf(facts);
  }

  public static Prefill none() {
    return new Prefill(Map.of());
  }

  Optional<Object> find(String name) {
    return Optional.ofNullable(facts.get(name));
  }
}
