package org.motcua.identity.mandates.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.motcua.identity.AccountId;
import org.motcua.identity.MandateId;
import org.motcua.identity.mandates.model.DelegationOffer.Answer;

/** Where delegations wait for their answer. */
public interface OfferStore {

  void add(DelegationOffer offer);

  Optional<DelegationOffer> findForUpdate(MandateId id);

  void answer(MandateId id, Answer answer, Instant now);

  /** Those made since then that nobody has answered. */
  void withdrawAll(AccountId represented, Instant since, Instant now);

  /** Not answered yet, the newest first. */
  List<DelegationOffer> listWaitingOf(AccountId represented, Instant now, int limit);

  /** Not answered yet, by the hashes of somebody's numbers. */
  List<DelegationOffer> listWaitingFor(Collection<byte[]> guards, Instant now, int limit);
}
