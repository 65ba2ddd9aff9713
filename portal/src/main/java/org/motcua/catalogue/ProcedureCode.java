package org.motcua.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.motcua.organisation.AgencyId;

/**
 * The national number of a procedure, {@code 1.001193}; a province's own copy carries the code of
 * its agency behind it, {@code 1.000656.000.00.00.H29}.
 */
public record ProcedureCode(@JsonValue String value) implements Comparable<ProcedureCode> {

  private static final Pattern SHAPE =
      Pattern.compile("\\d\\.\\d{6}(\\.\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2})?");
  private static final int NATIONAL_LENGTH = "1.001193".length();

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ProcedureCode {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a procedure's code: " + value);
    }
  }

  /** The code in what somebody typed or linked to, if it is one. */
  public static Optional<ProcedureCode> parse(String text) {
    var stripped = text.strip();
    return SHAPE.matcher(stripped).matches()
        ? Optional.of(new ProcedureCode(stripped))
        : Optional.empty();
  }

  public boolean isProvincial() {
    return value.length() > NATIONAL_LENGTH;
  }

  /** The ministry's procedure of which this one is a copy, or itself. */
  public ProcedureCode national() {
    return isProvincial() ? new ProcedureCode(value.substring(0, NATIONAL_LENGTH)) : this;
  }

  /** The code of the copy that an agency, the people's committee of a province, keeps of this. */
  public ProcedureCode copyOf(AgencyId agency) {
    return new ProcedureCode(national().value + "." + agency);
  }

  /** Whose copy this is; nobody's where it is the ministry's own. */
  public Optional<AgencyId> keeper() {
    return isProvincial()
        ? Optional.of(new AgencyId(value.substring(NATIONAL_LENGTH + 1)))
        : Optional.empty();
  }

  @Override
  public int compareTo(ProcedureCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
