package org.motcua.dossiers.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;

/**
 * One thing that happened to a dossier.
 *
 * @param step the step of the route on which it happened, counted from 0
 * @param note the officer's or applicant's own words
 */
public record HistoryEntry(
    Instant at, Event event, DossierStatus status, int step, Actor actor, @Nullable String note) {

  /** What is told of a dossier's life; the words are messages {@code dossiers.event.<name>}. */
  public enum Event {
    /** A draft was begun with what an earlier dossier had; the note is that one's code. */
    COPIED,
    SUBMITTED,
    /** Somebody besides the applicant has signed. */
    SIGNED,
    /** Somebody who was asked to sign does not want to. */
    SIGNING_DECLINED,
    /** What such a one had signed was changed afterwards. */
    SIGNATURE_VOID,
    ACCEPTED,
    REFUSED,
    /** The note is the name of the officer who is to handle it. */
    ASSIGNED,
    TAKEN_UP,
    HANDED_BACK,
    ADDITIONS_REQUESTED,
    ADDITIONS_SUPPLIED,
    PREPARED,
    SENT_BACK,
    FEE_DEMANDED,
    FEE_SETTLED,
    FEE_PAID_ONLINE,
    /** The bank took back what was paid online. */
    FEE_REVERSED,
    /** The portal's own, when the term has run out without a word; the note is the reason. */
    APOLOGISED,
    /** The note is the agency that was asked. */
    OPINION_ASKED,
    OPINION_GIVEN,
    OPINION_RECALLED,
    /** The note is the agency that does it. */
    WORK_ENTRUSTED,
    WORK_GIVEN_BACK,
    WORK_RECALLED,
    APPROVED,
    STOPPED,
    /** The result is there, and waits for its applicant. */
    RESULT_READY,
    RESULT_RETURNED,
    GIVEN_TO_POST,
    /** The note is why the post could not deliver it. */
    LETTER_CAME_BACK,
    /** By the post; the note is who took it. */
    RESULT_DELIVERED,
    /** At the counter; the note is the name of whoever took it. */
    RESULT_HANDED_OVER,
    /**
     * What was wrong is the note; what the applicant was given holds until the right one is made.
     */
    CORRECTION_ORDERED,
    RESULT_CORRECTED,
    RESULT_REVOKED,
    WITHDRAWAL_REQUESTED,
    WITHDRAWAL_GRANTED,
    WITHDRAWAL_DENIED,
    /** The note is the code by which it is known outside. */
    OUTSIDE_ACCEPTED,
    OUTSIDE_BEGUN,
    OUTSIDE_FINISHED,
    OUTSIDE_REFUSED
  }

  /** Who did it. */
  public sealed interface Actor {
    record TheApplicant(String name) implements Actor {}

    /** Somebody who acts for the applicant, by a mandate. */
    record ForTheApplicant(String name, AccountId by, String byName) implements Actor {}

    /** Somebody for himself who is not the applicant: one who signs besides. */
    record Another(AccountId account, String name) implements Actor {}

    record ThePortal() implements Actor {}

    /** Whoever handles it in a system of his own. */
    record SomebodyOutside(String name) implements Actor {}

    /**
     * @param insteadOf with whom it lay, if that one was away
     */
    record AnOfficer(AccountId account, String name, @Nullable Away insteadOf) implements Actor {

      public AnOfficer(AccountId account, String name) {
        this(account, name, null);
      }
    }

    record Away(AccountId account, String name) {}

    /** An officer who works in his agency's own system, as that names him. */
    record AnOfficerElsewhere(String client, String name) implements Actor {}
  }
}
