package org.motcua.dossiers.papers;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Documents;
import org.motcua.dossiers.model.KeptPaper;
import org.motcua.dossiers.model.KeptPaperStore;
import org.motcua.dossiers.model.PaperLook;
import org.motcua.dossiers.model.PaperSource;
import org.motcua.identity.AccountId;
import org.motcua.identity.DataHolder;
import org.motcua.organisation.Organisation;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;

/** Hands people all papers of their store, and who has seen them. */
@Component
class HeldPapers implements DataHolder {

  private static final int PAGE = 100;

  private final KeptPaperStore papers;
  private final PaperViews views;
  private final Documents documents;
  private final Organisation organisation;
  private final Messages messages;

  HeldPapers(
      KeptPaperStore papers,
      PaperViews views,
      Documents documents,
      Organisation organisation,
      Messages messages) {
    this.papers = papers;
    this.views = views;
    this.documents = documents;
    this.organisation = organisation;
    this.messages = messages;
  }

  @Override
  public void handOut(AccountId person, Parcel parcel) {
    var language = parcel.language();
    parcel.put("dossiers.paper", all(person).map(paper -> facts(paper, language)));
    parcel.put("dossiers.paper_look", looks(person).map(look -> facts(look, language)));
    all(person).forEach(paper -> put(paper, parcel));
  }

  private Stream<KeptPaper> all(AccountId person) {
    return DataHolder.all(
        PAGE,
        (@Nullable KeptPaper last) -> papers.list(person, last == null ? null : last.id(), PAGE));
  }

  private Stream<PaperLook> looks(AccountId person) {
    return DataHolder.all(PAGE, (@Nullable PaperLook last) -> papers.looksAt(person, last, PAGE));
  }

  private Map<String, ?> facts(KeptPaper paper, Language language) {
    return DataHolder.facts(
        "id", paper.id().toString(),
        "name", paper.name(),
        "kind", new Coded(paper.kind().name(), messages.text(language, paper.kind().messageKey())),
        "source", views.source(paper.source(), language),
        "verification",
            paper.source() instanceof PaperSource.Issued issued ? issued.verificationCode() : null,
        "addedAt", paper.addedAt(),
        "validUntil", paper.validUntil(),
        "file", path(paper));
  }

  /** Of colleagues and officers no more is told than the store's own page tells. */
  private Map<String, ?> facts(PaperLook look, Language language) {
    var agency = look.agency();
    return DataHolder.facts(
        "paper",
        look.paper().toString(),
        "at",
        look.at(),
        "act",
        new Coded(
            look.act().name(),
            messages.text(
                language,
                "dossiers.paper_look.held.act." + look.act().name().toLowerCase(Locale.ROOT))),
        "who",
        look.act() == PaperLook.Act.HANDLED ? null : look.viewerName(),
        "agency",
        agency == null ? null : organisation.nameWithPlace(agency).orElse(agency.value()));
  }

  private void put(KeptPaper paper, Parcel parcel) {
    parcel.put(path(paper), documents.open(paper.document()));
  }

  /** Several may have the same name. */
  private String path(KeptPaper paper) {
    return "papers/" + paper.id() + "/" + documents.get(paper.document()).name();
  }
}
