package org.motcua.dossiers.telling;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.OutsideStep;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.OutsideCase;
import org.motcua.dossiers.model.OutsideStore;
import org.motcua.eservices.OnlineService;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.ui.TimelineEntry;
import org.motcua.platform.web.ui.TimelineEntry.State;
import org.springframework.stereotype.Component;

/** Tells how far a dossier is with the one who handles it outside. */
@Component
public class OutsideViews {

  private final OutsideStore cases;
  private final Organisation organisation;

  OutsideViews(OutsideStore cases, Organisation organisation) {
    this.cases = cases;
    this.organisation = organisation;
  }

  public @Nullable OutsideView forApplicant(
      Dossier dossier, OnlineService service, Language language) {
    return view(dossier, service, true, language);
  }

  public @Nullable OutsideView forOfficers(
      Dossier dossier, OnlineService service, Language language) {
    return view(dossier, service, true, language);
  }

  /** Without what is said to the applicant alone. */
  public @Nullable OutsideView forPublic(
      Dossier dossier, OnlineService service, Language language) {
    return view(dossier, service, false, language);
  }

  private @Nullable OutsideView view(
      Dossier dossier, OnlineService service, boolean notes, Language language) {
    if (service.handedTo() == null) return null;
    var who = organisation.findAgency(dossier.decidingAgency()).map(Agency::name).orElse("");
    return cases
        .find(dossier.id())
        .map(known -> view(known, who, notes, language))
        .orElseGet(() -> new OutsideView(who, null, null, null, List.of()));
  }

  private static OutsideView view(OutsideCase known, String who, boolean notes, Language language) {
    var code = URLEncoder.encode(known.theirCode(), StandardCharsets.UTF_8);
    return new OutsideView(
        who,
        known.theirCode(),
        known.followAt() + "?code=" + code,
        words(known.steps().getLast(), language),
        known.steps().stream().map(step -> entry(step, notes, language)).toList());
  }

  private static TimelineEntry entry(OutsideStep step, boolean notes, Language language) {
    return new TimelineEntry(
        words(step, language),
        new Formats(language).dateTime(step.at()),
        null,
        notes ? step.note() : null,
        State.DONE);
  }

  private static String words(OutsideStep step, Language language) {
    return language == Language.VIETNAMESE ? step.vi() : step.en();
  }
}
