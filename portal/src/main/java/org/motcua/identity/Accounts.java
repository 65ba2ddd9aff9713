package org.motcua.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.motcua.identity.model.PersonStore;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/** What other modules may ask about the people who have an account. */
@Component
public class Accounts {

  private final PersonStore persons;

  Accounts(PersonStore persons) {
    this.persons = persons;
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
