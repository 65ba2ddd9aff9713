package org.motcua.dossiers.telling;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.motcua.documents.OfficialPaper;
import org.motcua.documents.Printing;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.FillingContext;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Unit;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The papers that go with a dossier, after the forms of Circular 01/2018/TT-VPCP. */
@Component
public class PrintedForms {

  private final Printing printing;
  private final DossierStore dossiers;
  private final OnlineServices services;
  private final Organisation organisation;
  private final Histories histories;
  private final Clock clock;
  private final String publicUrl;

  PrintedForms(
      Printing printing,
      DossierStore dossiers,
      OnlineServices services,
      Organisation organisation,
      Histories histories,
      Clock clock,
      @Value("${motcua.public-url}") String publicUrl) {
    this.printing = printing;
    this.dossiers = dossiers;
    this.services = services;
    this.organisation = organisation;
    this.histories = histories;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  /** Form 01: receipt of the dossier and appointment for the result. */
  public byte[] receipt(Dossier dossier) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var submittedAt = requireNonNull(dossier.term().submittedAt());
    var day = submittedAt.atZone(CountryTime.ZONE).toLocalDate();
    var situation = service.form().situation(dossier.answers(), day);
    return printing.pdf(
        printing.html(
            "dossiers/printing/receipt",
            Map.of(
                "paper", paper("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", dossier, day),
                "dossier", dossier,
                "service", service.name().vi(),
                "papers", service.papersIn(situation),
                "timeLimit", service.timeLimitIn(situation).text().vi(),
                "formats", new Formats(Language.VIETNAMESE),
                "trackAt", publicUrl + "/track")));
  }

  /** Form 05: the sheet that goes with the dossier from step to step. */
  public byte[] controlSheet(Dossier dossier) {
    var today = FillingContext.now(clock, Language.VIETNAMESE).today();
    return printing.pdf(
        printing.html(
            "dossiers/printing/control-sheet",
            Map.of(
                "paper", paper("PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ", dossier, today),
                "dossier", dossier,
                "service", services.get(dossier.service().slug(), dossier.service().version()),
                "history", dossiers.historyOf(dossier.id()),
                "told", histories.forOfficers(dossier.id(), Language.VIETNAMESE),
                "formats", new Formats(Language.VIETNAMESE))));
  }

  private OfficialPaper paper(String title, Dossier dossier, LocalDate date) {
    var agency = organisation.getAgency(dossier.decidingAgency());
    var superior =
        agency.parent() == null
            ? null
            : organisation.findAgency(agency.parent()).map(Agency::name).orElse(null);
    var place =
        agency.unit() == null
            ? null
            : organisation.findUnit(agency.unit()).map(Unit::name).orElse(null);
    return new OfficialPaper(
        title, superior, agency.name(), dossier.submittedCode().value(), place, date);
  }
}
