package org.motcua.organisation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An agency's code by QCVN 102:2016, the smallest part first: {@code 000.00.19.H26}. Codes are
 * never given twice, so it is the agency's identity through time.
 */
public record AgencyId(String value) implements Comparable<AgencyId>, Serializable {

  private static final Pattern FORM = Pattern.compile("\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2}");
  private static final Pattern DECISION_20_FORM =
      Pattern.compile("[A-Z]\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{3})?)?)?");

  private static final Comparator<String> ORDER =
      Comparator.<String, String>comparing(code -> code.substring(10))
          .thenComparing(code -> code.substring(7, 9))
          .thenComparing(code -> code.substring(4, 6))
          .thenComparing(code -> code.substring(0, 3));

  public AgencyId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not the code of an agency: " + value);
    }
  }

  /** For what people and other systems send, written either way. */
  public static Optional<AgencyId> parse(String text) {
    if (FORM.matcher(text).matches()) return Optional.of(new AgencyId(text));
    return DECISION_20_FORM.matcher(text).matches()
        ? Optional.of(fromDecision20(text))
        : Optional.empty();
  }

  private static AgencyId fromDecision20(String code) {
    var parts = new ArrayList<>(Arrays.asList(code.split("\\.")));
    while (parts.size() < 3) parts.add("00");
    if (parts.size() < 4) parts.add("000");
    Collections.reverse(parts);
    return new AgencyId(String.join(".", parts));
  }

  /**
   * The same code as Decision 20/2020 writes it: the largest part first and no empty parts, {@code
   * H26.19}. Dossier codes begin with it.
   */
  public String decision20() {
    var parts = new ArrayList<>(Arrays.asList(value.split("\\.")));
    while (parts.getFirst().matches("0+")) parts.removeFirst();
    Collections.reverse(parts);
    return String.join(".", parts);
  }

  /** By the largest part first, so that an agency is followed by those below it. */
  @Override
  public int compareTo(AgencyId other) {
    return ORDER.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
