package org.motcua.catalogue.questioning.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.QuestionId;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.web.Language;

/**
 * A question and its answer as everybody reads them.
 *
 * @param procedure null for a general question
 * @param agency who answered
 * @param score the share of readers whom it helped, in ten-thousandths, cautiously reckoned
 */
public record PublishedQuestion(
    QuestionId id,
    @Nullable ProcedureCode procedure,
    AgencyId agency,
    Texts texts,
    Instant publishedAt,
    int helpful,
    int notHelpful,
    int score) {

  public String question(Language language) {
    return texts.question(language);
  }

  public String answer(Language language) {
    return texts.answer(language);
  }

  public BestKey key() {
    return new BestKey(score, id);
  }
}
