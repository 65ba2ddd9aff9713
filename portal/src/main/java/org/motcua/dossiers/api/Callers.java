package org.motcua.dossiers.api;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.eservices.ServiceSlug;
import org.motcua.identity.Accounts;
import org.motcua.identity.Acting;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateId;
import org.motcua.identity.Mandates;
import org.motcua.identity.Power;
import org.motcua.identity.SignedOnPeople;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Knows for whom a program calls. Of another's dossier it is whoever has given the person a
 * mandate, looked up at each call: ended is ended with the next one. Whether the mandate goes as
 * far as that, the use cases ask, as they do for the pages.
 */
@Component
class Callers {

  private final SignedOnPeople people;
  private final Owners owners;
  private final DossierStore dossiers;
  private final Mandates mandates;
  private final Accounts accounts;

  Callers(
      SignedOnPeople people,
      Owners owners,
      DossierStore dossiers,
      Mandates mandates,
      Accounts accounts) {
    this.people = people;
    this.owners = owners;
    this.dossiers = dossiers;
    this.mandates = mandates;
    this.accounts = accounts;
  }

  /** A dossier of a caller's, as far as that never changes. */
  record Known(Caller caller, DossierId dossier, ServiceSlug service) {}

  /** A draft that has just been begun here; so it need not be looked up. */
  void remember(Dossier begun) {
    owners.remember(begun);
  }

  Caller of(Jwt token) {
    return new Caller(person(token), token);
  }

  /** By that mandate; it must stand. */
  Caller of(Jwt token, MandateId id) {
    var person = person(token);
    var mandate =
        mandates
            .findStanding(id)
            .filter(standing -> standing.holder().equals(person.signedIn()))
            .filter(
                standing -> person.acting() == null || standing.represented().equals(person.id()))
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.FORBIDDEN, "No such mandate is held by this person now"));
    return new Caller(person.acting() == null ? acting(person, mandate) : person, token);
  }

  /** As whoever may do that with the dossier; empty where it is nobody's whom he may act for. */
  Optional<Known> of(Jwt token, UUID id, Power power) {
    var person = person(token);
    var dossier = new DossierId(id);
    return owners
        .find(dossier)
        .flatMap(
            owner ->
                owner.account().equals(person.id())
                    ? Optional.of(new Known(new Caller(person, token), dossier, owner.service()))
                    : acting(person, dossier, power)
                        .map(user -> new Known(new Caller(user, token), dossier, owner.service())));
  }

  private Optional<CurrentUser> acting(CurrentUser person, DossierId id, Power power) {
    if (person.acting() != null) return Optional.empty();
    var dossier = dossiers.find(id);
    if (dossier.isEmpty()) return Optional.empty();
    var procedure = dossier.get().service().procedure().value();
    var code = dossier.get().code() == null ? null : dossier.get().submittedCode().value();
    return mandates.listStanding(dossier.get().applicant().account(), person.id()).stream()
        .filter(mandate -> mandate.allows(Power.SEE, procedure, code))
        .min(Comparator.comparing(mandate -> !mandate.allows(power, procedure, code)))
        .map(mandate -> acting(person, mandate));
  }

  private CurrentUser acting(CurrentUser person, Mandate mandate) {
    var other = accounts.getPerson(mandate.represented());
    var acting = new Acting(person.id(), person.kind(), person.name(), mandate.id());
    return new CurrentUser(other.id(), other.kind(), other.name(), person.level(), acting);
  }

  private CurrentUser person(Jwt token) {
    return people
        .find(token)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "The token is a program's own, and no person's"));
  }
}
