package org.motcua.dossiers.papers;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.motcua.documents.Certificate;
import org.motcua.documents.Certificates;
import org.motcua.documents.Documents;
import org.motcua.documents.VerificationCode;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.KeptPaper;
import org.motcua.dossiers.model.PaperLook;
import org.motcua.dossiers.model.PaperSource;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;

/** Says in words what lies in a store. */
@Component
public class PaperViews {

  private static final long KILOBYTE = 1024;

  private final Documents documents;
  private final Certificates certificates;
  private final DossierStore dossiers;
  private final OnlineServices services;
  private final Organisation organisation;
  private final Messages messages;
  private final Clock clock;

  PaperViews(
      Documents documents,
      Certificates certificates,
      DossierStore dossiers,
      OnlineServices services,
      Organisation organisation,
      Messages messages,
      Clock clock) {
    this.documents = documents;
    this.certificates = certificates;
    this.dossiers = dossiers;
    this.services = services;
    this.organisation = organisation;
    this.messages = messages;
    this.clock = clock;
  }

  public PaperView of(KeptPaper paper, Language language) {
    var formats = new Formats(language);
    var end = paper.validUntil();
    var dossier =
        Optional.ofNullable(paper.source().dossierOrNull())
            .flatMap(id -> dossiers.findOwn(id, paper.owner()));
    var code =
        paper.source() instanceof PaperSource.Issued issued ? issued.verificationCode() : null;
    return new PaperView(
        paper.id().toString(),
        paper.name(),
        messages.text(language, paper.kind().messageKey()),
        paper.source().issued(),
        source(paper.source(), language),
        formats.date(paper.addedAt()),
        end == null ? null : formats.date(end),
        paper.expiredOn(clock.instant().atZone(CountryTime.ZONE).toLocalDate()),
        code != null && isRevoked(code),
        documents.get(paper.document()).name(),
        messages.text(
            language, "dossiers.papers.size", formats.number(Math.max(1, paper.size() / KILOBYTE))),
        dossier.map(found -> "/my/dossiers/" + found.id()).orElse(null),
        dossier.map(found -> name(found, language)).orElse(null),
        code);
  }

  /** Who has issued it, or how it came into the store. */
  public String source(PaperSource source, Language language) {
    return switch (source) {
      case PaperSource.Issued issued ->
          messages.text(language, "dossiers.store.source.issued", agency(issued.issuer()));
      case PaperSource.Filed filed -> messages.text(language, "dossiers.store.source.filed");
      case PaperSource.Uploaded none -> messages.text(language, "dossiers.store.source.uploaded");
    };
  }

  /** Whether the agency that has issued it does not stand by it any more. */
  public boolean isRevoked(KeptPaper paper) {
    return paper.source() instanceof PaperSource.Issued issued
        && isRevoked(issued.verificationCode());
  }

  boolean isRevoked(String code) {
    return VerificationCode.parse(code)
        .flatMap(certificates::find)
        .filter(Certificate::revoked)
        .isPresent();
  }

  /**
   * @param reader before whom the owner is "you"
   */
  LookView of(PaperLook look, CurrentUser reader, Language language) {
    var dossier =
        Optional.ofNullable(look.dossier())
            .flatMap(dossiers::find)
            .map(found -> name(found, language))
            .orElse(null);
    var agency = look.agency();
    var who =
        look.viewer().equals(reader.signedIn())
            ? messages.text(language, "dossiers.store.look.you")
            : look.viewerName();
    var what = "dossiers.store.look." + look.act().name().toLowerCase(Locale.ROOT);
    return new LookView(
        new Formats(language).dateTime(look.at()),
        agency == null
            ? messages.text(language, what, who)
            : messages.text(language, what + "_by", who, agency(agency)),
        dossier);
  }

  private String name(Dossier dossier, Language language) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var name = service.name().in(language);
    var code = dossier.code();
    return code == null ? name : name + " (" + code + ")";
  }

  private String agency(AgencyId id) {
    return organisation.nameWithPlace(id).orElse(id.value());
  }
}
