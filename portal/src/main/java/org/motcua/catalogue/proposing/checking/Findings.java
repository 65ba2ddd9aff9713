package org.motcua.catalogue.proposing.checking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.model.Version;
import org.motcua.catalogue.model.VersionStore;
import org.motcua.catalogue.proposing.model.Kind;
import org.motcua.catalogue.proposing.model.Proposal;
import org.motcua.catalogue.proposing.model.ProposalStore;
import org.motcua.catalogue.proposing.model.Stage;
import org.motcua.catalogue.proposing.text.DraftText;
import org.motcua.catalogue.proposing.text.Section;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.WorkingCalendar;
import org.motcua.platform.clock.CountryTime;
import org.springframework.stereotype.Component;

/** Everything that stands against publishing a proposal today, errors first. */
@Component
public class Findings {

  private static final int VERSIONS = 200;
  private static final List<String> AGENCY_LISTS =
      List.of("executing", "competent", "authorised", "coordinating");

  private final VersionStore versions;
  private final ProposalStore proposals;
  private final Catalogue catalogue;
  private final Organisation organisation;
  private final WorkingCalendar calendar;
  private final Clock clock;

  Findings(
      VersionStore versions,
      ProposalStore proposals,
      Catalogue catalogue,
      Organisation organisation,
      WorkingCalendar calendar,
      Clock clock) {
    this.versions = versions;
    this.proposals = proposals;
    this.catalogue = catalogue;
    this.organisation = organisation;
    this.calendar = calendar;
    this.clock = clock;
  }

  public List<Finding> of(Proposal proposal) {
    var findings = new ArrayList<>(TextChecks.check(proposal.kind(), proposal.text()));
    findings.addAll(place(proposal));
    findings.addAll(dates(proposal));
    if (proposal.kind() != Kind.ABOLITION) findings.addAll(names(proposal.text()));
    findings.addAll(others(proposal));
    findings.sort(Comparator.comparing(Finding::severity));
    return List.copyOf(findings);
  }

  /** The version published last, whether in force or still to come. */
  public Optional<Version> newest(ProcedureCode code) {
    return versions.list(code, VERSIONS).stream().max(Comparator.comparingInt(Version::number));
  }

  /** What a proposal began with, and what has been published over it since. */
  public Optional<Version> newerThanBase(Proposal proposal) {
    var base = proposal.baseVersion();
    if (proposal.code() == null || base == null) return Optional.empty();
    return newest(baseCode(proposal.kind(), proposal.code()))
        .filter(version -> version.number() > base);
  }

  /** Whose versions count: a copy is made of the ministry's procedure. */
  public static ProcedureCode baseCode(Kind kind, ProcedureCode code) {
    return kind == Kind.COPY ? code.national() : code;
  }

  /** What the proposal began with; nothing for a new procedure. */
  public Optional<DraftText> baseText(Proposal proposal) {
    if (proposal.code() == null || proposal.baseVersion() == null) return Optional.empty();
    return versions
        .find(baseCode(proposal.kind(), proposal.code()), proposal.baseVersion())
        .map(version -> DraftText.of(versions.getText(version)));
  }

  /** How it stands to what is published already. */
  private List<Finding> place(Proposal proposal) {
    var findings = new ArrayList<Finding>();
    var newest = proposal.text().code().flatMap(this::newest);
    var holds = newest.filter(version -> !version.isAbolition()).isPresent();
    if ((proposal.kind() == Kind.NEW || proposal.kind() == Kind.COPY) && holds) {
      findings.add(Finding.error("code.taken", Section.NAMES, "code"));
    }
    newerThanBase(proposal)
        .ifPresent(
            newer ->
                findings.add(
                    newer.isAbolition()
                        ? Finding.error("base.abolished", Section.NAMES, "name")
                        : Finding.error("base.outdated", Section.NAMES, "name", newer.number())));
    var unchanged =
        proposal.kind() != Kind.ABOLITION
            && baseText(proposal)
                .filter(base -> proposal.text().namesChangedSince(base).isEmpty())
                .isPresent();
    if (unchanged) findings.add(Finding.unchanged());
    var from = proposal.text().effectiveFrom();
    if (newest.isPresent()
        && from.isPresent()
        && from.get().isBefore(newest.get().effectiveFrom())) {
      findings.add(
          Finding.warning("effective.earlier", Section.DECISION, "decision.effectiveFrom"));
    }
    return findings;
  }

  private List<Finding> dates(Proposal proposal) {
    var signed = proposal.text().signedOn();
    var from = proposal.text().effectiveFrom();
    if (signed.isEmpty()) return List.of();
    var findings = new ArrayList<Finding>();
    var today = LocalDate.now(clock.withZone(CountryTime.ZONE));
    if (signed.get().isAfter(today)) {
      findings.add(Finding.error("signed.future", Section.DECISION, "decision.signedOn"));
    }
    var authority = proposal.authority();
    var terms = PublicationTerms.of(organisation.getAgency(authority).kind());
    var gone = daysBetween(signed.get(), today, authority);
    if (gone > terms.untilPublic()) {
      findings.add(
          Finding.warning(
              "deadline.public", Section.DECISION, "decision.signedOn", gone, terms.untilPublic()));
    }
    if (from.isEmpty()) return findings;
    var ahead = daysBetween(signed.get(), from.get(), authority);
    if (ahead < terms.beforeEffect()) {
      findings.add(
          Finding.warning(
              "deadline.decision",
              Section.DECISION,
              "decision.effectiveFrom",
              ahead,
              terms.beforeEffect()));
    }
    if (from.get().isBefore(today)) {
      findings.add(Finding.warning("effective.past", Section.DECISION, "decision.effectiveFrom"));
    }
    return findings;
  }

  /** Whole working days after the first day and before the last, by the agency's calendar. */
  private long daysBetween(LocalDate first, LocalDate last, AgencyId authority) {
    if (!last.isAfter(first)) return 0;
    return calendar
        .workingTimeBetween(
            first.plusDays(1).atStartOfDay(CountryTime.ZONE).toInstant(),
            last.atStartOfDay(CountryTime.ZONE).toInstant(),
            authority)
        .wholeDays();
  }

  /** Codes that lead nowhere. */
  private List<Finding> names(DraftText text) {
    var findings = new ArrayList<Finding>();
    for (var field : List.of("related", "interlinked")) {
      if (!(text.fields().get(field) instanceof List<?> codes)) continue;
      codes.stream()
          .flatMap(code -> ProcedureCode.parse(code.toString()).stream())
          .filter(code -> catalogue.find(code).isEmpty())
          .forEach(
              code ->
                  findings.add(Finding.warning("related", Section.RELATED, field, code.value())));
    }
    if (text.fields().get("agencies") instanceof Map<?, ?> agencies) {
      AGENCY_LISTS.stream()
          .flatMap(list -> unknown(list, agencies.get(list)))
          .forEach(findings::add);
    }
    return findings;
  }

  private Stream<Finding> unknown(String list, @org.jspecify.annotations.Nullable Object rows) {
    if (!(rows instanceof List<?> named)) return Stream.empty();
    return java.util.stream.IntStream.range(0, named.size())
        .filter(
            row ->
                named.get(row) instanceof Map<?, ?> agency
                    && agency.get("code") instanceof String code
                    && AgencyId.parse(code).flatMap(organisation::findAgency).isEmpty())
        .mapToObj(
            row ->
                Finding.warning(
                    "agency", Section.AGENCIES, "agencies." + list + "." + row + ".code"));
  }

  /** Two who change the same procedure should know of each other. */
  private List<Finding> others(Proposal proposal) {
    if (proposal.code() == null) return List.of();
    return proposals.listOpen(proposal.code()).stream()
        .filter(other -> !other.id().equals(proposal.id()) && other.stage() != Stage.DRAFT)
        .map(
            other ->
                Finding.warning(
                    "others", Section.NAMES, "name", organisation.getAgency(other.agency()).name()))
        .limit(1)
        .toList();
  }
}
