package org.motcua.dossiers.tracking;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.telling.Histories;
import org.motcua.dossiers.telling.Looks;
import org.motcua.eservices.OnlineServices;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The dossiers of an agency and of those below it, for the agency's own system. A client sees no
 * other agency's dossiers, whatever it asks for.
 */
@RestController
@RequestMapping("/api/dossiers")
@PreAuthorize("hasAuthority('SCOPE_dossiers.read')")
@Tag(name = "Dossiers")
class DossiersApi {

  private static final int AT_MOST = 200;

  private final DossierStore dossiers;
  private final OnlineServices services;
  private final Organisation organisation;
  private final Histories histories;
  private final Messages messages;
  private final Looks looks;

  DossiersApi(
      DossierStore dossiers,
      OnlineServices services,
      Organisation organisation,
      Histories histories,
      Messages messages,
      Looks looks) {
    this.dossiers = dossiers;
    this.services = services;
    this.organisation = organisation;
    this.histories = histories;
    this.messages = messages;
    this.looks = looks;
  }

  /**
   * One of an agency's dossiers.
   *
   * @param status the national number, 1 to 10
   * @param applicant the name, shortened so that it tells nobody who it is
   */
  record Item(
      String code,
      String procedure,
      String service,
      String agency,
      int status,
      String statusName,
      String applicant,
      @Nullable Instant submittedAt,
      @Nullable Instant dueAt,
      @Nullable List<Event> history) {}

  /**
   * @param note what happened, in a word or two; no name and no officer's words
   */
  record Event(Instant at, int status, String statusName, String note) {}

  /**
   * @param next what to give as {@code after} for the next page; none on the last
   */
  record Listing(List<Item> items, @Nullable String next) {}

  @Operation(summary = "Dossiers under an agency, in the order they were begun")
  @GetMapping
  Listing list(
      @RequestParam Optional<String> agency,
      @RequestParam Optional<UUID> after,
      @RequestParam(defaultValue = "50") int limit,
      @AuthenticationPrincipal Jwt token) {
    var own = agencyOf(token);
    var asked = agency.map(DossiersApi::parsed).orElse(own);
    requireWithin(asked, own);
    int size = withinBounds(limit);
    var found = dossiers.listUnder(asked, after.map(DossierId::new).orElse(null), size + 1);
    var page = found.subList(0, Math.min(size, found.size()));
    looks.programReads(page, clientOf(token), own);
    return new Listing(
        page.stream().map(dossier -> item(dossier, null)).toList(),
        found.size() > size ? page.getLast().id().toString() : null);
  }

  private static int withinBounds(int limit) {
    if (limit >= 1 && limit <= AT_MOST) return limit;
    throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit must be from 1 to " + AT_MOST);
  }

  @Operation(summary = "One dossier with what happened to it")
  @GetMapping("/{code:(?![0-9a-fA-F]{8}-).+}")
  Item get(@PathVariable String code, @AuthenticationPrincipal Jwt token) {
    var dossier =
        DossierCode.parse(code)
            .flatMap(dossiers::find)
            .filter(found -> isWithin(found.decidingAgency(), agencyOf(token)))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    looks.programReads(List.of(dossier), clientOf(token), agencyOf(token));
    var history =
        dossiers.historyOf(dossier.id()).stream()
            .filter(entry -> !entry.status().draft())
            .map(this::event)
            .toList();
    return item(dossier, history);
  }

  private Item item(Dossier dossier, @Nullable List<Event> history) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    return new Item(
        dossier.submittedCode().value(),
        dossier.service().procedure().value(),
        service.name().vi(),
        dossier.decidingAgency().value(),
        dossier.status().national(),
        statusName(dossier.status()),
        shortened(dossier.applicant().name()),
        dossier.term().submittedAt(),
        dossier.term().dueAt(),
        history);
  }

  private Event event(HistoryEntry entry) {
    return new Event(
        entry.at(),
        entry.status().national(),
        statusName(entry.status()),
        histories.title(entry, Language.VIETNAMESE));
  }

  private String statusName(DossierStatus status) {
    return messages.text(
        Language.VIETNAMESE, "dossiers.status." + status.name().toLowerCase(Locale.ROOT));
  }

  /** {@code Nguyễn Thị Mai} is told as {@code N. T. Mai}. */
  private static String shortened(String name) {
    var parts = name.strip().split("\\s+");
    var told = new StringBuilder();
    for (int i = 0; i < parts.length - 1; i++) told.append(parts[i].charAt(0)).append(". ");
    return told.append(parts[parts.length - 1]).toString();
  }

  private void requireWithin(AgencyId asked, AgencyId own) {
    if (!isWithin(asked, own)) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "The token is for " + own + " and the agencies below it");
    }
  }

  private boolean isWithin(AgencyId inner, AgencyId outer) {
    return inner.equals(outer)
        || organisation.findAgency(inner).map(Agency::id).isPresent()
            && organisation.isWithin(inner, outer);
  }

  private static AgencyId agencyOf(Jwt token) {
    var claim = token.getClaimAsString("agency");
    if (claim == null) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "The client belongs to no agency");
    }
    return new AgencyId(claim);
  }

  private static String clientOf(Jwt token) {
    return Objects.requireNonNull(token.getSubject(), "Every token of ours names its client");
  }

  private static AgencyId parsed(String code) {
    return AgencyId.parse(code)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "Not an agency's code, such as 000.00.00.H49"));
  }
}
