package org.motcua.catalogue.questioning.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.QuestionId;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;

/** All questions, whatever their state. */
public interface QuestionStore {

  /**
   * @param readKey hash of the key under which whoever asked reads the answer
   * @return false where a question with this key is there already
   */
  boolean insert(Question question, byte @Nullable [] readKey);

  void save(Question question);

  Optional<Question> find(QuestionId id);

  /** Held until the transaction ends. */
  Optional<Question> findForUpdate(QuestionId id);

  Optional<Question> findByReadKey(byte[] readKey);

  /** The latest first, those before the given one. */
  List<Question> listOf(AccountId asker, @Nullable QuestionId before, int limit);

  /**
   * Forgets who asked: what has never been published goes, what has been read by everybody stays
   * without him, in the words in which it was published.
   */
  void forgetAsker(AccountId asker);

  /** From now on nobody with an account has asked what this one asked since then. */
  void disown(AccountId asker, Instant since);

  /**
   * What lies on these desks and on those below them.
   *
   * @param procedure only questions on this one
   * @param now against which the overdue are told
   * @param after where the page before ended
   */
  List<Question> workList(
      Collection<AgencyId> desks,
      WorkFilter filter,
      @Nullable ProcedureCode procedure,
      Instant now,
      @Nullable WorkKey after,
      int limit);

  WorkCounts countOpen(Collection<AgencyId> desks, Instant now);

  void append(QuestionId question, HistoryEntry entry);

  /** In the order in which it happened. */
  List<HistoryEntry> history(QuestionId question);

  /** The question that ships under this key, with the checksum of the text last taken in. */
  Optional<Shipped> findShipped(String seedKey);

  void noteShipped(QuestionId question, String seedKey, String checksum);

  record Shipped(QuestionId id, String checksum) {}
}
