package org.motcua.catalogue.reading;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.OnlineApplications;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.Procedure.Level;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.reading.ProcedureView.Place;
import org.motcua.catalogue.reading.Standing.InForce;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Unit;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.QrDrawing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts together what a procedure's page shows around its text. */
@Component
class ProcedureViews {

  private final Catalogue catalogue;
  private final OnlineApplications applications;
  private final Organisation organisation;
  private final String portal;

  ProcedureViews(
      Catalogue catalogue,
      OnlineApplications applications,
      Organisation organisation,
      @Value("${motcua.public-url}") String portal) {
    this.catalogue = catalogue;
    this.applications = applications;
    this.organisation = organisation;
    this.portal = portal;
  }

  ProcedureView of(
      Procedure procedure, Standing standing, @Nullable Unit province, Language language) {
    var inForce = standing instanceof InForce;
    var address = address("/procedures/" + procedure.code());
    var apply = inForce ? applications.addressFor(procedure.code()).orElse(null) : null;
    var applyAddress = apply == null ? null : address(apply);
    return new ProcedureView(
        procedure,
        standing,
        apply,
        held(procedure.interlinked()),
        held(procedure.related()),
        inForce ? place(procedure, province) : null,
        QrDrawing.of(address),
        inForce ? new StructuredData(procedure, address, applyAddress, language).toJson() : null);
  }

  /** The code of the copy which that province would keep. */
  Optional<ProcedureCode> copyFor(ProcedureCode code, Unit province) {
    if (code.isProvincial()) return Optional.empty();
    return organisation.committeeOf(province.code()).map(committee -> code.copyOf(committee.id()));
  }

  /** In the order in which the text names them. */
  private List<Procedure> held(List<ProcedureCode> codes) {
    return codes.stream().flatMap(code -> catalogue.find(code).stream()).toList();
  }

  /** What is done by a ministry alone is the same everywhere. */
  private @Nullable Place place(Procedure procedure, @Nullable Unit chosen) {
    var local = procedure.levels().stream().anyMatch(ProcedureViews::isLocal);
    if (!local && !procedure.code().isProvincial()) return null;
    var choices =
        organisation.provinces().stream()
            .map(province -> new Choice(province.code().value(), province.fullName()))
            .toList();
    return new Place(choices, chosen, procedure.code().isProvincial());
  }

  private static boolean isLocal(Level level) {
    return level == Level.PROVINCE || level == Level.DISTRICT || level == Level.COMMUNE;
  }

  private String address(String path) {
    return UriComponentsBuilder.fromUriString(portal).path(path).toUriString();
  }
}
