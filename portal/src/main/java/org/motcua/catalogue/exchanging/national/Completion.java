package org.motcua.catalogue.exchanging.national;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.Procedure.Field;
import org.motcua.catalogue.Procedure.LegalText;
import org.motcua.catalogue.Procedure.PublishingDecision;

/**
 * Adds to a line's text what no line can say, from the text in force: English, life events, dates
 * of legal texts and more. Summary, keywords and other procedures stay, too, where the line says
 * nothing of them, since most national entries leave them empty.
 */
public final class Completion {

  public static Procedure of(Procedure text, Procedure inForce) {
    return new Procedure(
        text.code(),
        text.nationalId() == null ? inForce.nationalId() : text.nationalId(),
        text.name(),
        inForce.nameEnglish(),
        text.summary() == null ? inForce.summary() : text.summary(),
        inForce.summaryEnglish(),
        text.levels(),
        text.kind(),
        field(text.field(), inForce.field()),
        text.audiences(),
        text.otherAudiences(),
        text.audienceNote(),
        text.steps(),
        text.channels(),
        text.receivingPlace(),
        text.papers(),
        inForce.sets(),
        text.results(),
        text.legalBasis().stream().map(law -> dated(law, inForce.legalBasis())).toList(),
        text.conditions(),
        text.agencies(),
        orElse(text.related(), inForce.related()),
        orElse(text.interlinked(), inForce.interlinked()),
        orElse(text.keywords(), inForce.keywords()),
        inForce.onlineLevel(),
        signed(text.decision(), inForce.decision()),
        inForce.lifeEvents(),
        inForce.toBeConfirmed(),
        text.nationalWording());
  }

  private static Field field(Field told, Field known) {
    if (told.code().isEmpty() && told.name().isEmpty()) return known;
    return told.code().equals(known.code()) && told.name().equals(known.name()) ? known : told;
  }

  private static LegalText dated(LegalText law, List<LegalText> known) {
    return known.stream()
        .filter(it -> it.number().equals(law.number()) && it.name().equals(law.name()))
        .findFirst()
        .orElse(law);
  }

  private static @Nullable PublishingDecision signed(
      @Nullable PublishingDecision told, @Nullable PublishingDecision known) {
    if (told == null || known == null || !told.number().equals(known.number())) return told;
    return new PublishingDecision(
        told.number(), known.signedOn(), told.agency() == null ? known.agency() : told.agency());
  }

  private static <T> List<T> orElse(List<T> told, List<T> known) {
    return told.isEmpty() ? known : told;
  }

  private Completion() {}
}
