package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Participation.Ending;
import org.motcua.identity.AccountId;

/** Who fills in which dossiers together with their owners. */
public interface ParticipationStore {

  void add(Participation invitation);

  Optional<Participation> find(ParticipationId id);

  Optional<Participation> findForUpdate(ParticipationId id);

  /** Of a dossier, the newest first, also those that have ended. */
  List<Participation> listOf(DossierId dossier);

  /** What this account has accepted of this dossier, the newest first, also what has ended. */
  List<Participation> listBetween(DossierId dossier, AccountId account);

  /** What this account has accepted, the newest first. */
  List<Participation> listOf(AccountId account, @Nullable ParticipationId before, int limit);

  /** What waits for an answer from whoever bears one of these numbers, the newest first. */
  List<Participation> listWaitingFor(List<byte[]> guards, Instant now, int limit);

  /**
   * @param name as the account bears it, from then on instead of what the owner typed
   */
  void accept(ParticipationId id, AccountId account, String name, Instant now);

  void end(ParticipationId id, Ending how, Instant now);

  /** All that have not ended; returns these as they are now, the newest first. */
  List<Participation> endAll(DossierId dossier, Ending how, Instant now);

  /** All that this account has accepted since then and that have not ended. */
  void endAll(AccountId account, Instant since, Ending how, Instant now);

  /**
   * Notes that a part was filled in.
   *
   * @param quietSince if the audit trail was told of the same since then, it need not be again
   * @return whether the audit trail is to be told
   */
  boolean contribute(ParticipationId id, String part, Instant now, Instant quietSince);

  /** Of a dossier, the last first. */
  List<Contribution> contributionsTo(DossierId dossier);
}
