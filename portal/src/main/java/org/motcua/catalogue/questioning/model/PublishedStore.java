package org.motcua.catalogue.questioning.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.QuestionId;

/** What everybody reads, and whether it helped. */
public interface PublishedStore {

  Optional<PublishedQuestion> find(QuestionId id);

  /** By id, those after the given one. */
  List<PublishedQuestion> list(@Nullable QuestionId after, int limit);

  /** As {@link #list}, the ids alone. */
  List<QuestionId> ids(@Nullable QuestionId after, int limit);

  /** On any procedure and on none, those that helped most first. */
  List<PublishedQuestion> best(@Nullable BestKey after, int limit);

  /** On any of these, those that helped most first. */
  List<PublishedQuestion> best(
      Collection<ProcedureCode> procedures, @Nullable BestKey after, int limit);

  long count(Collection<ProcedureCode> procedures);

  /**
   * Takes a visitor's voice, in place of an earlier one.
   *
   * @return false where no such question is published
   */
  boolean vote(QuestionId question, byte[] voter, boolean helpful);

  Optional<Boolean> findVote(QuestionId question, byte[] voter);

  /** All that one visitor has said, the latest first. */
  List<Vote> votesOf(byte[] voter);

  /** The voices still count; whose they were nobody knows any more. */
  void forgetVoter(byte[] voter);

  /**
   * @param question in its own words
   */
  record Vote(Texts question, boolean helpful, Instant at) {}
}
