package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.forms.Answers;

/**
 * What a leader has decided about a faulty result; the right one follows.
 *
 * @param former the faulty one's verification code
 * @param number of the right one: that of the first with a supplement, such as {@code 15/2026-ĐC1}
 * @param answers as they should have been
 * @param reason what was wrong and why, which the applicant reads
 * @param leader who signs the right one
 * @param orderedBy as the audit trail names him
 * @param madeAt since when the right one holds; null: the faulty one still does
 */
public record Correction(
    UUID id,
    DossierId dossier,
    String former,
    String number,
    Answers answers,
    String reason,
    Instant orderedAt,
    String leader,
    String orderedBy,
    @Nullable Instant madeAt) {

  /** Whether somebody has asked for the same once more: a second click. */
  public boolean asks(Answers right, String why, String by) {
    return answers.equals(right) && reason.equals(why) && orderedBy.equals(by);
  }
}
