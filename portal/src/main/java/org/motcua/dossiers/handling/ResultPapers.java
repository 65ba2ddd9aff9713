package org.motcua.dossiers.handling;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Bilingual;
import org.motcua.documents.Certificate;
import org.motcua.documents.CertificateOrder;
import org.motcua.documents.Fact;
import org.motcua.documents.OfficialPaper;
import org.motcua.documents.VerificationMark;
import org.motcua.dossiers.model.Correction;
import org.motcua.dossiers.model.Dossier;
import org.motcua.eservices.Issue;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.Results;
import org.motcua.forms.Answers;
import org.motcua.forms.Words;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Unit;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/** Says what stands on the result of a dossier: the service's template filled with the answers. */
@Component
class ResultPapers {

  private final OnlineServices services;
  private final Results results;
  private final Organisation organisation;
  private final Clock clock;

  ResultPapers(OnlineServices services, Results results, Organisation organisation, Clock clock) {
    this.services = services;
    this.results = results;
    this.organisation = organisation;
    this.clock = clock;
  }

  /** Whether anything is made at all: of a notice, the agency only takes note. */
  boolean areMade(Dossier dossier) {
    return services.get(dossier.service().slug(), dossier.service().version()).result() != null;
  }

  CertificateOrder order(Dossier dossier, ResultOrder order) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var result = service.requiredResult();
    var agency = organisation.getAgency(dossier.decidingAgency());
    return new CertificateOrder(
        "dossier:" + dossier.id(),
        order.number(),
        bilingual(result.name()),
        agency.id(),
        agency.name(),
        order.leader(),
        titleOfLeader(agency),
        facts(service, dossier.answers(), order.decidedOn()),
        order.decidedOn(),
        result.validUntil(order.decidedOn()),
        mark -> results.html(service, dossier.answers(), issue(order, agency, mark)));
  }

  /** The right one in the place of a faulty one: dated today, and no longer valid than that. */
  CertificateOrder corrected(Dossier dossier, Correction correction, Certificate former) {
    var decided = requireNonNull(dossier.term().finishedAt());
    var decidedOn = decided.atZone(CountryTime.ZONE).toLocalDate();
    var order =
        new ResultOrder(
            dossier.id().value(),
            correction.number(),
            correction.orderedAt().atZone(CountryTime.ZONE).toLocalDate(),
            correction.leader());
    var replaced =
        new Issue.Replaced(
            former.number(),
            former.validFrom(),
            former.code().toString(),
            decidedOn,
            former.validUntil());
    return order(dossier, correction, order, replaced);
  }

  private CertificateOrder order(
      Dossier dossier, Correction correction, ResultOrder order, Issue.Replaced replaced) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var agency = organisation.getAgency(dossier.decidingAgency());
    var facts = new ArrayList<>(facts(service, correction.answers(), replaced.decidedOn()));
    facts.add(replaces(replaced));
    return new CertificateOrder(
        "dossier:" + dossier.id() + ":correction:" + correction.id(),
        order.number(),
        bilingual(service.requiredResult().name()),
        agency.id(),
        agency.name(),
        order.leader(),
        titleOfLeader(agency),
        facts,
        order.decidedOn(),
        replaced.validUntil(),
        mark ->
            results.html(
                service, correction.answers(), issue(order, agency, mark).inPlaceOf(replaced)));
  }

  private static Fact replaces(Issue.Replaced replaced) {
    var vietnamese = new Formats(Language.VIETNAMESE).date(replaced.date());
    var english = new Formats(Language.ENGLISH).date(replaced.date());
    return new Fact(
        new Bilingual("Thay thế giấy tờ", "Takes the place of"),
        new Bilingual(
            "Số %s ngày %s, mã kiểm tra %s"
                .formatted(replaced.number(), vietnamese, replaced.code()),
            "No. %s of %s, verification code %s"
                .formatted(replaced.number(), english, replaced.code())));
  }

  private List<Fact> facts(OnlineService service, Answers answers, LocalDate day) {
    return results.facts(service, answers, day).stream()
        .map(fact -> new Fact(bilingual(fact.label()), bilingual(fact.value())))
        .toList();
  }

  private Issue issue(ResultOrder order, Agency agency, VerificationMark mark) {
    var superior = superior(agency);
    var head =
        new OfficialPaper("", superior, agency.name(), null, place(agency), order.decidedOn());
    return new Issue(
        order.number(),
        order.decidedOn(),
        head.placeAndDate(),
        superior,
        agency.name(),
        order.leader(),
        titleOfLeader(agency),
        clock.instant(),
        new Issue.Mark(mark.code().toString(), mark.url(), mark.qrDataUri()));
  }

  private @Nullable String superior(Agency agency) {
    return agency.parent() == null
        ? null
        : organisation.findAgency(agency.parent()).map(Agency::name).orElse(null);
  }

  private @Nullable String place(Agency agency) {
    return agency.unit() == null
        ? null
        : organisation.findUnit(agency.unit()).map(Unit::name).orElse(null);
  }

  /** Committees are led by a chairman or chairwoman, other agencies by a head. */
  private static String titleOfLeader(Agency agency) {
    return agency.kind().isCommittee() ? "Chủ tịch" : "Thủ trưởng";
  }

  private static Bilingual bilingual(Words words) {
    return new Bilingual(words.vi(), words.en());
  }
}
