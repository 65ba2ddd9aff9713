package org.motcua.dossiers.filling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.PrefillSource;
import org.motcua.eservices.OnlineService;
import org.motcua.forms.Address;
import org.motcua.forms.Known;
import org.motcua.forms.Source;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.HomeAddress;
import org.motcua.identity.Person;
import org.motcua.identity.VerifiedBy;
import org.motcua.identity.VerifiedPersons;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;
import org.motcua.platform.clock.CountryTime;
import org.springframework.stereotype.Component;

/** What the account knows of its owner. */
@Component
class AccountPrefill implements PrefillSource {

  private static final String SOCIAL_INSURANCE = "account.socialInsuranceNumber";
  private static final String TAX_CODE = "account.taxCode";

  /** What was compared when the person was verified. */
  private static final Set<String> OF_A_VERIFIED_PERSON =
      Set.of("account.name", "account.citizenId", "account.dateOfBirth", SOCIAL_INSURANCE);

  private final Accounts accounts;
  private final VerifiedPersons verifiedPersons;
  private final Organisation organisation;
  private final Clock clock;

  AccountPrefill(
      Accounts accounts, VerifiedPersons verifiedPersons, Organisation organisation, Clock clock) {
    this.accounts = accounts;
    this.verifiedPersons = verifiedPersons;
    this.organisation = organisation;
    this.clock = clock;
  }

  @Override
  public boolean tells(String fact) {
    return fact.startsWith("account.");
  }

  @Override
  public Map<String, Known> factsOf(
      AccountId applicant, CurrentUser user, OnlineService service, Set<String> facts) {
    var known = new HashMap<String, Known>();
    var person = accounts.findPerson(applicant).map(this::values).orElseGet(Map::of);
    person.keySet().retainAll(facts);
    if (person.isEmpty()) return known;
    var day = LocalDate.now(clock.withZone(CountryTime.ZONE));
    var verified =
        Collections.disjoint(person.keySet(), OF_A_VERIFIED_PERSON)
            ? Optional.<VerifiedBy>empty()
            : verifiedPersons.verifiedBy(applicant);
    // Registers alone compare it; whoever typed it may have typed another's.
    if (verified.filter(VerifiedBy.REGISTER::equals).isEmpty()) person.remove(SOCIAL_INSURANCE);
    person.forEach(
        (name, value) -> {
          var kind = kind(name, verified);
          var vouchedFor = kind != Source.Kind.ACCOUNT;
          known.put(name, new Known(value, new Source(kind, day), vouchedFor));
        });
    return known;
  }

  /** A tax code is never typed: an enterprise's account is made of what a register says. */
  private static Source.Kind kind(String name, Optional<VerifiedBy> verified) {
    if (name.equals(TAX_CODE)) return Source.Kind.KNOWN_ENTERPRISE;
    return OF_A_VERIFIED_PERSON.contains(name)
        ? verified.map(AccountPrefill::kind).orElse(Source.Kind.ACCOUNT)
        : Source.Kind.ACCOUNT;
  }

  private static Source.Kind kind(VerifiedBy by) {
    return switch (by) {
      case REGISTER -> Source.Kind.REGISTERED_PERSON;
      case COUNTER -> Source.Kind.SEEN_PERSON;
      case CERTIFICATE -> Source.Kind.CERTIFIED_PERSON;
    };
  }

  private Map<String, Object> values(Person person) {
    var facts = new HashMap<String, Object>();
    put(facts, "account.name", person.name());
    put(facts, "account.citizenId", person.citizenId());
    put(facts, SOCIAL_INSURANCE, person.socialInsuranceNumber());
    put(facts, TAX_CODE, person.taxCode());
    put(facts, "account.dateOfBirth", person.dateOfBirth());
    put(facts, "account.phone", person.phone());
    put(facts, "account.email", person.email());
    if (person.address() != null) put(facts, "account.address", address(person.address()));
    return facts;
  }

  private @Nullable Address address(HomeAddress home) {
    return UnitCode.parse(home.commune())
        .flatMap(organisation::findUnit)
        .map(commune -> address(commune, home.street()))
        .orElse(null);
  }

  private Address address(Unit lowest, String street) {
    var province = "";
    var district = "";
    var commune = "";
    var unit = lowest;
    while (unit != null) {
      switch (unit.level()) {
        case PROVINCE -> province = unit.code().value();
        case DISTRICT -> district = unit.code().value();
        case COMMUNE -> commune = unit.code().value();
      }
      var parent = unit.parent();
      unit = parent == null ? null : organisation.findUnit(parent).orElse(null);
    }
    return new Address(province, district, commune, street);
  }

  private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
    if (value != null) facts.put(name, value);
  }
}
