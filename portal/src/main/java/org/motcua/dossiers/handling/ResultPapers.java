package org.motcua.dossiers.handling;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Bilingual;
import org.motcua.documents.CertificateOrder;
import org.motcua.documents.Fact;
import org.motcua.documents.OfficialPaper;
import org.motcua.documents.VerificationMark;
import org.motcua.dossiers.model.Dossier;
import org.motcua.eservices.Issue;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.Results;
import org.motcua.forms.Words;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Unit;
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
    var facts =
        results.facts(service, dossier.answers(), order.decidedOn()).stream()
            .map(fact -> new Fact(bilingual(fact.label()), bilingual(fact.value())))
            .toList();
    return new CertificateOrder(
        "dossier:" + dossier.id(),
        order.number(),
        bilingual(result.name()),
        agency.id(),
        agency.name(),
        order.leader(),
        titleOfLeader(agency),
        facts,
        order.decidedOn(),
        result.validUntil(order.decidedOn()),
        mark -> results.html(service, dossier.answers(), issue(order, agency, mark)));
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
