package org.motcua.identity.registering;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Gender;
import org.motcua.identity.HomeAddress;
import org.motcua.identity.model.CitizenId;
import org.motcua.identity.model.PasswordRules;
import org.motcua.identity.model.Phone;
import org.motcua.identity.model.SocialInsuranceNumber;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.TaxCode;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.UnitLevel;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.DateParts;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.stereotype.Component;

/** Reads what is typed about a person; what is wrong is told at its field, all at once. */
@Component
public class FormCheck {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern PERSONS_NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} '’.-]*");
  private static final int LONGEST_NAME = 200;
  private static final int OLDEST = 130;

  private final Organisation organisation;
  private final Clock clock;

  FormCheck(Organisation organisation, Clock clock) {
    this.organisation = organisation;
    this.clock = clock;
  }

  /** Either somebody to register, or what is wrong. */
  sealed interface Checked {
    record Right(Applicant applicant) implements Checked {}

    record Wrong(FieldErrors errors) implements Checked {}
  }

  /** Either what is known of a person from now on, or what is wrong. */
  public sealed interface CheckedPerson {
    record Right(
        String name, LocalDate born, @Nullable Gender gender, @Nullable HomeAddress address)
        implements CheckedPerson {}

    record Wrong(FieldErrors errors) implements CheckedPerson {}
  }

  /** By the same rules as who registers, with the same fields. */
  public CheckedPerson check(TypedPerson typed, Optional<CitizenId> citizenId, Page page) {
    var errors = new Findings(page);
    var name = personsName(typed.fullName(), errors);
    var born = birthday(typed.born(), citizenId, errors);
    var gender = gender(typed.gender(), citizenId, errors);
    var address = address(typed.home(), typed.street(), errors);
    return name == null || born == null || errors.any()
        ? new CheckedPerson.Wrong(errors.all())
        : new CheckedPerson.Right(name, born, gender, address);
  }

  /** The home alone. */
  public CheckedHome checkHome(CitizenForm.Home home, String street, Page page) {
    var errors = new Findings(page);
    var address = address(home, street, errors);
    return new CheckedHome(address, errors.all());
  }

  public record CheckedHome(@Nullable HomeAddress address, FieldErrors errors) {}

  Checked check(CitizenForm form, Page page) {
    var errors = new Findings(page);
    var citizenId =
        form.isKnownBy(CitizenForm.CITIZEN_ID)
            ? CitizenId.parse(form.number())
            : Optional.<CitizenId>empty();
    var insurance =
        form.isKnownBy(CitizenForm.SOCIAL_INSURANCE)
            ? SocialInsuranceNumber.parse(form.number())
            : Optional.<SocialInsuranceNumber>empty();
    if (!form.isKnownBy(CitizenForm.PHONE) && citizenId.isEmpty() && insurance.isEmpty()) {
      errors.add("number", form.numberKind());
    }
    var name = personsName(form.fullName(), errors);
    var born = birthday(form.born(), citizenId, errors);
    var gender = gender(form.gender(), citizenId, errors);
    var phone = phone(form.phone(), errors);
    var address = address(form.home(), form.street(), errors);
    password(form.password(), form.number(), errors);
    if (name == null || born == null || phone == null || errors.any()) return errors.wrong();
    return new Checked.Right(
        new Applicant(
            AccountKind.CITIZEN,
            name,
            citizenId.map(CitizenId::digits).orElse(null),
            insurance.map(SocialInsuranceNumber::digits).orElse(null),
            null,
            born,
            gender,
            phone,
            address,
            form.password()));
  }

  Checked check(EnterpriseForm form, Page page) {
    var errors = new Findings(page);
    var taxCode = TaxCode.parse(form.taxCode());
    if (taxCode.isEmpty()) errors.add("taxCode", "taxCode");
    var name = tidy(form.fullName());
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      errors.add("fullName", "enterpriseName");
    }
    var phone = phone(form.phone(), errors);
    password(form.password(), form.taxCode(), errors);
    if (phone == null || taxCode.isEmpty() || errors.any()) return errors.wrong();
    return new Checked.Right(
        new Applicant(
            AccountKind.ENTERPRISE,
            name,
            null,
            null,
            taxCode.get().digits(),
            null,
            null,
            phone,
            null,
            form.password()));
  }

  private static @Nullable String personsName(String typed, Findings errors) {
    var name = tidy(typed);
    if (name.length() <= LONGEST_NAME && PERSONS_NAME.matcher(name).matches()) return name;
    errors.add("fullName", "fullName");
    return null;
  }

  private @Nullable LocalDate birthday(
      DateParts typed, Optional<CitizenId> citizenId, Findings errors) {
    var today = LocalDate.now(clock.withZone(CountryTime.ZONE));
    var born = typed.toDate();
    if (born.isEmpty()) {
      errors.add("born", "born");
    } else if (born.get().isAfter(today) || born.get().isBefore(today.minusYears(OLDEST))) {
      errors.add("born", "bornOutOfRange");
    } else if (citizenId.isPresent() && !citizenId.get().fits(born.get())) {
      errors.add("born", "bornDoesNotFit");
    }
    return born.orElse(null);
  }

  /** Where nothing is chosen, the number of the identity card says it. */
  private static @Nullable Gender gender(
      String chosen, Optional<CitizenId> citizenId, Findings errors) {
    for (var gender : Gender.values()) if (gender.name().equals(chosen)) return gender;
    var ofNumber = citizenId.flatMap(CitizenId::gender).orElse(null);
    if (ofNumber == null) errors.add("gender", "gender");
    return ofNumber;
  }

  private static @Nullable Phone phone(String typed, Findings errors) {
    var phone = Phone.parse(typed);
    if (phone.isEmpty()) errors.add("phone", "phone");
    return phone.orElse(null);
  }

  /** All of it or nothing: half an address serves no form. */
  private @Nullable HomeAddress address(CitizenForm.Home home, String typed, Findings errors) {
    var street = tidy(typed);
    var commune = home.commune() == null ? "" : home.commune();
    var province = home.province() == null ? "" : home.province();
    if (street.isEmpty() && commune.isEmpty() && province.isEmpty()) return null;
    var known =
        UnitCode.parse(commune)
            .filter(code -> code.level() == UnitLevel.COMMUNE)
            .flatMap(organisation::findUnit)
            .isPresent();
    if (!known) errors.add("home", "commune");
    if (street.isEmpty() || street.length() > LONGEST_NAME) errors.add("street", "street");
    return new HomeAddress(commune, street);
  }

  private static void password(String password, String number, Findings errors) {
    PasswordRules.check(password, number.strip())
        .ifPresent(
            fault ->
                errors.add(
                    "password",
                    switch (fault) {
                      case TOO_SHORT -> "passwordTooShort";
                      case TOO_LONG -> "passwordTooLong";
                      case COMMON -> "passwordCommon";
                      case HOLDS_NUMBER -> "passwordHoldsNumber";
                    }));
  }

  /** As it will be printed: composed letters, single spaces. */
  private static String tidy(String typed) {
    return SPACES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }

  private static final class Findings {

    private final List<FieldError> found = new ArrayList<>();
    private final Page page;

    Findings(Page page) {
      this.page = page;
    }

    void add(String field, String message) {
      found.add(new FieldError(field, page.t("identity.register.wrong." + message)));
    }

    boolean any() {
      return !found.isEmpty();
    }

    FieldErrors all() {
      return new FieldErrors(found);
    }

    Checked wrong() {
      return new Checked.Wrong(all());
    }
  }
}
