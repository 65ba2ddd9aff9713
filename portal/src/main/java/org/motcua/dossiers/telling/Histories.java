package org.motcua.dossiers.telling;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.identity.AccountId;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.TimelineEntry;
import org.motcua.platform.web.ui.TimelineEntry.State;
import org.springframework.stereotype.Component;

/** A dossier's history as a timeline, the first event first. */
@Component
public class Histories {

  private final DossierStore dossiers;
  private final Messages messages;

  Histories(DossierStore dossiers, Messages messages) {
    this.dossiers = dossiers;
    this.messages = messages;
  }

  /** With everybody's names and words. */
  public List<TimelineEntry> forOfficers(DossierId dossier, Language language) {
    return dossiers.historyOf(dossier).stream()
        .map(entry -> told(entry, who(entry.actor(), language), entry.note(), language))
        .toList();
  }

  /** Without what officers say to each other, and without their names. */
  public List<TimelineEntry> forApplicant(DossierId dossier, Language language) {
    return dossiers.historyOf(dossier).stream()
        .map(
            entry ->
                told(
                    entry,
                    whoActedFor(entry.actor(), language),
                    isAmongOfficers(entry.event()) ? null : entry.note(),
                    language))
        .toList();
  }

  /** For anyone who has the code: what happened since it was handed in, no name, no word. */
  public List<TimelineEntry> forPublic(DossierId dossier, Language language) {
    return dossiers.historyOf(dossier).stream()
        .filter(entry -> !entry.status().draft())
        .filter(entry -> !isAboutOthers(entry.event()))
        .map(entry -> told(entry, null, null, language))
        .toList();
  }

  /** Who handed the dossier in for its applicant; null: the applicant. */
  public @Nullable String submittedBy(DossierId dossier) {
    return dossiers.historyOf(dossier).stream()
        .filter(entry -> entry.event() == Event.SUBMITTED)
        .map(HistoryEntry::actor)
        .flatMap(
            actor ->
                actor instanceof Actor.ForTheApplicant other ? Stream.of(other) : Stream.empty())
        .map(Actor.ForTheApplicant::byName)
        .findFirst()
        .orElse(null);
  }

  /** What happened, in a word or two. */
  public String title(HistoryEntry entry, Language language) {
    return messages.text(language, key(entry.event()));
  }

  /** Who did it, as officers see it. */
  String name(Actor actor, Language language) {
    return who(actor, language);
  }

  private TimelineEntry told(
      HistoryEntry entry, @Nullable String who, @Nullable String text, Language language) {
    return new TimelineEntry(
        title(entry, language),
        new Formats(language).dateTime(entry.at()),
        who,
        text,
        cameToNothing(entry.event()) ? State.BROKEN_OFF : State.DONE);
  }

  private static boolean cameToNothing(Event event) {
    return switch (event) {
      case REFUSED,
          STOPPED,
          SIGNING_DECLINED,
          SIGNATURE_VOID,
          LETTER_CAME_BACK,
          RESULT_REVOKED,
          OUTSIDE_REFUSED ->
          true;
      default -> false;
    };
  }

  private String who(Actor actor, Language language) {
    return switch (actor) {
      case Actor.TheApplicant(String name) -> name;
      case Actor.ForTheApplicant(String name, AccountId by, String byName) ->
          messages.text(language, "dossiers.actor.for", name, byName);
      case Actor.SomebodyOutside outside -> outside.name();
      case Actor.Another another -> another.name();
      case Actor.AnOfficer officer -> officer(officer, language);
      case Actor.AnOfficerElsewhere officer -> officer.name();
      case Actor.ThePortal portal -> messages.text(language, "dossiers.actor.portal");
    };
  }

  private String officer(Actor.AnOfficer officer, Language language) {
    var away = officer.insteadOf();
    return away == null
        ? officer.name()
        : messages.text(language, "dossiers.actor.instead", officer.name(), away.name());
  }

  /**
   * Who acted in the applicant's name, who signed besides, or outside of government, is told to the
   * applicant, too.
   */
  private @Nullable String whoActedFor(Actor actor, Language language) {
    return switch (actor) {
      case Actor.ForTheApplicant other -> who(other, language);
      case Actor.SomebodyOutside outside -> who(outside, language);
      case Actor.Another another -> who(another, language);
      default -> null;
    };
  }

  /** What officers say to each other, and nobody else reads. */
  public static boolean isAmongOfficers(Event event) {
    return switch (event) {
      case PREPARED,
          SENT_BACK,
          ASSIGNED,
          HANDED_BACK,
          OPINION_GIVEN,
          OPINION_RECALLED,
          WORK_GIVEN_BACK,
          WORK_RECALLED ->
          true;
      default -> false;
    };
  }

  /** Whom officers have asked is the applicant's business, and nobody's besides. */
  public static boolean isAboutOthers(Event event) {
    return switch (event) {
      case OPINION_ASKED,
          OPINION_GIVEN,
          OPINION_RECALLED,
          WORK_ENTRUSTED,
          WORK_GIVEN_BACK,
          WORK_RECALLED ->
          true;
      default -> false;
    };
  }

  private static String key(Event event) {
    return "dossiers.event." + event.name().toLowerCase(Locale.ROOT);
  }
}
