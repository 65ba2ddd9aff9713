package org.motcua.dossiers.telling;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.Participation;
import org.motcua.dossiers.model.ParticipationStore;
import org.motcua.dossiers.model.Signing;
import org.motcua.dossiers.model.SigningStore;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.AccountId;
import org.motcua.identity.DataHolder;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/** Others' dossiers with which somebody has helped, which he has signed, or has not wanted to. */
@Component
class HeldSharing implements DataHolder {

  private static final int PAGE = 50;

  private final ParticipationStore participations;
  private final SigningStore signings;
  private final DossierStore dossiers;
  private final OnlineServices services;

  HeldSharing(
      ParticipationStore participations,
      SigningStore signings,
      DossierStore dossiers,
      OnlineServices services) {
    this.participations = participations;
    this.signings = signings;
    this.dossiers = dossiers;
    this.services = services;
  }

  @Override
  public void handOut(AccountId person, Parcel parcel) {
    var language = parcel.language();
    parcel.put(
        "dossiers.participation", joined(person).flatMap(each -> facts(each, language).stream()));
    parcel.put(
        "dossiers.signature", signed(person).flatMap(each -> facts(each, language).stream()));
    parcel.put(
        "dossiers.refusal",
        declined(person).flatMap(each -> refusalFacts(each, language).stream()));
  }

  private Stream<Participation> joined(AccountId person) {
    return DataHolder.all(
        PAGE,
        (@Nullable Participation last) ->
            participations.listOf(person, last == null ? null : last.id(), PAGE));
  }

  private Stream<Signing> signed(AccountId person) {
    return DataHolder.all(
        PAGE,
        (@Nullable Signing last) ->
            signings.listSignedBy(person, last == null ? null : last.id(), PAGE));
  }

  private Stream<Signing> declined(AccountId person) {
    return DataHolder.all(
        PAGE,
        (@Nullable Signing last) ->
            signings.listDeclinedBy(person, last == null ? null : last.id(), PAGE));
  }

  private Optional<Map<String, ?>> facts(Participation each, Language language) {
    return dossier(each.dossier())
        .map(
            dossier ->
                DataHolder.facts(
                    "service", name(dossier, language),
                    "owner", dossier.applicant().name(),
                    "acceptedAt", each.acceptedAt(),
                    "until", each.until()));
  }

  private Optional<Map<String, ?>> facts(Signing each, Language language) {
    return dossier(each.dossier())
        .map(
            dossier ->
                DataHolder.facts(
                    "service", name(dossier, language),
                    "owner", dossier.applicant().name(),
                    "signedAt", requireNonNull(each.signature()).at()));
  }

  private Optional<Map<String, ?>> refusalFacts(Signing each, Language language) {
    var refusal = requireNonNull(each.refusal());
    return dossier(each.dossier())
        .map(
            dossier ->
                DataHolder.facts(
                    "service", name(dossier, language),
                    "owner", dossier.applicant().name(),
                    "declinedAt", refusal.at(),
                    "why", refusal.why()));
  }

  private Optional<Dossier> dossier(DossierId id) {
    return dossiers.find(id);
  }

  private String name(Dossier dossier, Language language) {
    var service = dossier.service();
    return services.get(service.slug(), service.version()).name().in(language);
  }
}
