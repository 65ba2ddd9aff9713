package org.motcua.identity.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.motcua.identity.AccountId;
import org.motcua.identity.ContactPoints;
import org.motcua.identity.Person;
import org.motcua.platform.web.Language;

/** Reads what accounts know of their holders. */
public interface PersonStore {

  Optional<Person> findPerson(AccountId id);

  List<Person> listPersons(Collection<AccountId> ids);

  Optional<ContactPoints> findContactPoints(AccountId id);

  Optional<Language> findLanguage(AccountId id);
}
