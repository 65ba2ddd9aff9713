package org.motcua.organisation.scheduling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.model.SpecialDay;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.DateParts;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;

/**
 * A special day as it is typed.
 *
 * @param province {@link #COUNTRY} for the whole country: that must be chosen, never left out
 */
public record DayForm(
    @Nullable DateParts day,
    @Nullable String province,
    @Nullable String kind,
    @Nullable String name,
    @Nullable String nameInEnglish,
    @Nullable String confirmed) {

  static final String COUNTRY = "all";

  static final DayForm EMPTY = new DayForm(null, null, "HOLIDAY", null, null, "true");

  private static final int LONGEST_NAME = 100;

  public DateParts dayParts() {
    return day == null ? DateParts.EMPTY : day;
  }

  public boolean isConfirmed() {
    return "true".equals(confirmed);
  }

  FieldErrors errors(Page page) {
    var errors = new ArrayList<FieldError>();
    if (date().isEmpty()) errors.add(error(page, "day", "organisation.calendar.error.day"));
    if (kindOfDay().isEmpty()) errors.add(error(page, "kind", "organisation.calendar.error.kind"));
    if (province == null || !(isCountry() || UnitCode.parse(province).isPresent())) {
      errors.add(error(page, "province", "organisation.calendar.error.province"));
    }
    if (name == null || name.isBlank()) {
      errors.add(error(page, "name", "organisation.calendar.error.name"));
    }
    for (var field : List.of("name", "nameInEnglish")) {
      var text = field.equals("name") ? name : nameInEnglish;
      if (text != null && text.length() > LONGEST_NAME) {
        errors.add(new FieldError(field, page.t("organisation.calendar.error.long", LONGEST_NAME)));
      }
    }
    return new FieldErrors(errors);
  }

  private static FieldError error(Page page, String field, String key) {
    return new FieldError(field, page.t(key));
  }

  private boolean isCountry() {
    return COUNTRY.equals(province);
  }

  private Optional<LocalDate> date() {
    return dayParts().toDate();
  }

  private Optional<SpecialDay.Kind> kindOfDay() {
    return Stream.of(SpecialDay.Kind.values()).filter(k -> k.name().equals(kind)).findFirst();
  }

  /** Once it has no errors. */
  SpecialDay toDay() {
    var vietnamese = Objects.requireNonNull(name).strip();
    return new SpecialDay(
        date().orElseThrow(),
        isCountry() ? null : new UnitCode(Objects.requireNonNull(province)),
        kindOfDay().orElseThrow(),
        vietnamese,
        nameInEnglish == null || nameInEnglish.isBlank() ? vietnamese : nameInEnglish.strip(),
        isConfirmed());
  }
}
