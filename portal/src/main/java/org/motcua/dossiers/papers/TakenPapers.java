package org.motcua.dossiers.papers;

import java.time.Clock;
import java.util.stream.Collectors;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.PaperSource;
import org.motcua.dossiers.model.TakenPaper;
import org.motcua.dossiers.model.TakenPaperStore;
import org.motcua.dossiers.papers.TakenFiles.Origin;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/** Tells those who read a dossier which of its files came out of a store. */
@Component
public class TakenPapers {

  private final TakenPaperStore taken;
  private final PaperViews views;
  private final Clock clock;

  TakenPapers(TakenPaperStore taken, PaperViews views, Clock clock) {
    this.taken = taken;
    this.views = views;
    this.clock = clock;
  }

  public TakenFiles of(DossierId dossier, Language language) {
    return new TakenFiles(
        taken.listOf(dossier).stream()
            .collect(Collectors.toMap(TakenPaper::document, each -> origin(each, language))));
  }

  private Origin origin(TakenPaper paper, Language language) {
    var today = clock.instant().atZone(CountryTime.ZONE).toLocalDate();
    var end = paper.validUntil();
    var code =
        paper.source() instanceof PaperSource.Issued issued ? issued.verificationCode() : null;
    return new Origin(
        views.source(paper.source(), language),
        code,
        end != null && paper.expiredOn(today) ? new Formats(language).date(end) : null,
        code != null && views.isRevoked(code));
  }
}
