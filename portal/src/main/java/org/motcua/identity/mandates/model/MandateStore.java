package org.motcua.identity.mandates.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateId;

/** Where mandates are kept. Lists are paged by key, the newest first. */
public interface MandateStore {

  /** Lets one transaction at a time change who acts for this account. */
  void lock(AccountId represented);

  void add(Mandate mandate);

  /** False when it had ended already. */
  boolean revoke(MandateId id, AccountId by, Instant now);

  Optional<Mandate> find(MandateId id);

  Optional<Mandate> findForUpdate(MandateId id);

  /** Those between the two that nobody has revoked. */
  List<Mandate> listBetween(AccountId represented, AccountId holder);

  /** Of kind MEMBER and not revoked: an enterprise has few enough for one page. */
  List<Mandate> listMembers(AccountId enterprise);

  /** As {@link #listMembers}, from the other side. */
  List<Mandate> listMemberships(AccountId holder);

  List<Mandate> listGiven(AccountId represented, @Nullable MandateId before, int limit);

  List<Mandate> listHeld(AccountId holder, @Nullable MandateId before, int limit);
}
