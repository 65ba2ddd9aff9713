package org.motcua.dossiers.outside;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.motcua.documents.DocumentId;
import org.motcua.dossiers.Handover;
import org.motcua.dossiers.model.Dossier;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OutsideBody;
import org.motcua.eservices.Paper;
import org.motcua.forms.ComputedValue;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Forms;
import org.motcua.forms.Summary;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/** Puts a submitted dossier into words for those who have neither its form nor its service. */
@Component
class Handovers {

  private final Forms forms;
  private final Organisation organisation;

  Handovers(Forms forms, Organisation organisation) {
    this.forms = forms;
    this.organisation = organisation;
  }

  Handover of(Dossier dossier, OnlineService service, OutsideBody to) {
    var submittedAt = requireNonNull(dossier.term().submittedAt());
    var day = submittedAt.atZone(CountryTime.ZONE).toLocalDate();
    var context = new FillingContext(day, Language.VIETNAMESE);
    var summary = forms.summary(service.form(), dossier.answers(), context);
    return new Handover(
        dossier.id(),
        dossier.submittedCode(),
        to,
        service.slug().value(),
        service.name().vi(),
        organisation.findAgency(dossier.decidingAgency()).map(Agency::name).orElse(""),
        dossier.applicant().name(),
        dossier.applicant().phone(),
        submittedAt,
        summary.sections().stream().map(Handovers::section).toList(),
        computed(dossier, service, day),
        papers(dossier, service, summary));
  }

  private static Handover.Section section(Summary.Section section) {
    return new Handover.Section(
        section.title(),
        section.rows().stream()
            .filter(row -> !row.value().isBlank() && !isTold(row, section.tables()))
            .map(row -> new Handover.Row(row.questionId(), row.name(), row.value()))
            .toList(),
        section.tables().stream()
            .map(table -> new Handover.Table(table.name(), table.columns(), table.rows()))
            .toList());
  }

  /** A row that only counts what a table has all of. */
  private static boolean isTold(Summary.Row row, List<Summary.Table> tables) {
    return tables.stream().anyMatch(table -> table.name().equals(row.name()));
  }

  private static Map<String, String> computed(
      Dossier dossier, OnlineService service, LocalDate day) {
    var situation = service.form().situation(dossier.answers(), day);
    var values = new LinkedHashMap<String, String>();
    for (ComputedValue each : service.form().computed()) {
      situation.value(each.id()).ifPresent(value -> values.put(each.id(), value.toString()));
    }
    return values;
  }

  /** Those asked for as papers, and files that are answers. */
  private static List<Handover.Paper> papers(
      Dossier dossier, OnlineService service, Summary summary) {
    var attached =
        dossier.attachments().stream()
            .filter(file -> isPaper(service, file.paper()))
            .map(file -> new Handover.Paper(name(service, file.paper()), file.document()));
    var answers =
        summary.sections().stream()
            .flatMap(section -> section.rows().stream())
            .flatMap(
                row ->
                    row.document() == null
                        ? Stream.empty()
                        : Stream.of(
                            new Handover.Paper(
                                row.name(), new DocumentId(UUID.fromString(row.document())))));
    return Stream.concat(attached, answers).toList();
  }

  private static boolean isPaper(OnlineService service, String kind) {
    return service.papers().stream().anyMatch(paper -> paper.id().equals(kind));
  }

  private static String name(OnlineService service, String kind) {
    return service.papers().stream()
        .filter(paper -> paper.id().equals(kind))
        .map(Paper::name)
        .findFirst()
        .orElseThrow()
        .vi();
  }
}
