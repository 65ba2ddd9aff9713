package org.motcua.dossiers;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.motcua.organisation.AgencyId;

/**
 * What the applicant follows a dossier by: {@code <agency>-<YYMMDD>-<serial>}, such as {@code
 * H49.12.03-201209-0001}.
 *
 * <p>The agency is written as Decision 20/2020 has it, greatest unit first; codes of before,
 * written the other way round ({@code 000.03.12.H49-201209-0001}), are understood as well.
 */
public record DossierCode(String value) {

  private static final Pattern SHAPE =
      Pattern.compile("[A-Z0-9]{2,3}(\\.[A-Z0-9]{2,3}){0,3}-\\d{6}-\\d{4,}");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]");
  private static final Pattern DASHES = Pattern.compile("[‐-―−]");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

  public DossierCode {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a dossier code: " + value);
    }
  }

  public static DossierCode of(String agency, LocalDate day, int serial) {
    return new DossierCode("%s-%s-%04d".formatted(agency, DAY.format(day), serial));
  }

  /** What somebody typed: any case, spaces around or within, any dash. */
  public static Optional<DossierCode> parse(String typed) {
    var together = SPACES.matcher(typed).replaceAll("");
    var tidy = DASHES.matcher(together).replaceAll("-").toUpperCase(Locale.ROOT);
    return SHAPE.matcher(tidy).matches() ? Optional.of(new DossierCode(tidy)) : Optional.empty();
  }

  /** A code of before Decision 20/2020 as it is written now. */
  public Optional<DossierCode> otherWayRound() {
    var dash = value.indexOf('-');
    return AgencyId.parse(value.substring(0, dash))
        .map(agency -> new DossierCode(agency.decision20() + value.substring(dash)))
        .filter(other -> !other.equals(this));
  }

  @Override
  public String toString() {
    return value;
  }
}
