package org.motcua.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.NameKind;
import org.motcua.identity.model.PersonStore;
import org.motcua.identity.model.TypedName;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/** What other modules may ask about the people who have an account. */
@Component
public class Accounts {

  private static final List<NameKind> NUMBERS =
      List.of(NameKind.CITIZEN_ID, NameKind.SOCIAL_INSURANCE_NUMBER, NameKind.TAX_CODE);

  private final PersonStore persons;
  private final AccountNames names;

  Accounts(PersonStore persons, AccountNames names) {
    this.persons = persons;
    this.names = names;
  }

  /** Whose number it is, as somebody reads it off a card: those of an identity or a tax code. */
  public List<AccountId> findByNumber(String typed) {
    var number = TypedName.of(typed).value();
    return NUMBERS.stream().flatMap(kind -> names.find(kind, number).stream()).distinct().toList();
  }

  public Optional<Person> findPerson(AccountId id) {
    return persons.findPerson(id);
  }

  public Person getPerson(AccountId id) {
    return findPerson(id).orElseThrow(() -> new IllegalArgumentException("No account " + id));
  }

  /** Those of the accounts that exist; one query for a whole list's names. */
  public Map<AccountId, Person> findPersons(Collection<AccountId> ids) {
    return persons.listPersons(ids).stream()
        .collect(Collectors.toMap(Person::id, Function.identity()));
  }

  /** How to reach this person; one look for all of it, since every notice asks. */
  public Optional<ContactPoints> findContactPoints(AccountId id) {
    return persons.findContactPoints(id);
  }

  /** In which language to write to this person: the one last signed in with. */
  public Language languageOf(AccountId id) {
    return persons.findLanguage(id).orElse(Language.VIETNAMESE);
  }
}
