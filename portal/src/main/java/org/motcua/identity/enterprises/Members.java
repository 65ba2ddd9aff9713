package org.motcua.identity.enterprises;

import java.util.List;
import org.motcua.identity.AccountId;
import org.motcua.identity.Mandate;
import org.motcua.identity.Mandates;
import org.motcua.identity.Power;
import org.motcua.identity.mandates.model.MandateStore;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.CitizenId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is a member of an enterprise: the holders of its mandates of that kind. */
@Component
class Members {

  private final Mandates mandates;
  private final MandateStore store;
  private final AccountStore accounts;
  private final JdbcClient jdbc;

  Members(Mandates mandates, MandateStore store, AccountStore accounts, JdbcClient jdbc) {
    this.mandates = mandates;
    this.store = store;
    this.accounts = accounts;
    this.jdbc = jdbc;
  }

  /** Lets one transaction at a time change an enterprise's members. */
  void lock(AccountId enterprise) {
    store.lock(enterprise);
  }

  /** Whether somebody would still say who the members are if this one no longer did. */
  boolean managedWithout(Mandate member) {
    return mandates.listMembers(member.represented()).stream()
            .anyMatch(other -> !other.id().equals(member.id()) && other.gives(Power.MANAGE))
        || managesItself(member.represented());
  }

  /** An enterprise that signs in by its own tax code and password. */
  boolean managesItself(AccountId enterprise) {
    return accounts.find(enterprise).filter(it -> it.passwordHash() != null).isPresent();
  }

  /** All numbers of identity cards that find this person's account. */
  List<CitizenId> numbersOf(AccountId person) {
    return jdbc.sql(
            """
            select name from identity.account_name
            where account_id = :account and kind = 'CITIZEN_ID'
            """)
        .param("account", person.value())
        .query((row, number) -> new CitizenId(row.getString("name")))
        .list();
  }
}
