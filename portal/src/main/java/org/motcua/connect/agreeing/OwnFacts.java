package org.motcua.connect.agreeing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.model.Agreement;
import org.motcua.connect.model.PersonalData;
import org.motcua.connect.signons.ClientPeople;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Person;
import org.motcua.platform.web.Page;
import org.springframework.stereotype.Component;

/**
 * What an agency would learn of a person, shown to himself: everything that can be read over his
 * shoulder and misused is shown in part.
 */
@Component
public class OwnFacts {

  private static final int SHOWN_DIGITS = 3;

  /** An enterprise has no birthday. */
  private static final Set<PersonalData> OF_HUMANS =
      EnumSet.of(PersonalData.BIRTH, PersonalData.GENDER);

  private final ClientPeople people;

  OwnFacts(ClientPeople people) {
    this.people = people;
  }

  /**
   * @param before what he has decided until now
   */
  public List<Fact> of(
      Person person, Set<PersonalData> wanted, @Nullable Agreement before, Page page) {
    return wanted.stream()
        .filter(data -> person.kind() == AccountKind.CITIZEN || !OF_HUMANS.contains(data))
        .map(data -> fact(person, data, before, page))
        .toList();
  }

  private Fact fact(Person person, PersonalData data, @Nullable Agreement before, Page page) {
    return new Fact(
        data,
        page.t(data.words(person.kind())),
        value(person, data, page),
        before != null && before.given().contains(data),
        before != null && !before.decided(data));
  }

  private @Nullable String value(Person person, PersonalData data, Page page) {
    return switch (data) {
      case NAME -> person.name();
      case NUMBER ->
          person.kind() == AccountKind.ENTERPRISE
              ? person.taxCode()
              : masked(person.citizenId(), SHOWN_DIGITS);
      case BIRTH -> person.dateOfBirth() == null ? null : page.date(person.dateOfBirth());
      case GENDER ->
          person.gender() == null ? null : page.t("connect.gender." + person.gender().name());
      case PHONE -> masked(person.phone(), 0);
      case EMAIL -> person.email();
      case ADDRESS -> people.homeOf(person).orElse(null);
      case FILING -> page.t("connect.data.filing.value");
    };
  }

  /** Enough to know one's own number by. */
  private static @Nullable String masked(@Nullable String number, int shownFirst) {
    if (number == null) return null;
    return number.substring(0, shownFirst)
        + " ••• ••• ".substring(shownFirst == 0 ? 1 : 0)
        + number.substring(number.length() - SHOWN_DIGITS);
  }
}
