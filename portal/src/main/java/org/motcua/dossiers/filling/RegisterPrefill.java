package org.motcua.dossiers.filling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.PrefillSource;
import org.motcua.eservices.OnlineService;
import org.motcua.forms.Facts;
import org.motcua.forms.Known;
import org.motcua.forms.Source;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.Person;
import org.motcua.identity.RegisterEntries;
import org.motcua.platform.clock.CountryTime;
import org.springframework.stereotype.Component;

/**
 * What the base registers know: of a verified person the household, as far as they do (the minor
 * children), and of an enterprise its entry. One who acts for another is not told of his family.
 */
@Component
class RegisterPrefill implements PrefillSource {

  private final RegisterEntries registers;
  private final Accounts accounts;
  private final Clock clock;

  RegisterPrefill(RegisterEntries registers, Accounts accounts, Clock clock) {
    this.registers = registers;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public boolean tells(String fact) {
    return fact.startsWith("household.") || fact.startsWith("enterprise.");
  }

  @Override
  public Map<String, Known> factsOf(
      AccountId applicant, CurrentUser user, OnlineService service, Set<String> facts) {
    var known = new HashMap<String, Known>();
    if (!user.id().equals(applicant)) return known;
    if (facts.stream().anyMatch(fact -> fact.startsWith("household."))) household(user, known);
    if (facts.stream().anyMatch(fact -> fact.startsWith("enterprise."))) enterprise(user, known);
    known.keySet().retainAll(facts);
    return known;
  }

  private void household(CurrentUser user, Map<String, Known> known) {
    if (user.acting() != null || !user.level().atLeast(LevelOfAssurance.LOA3)) return;
    var children =
        registers.childrenOf(user.id()).stream()
            .map(child -> member(child.name(), child.dateOfBirth(), child.number()))
            .toList();
    var all = new ArrayList<Map<String, Object>>();
    accounts.findPerson(user.id()).map(RegisterPrefill::member).ifPresent(all::add);
    all.addAll(children);
    known.put(Facts.MEMBERS, known(all, Source.Kind.POPULATION));
    if (!children.isEmpty()) known.put(Facts.CHILDREN, known(children, Source.Kind.POPULATION));
  }

  private static Map<String, Object> member(Person person) {
    return member(person.name(), person.dateOfBirth(), person.citizenId());
  }

  /** Under the names that columns have, see {@link Facts#OF_A_MEMBER}. */
  private static Map<String, Object> member(
      String name, @Nullable LocalDate born, @Nullable String number) {
    var member = new HashMap<String, Object>(Map.of("name", name));
    if (born != null) member.put("born", born);
    if (number != null) member.put("idNumber", number);
    return member;
  }

  private void enterprise(CurrentUser user, Map<String, Known> known) {
    if (user.kind() != AccountKind.ENTERPRISE) return;
    registers
        .enterpriseOf(user.id())
        .ifPresent(
            entry -> {
              put(known, "enterprise.name", Optional.of(entry.name()));
              put(known, "enterprise.taxCode", Optional.of(entry.taxCode()));
              put(known, "enterprise.address", entry.address());
              put(known, "enterprise.representative", entry.representatives().stream().findFirst());
            });
  }

  private void put(Map<String, Known> known, String fact, Optional<String> value) {
    value.ifPresent(text -> known.put(fact, known(text, Source.Kind.ENTERPRISES)));
  }

  private Known known(Object value, Source.Kind kind) {
    return new Known(
        value, new Source(kind, LocalDate.now(clock.withZone(CountryTime.ZONE))), true);
  }
}
