package org.motcua.dossiers.signing;

import static org.motcua.dossiers.signing.NeededSigner.State.DECLINED;
import static org.motcua.dossiers.signing.NeededSigner.State.NOT_ASKED;
import static org.motcua.dossiers.signing.NeededSigner.State.NO_NUMBER;
import static org.motcua.dossiers.signing.NeededSigner.State.OWN;
import static org.motcua.dossiers.signing.NeededSigner.State.SIGNED;
import static org.motcua.dossiers.signing.NeededSigner.State.TWICE;
import static org.motcua.dossiers.signing.NeededSigner.State.VOID;
import static org.motcua.dossiers.signing.NeededSigner.State.WAITING;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.Signing;
import org.motcua.dossiers.model.SigningStore;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.Signer;
import org.motcua.forms.Situation;
import org.motcua.forms.Words;
import org.motcua.identity.Accounts;
import org.motcua.identity.NamedPeople;
import org.motcua.identity.Person;
import org.motcua.platform.clock.CountryTime;
import org.springframework.stereotype.Component;

/** Who has to sign an application besides its applicant, and who has. */
@Component
public class Signatures {

  private static final int CITIZEN = 12;

  private final SigningStore signings;
  private final SignedContent content;
  private final OnlineServices services;
  private final Accounts accounts;
  private final Clock clock;

  Signatures(
      SigningStore signings,
      SignedContent content,
      OnlineServices services,
      Accounts accounts,
      Clock clock) {
    this.signings = signings;
    this.content = content;
    this.services = services;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** In the order in which the service names them; none for most services. */
  public List<NeededSigner> of(Dossier dossier) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    if (service.signers().isEmpty()) return List.of();
    return of(dossier, service, today());
  }

  /** A signature that stands, and as what it was given. */
  public record Given(Words title, Signing.Signature signature) {}

  /** As they were given: whoever decides later on another day sees the same. */
  public List<Given> given(Dossier dossier) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    if (service.signers().isEmpty()) return List.of();
    return signings.listStanding(dossier.id()).stream()
        .flatMap(signing -> given(signing, service).stream())
        .toList();
  }

  private static Optional<Given> given(Signing signing, OnlineService service) {
    var signature = signing.signature();
    if (signature == null) return Optional.empty();
    return service.signers().stream()
        .filter(signer -> signer.id().equals(signing.signer()))
        .map(signer -> new Given(signer.title(), signature))
        .findFirst();
  }

  private List<NeededSigner> of(Dossier dossier, OnlineService service, LocalDate today) {
    var situation = service.form().situation(dossier.answers(), today);
    var contentNow = content.of(dossier, today);
    var asked = signings.listOf(dossier.id());
    var ownNumber =
        accounts.findPerson(dossier.applicant().account()).map(Person::citizenId).orElse(null);
    var found = new ArrayList<NeededSigner>();
    for (var signer : service.signersIn(situation)) {
      var number = number(signer, situation);
      var latest =
          asked.stream().filter(each -> each.signer().equals(signer.id())).reduce((a, b) -> b);
      var obstacle = obstacle(number, ownNumber, found);
      found.add(
          new NeededSigner(
              signer.id(),
              signer.title(),
              number,
              part(signer, situation, "name").orElse(null),
              obstacle.orElseGet(() -> state(latest.orElse(null), contentNow)),
              latest.orElse(null)));
    }
    return found;
  }

  private static Optional<NeededSigner.State> obstacle(
      String number, @Nullable String ownNumber, List<NeededSigner> before) {
    if (number.length() != CITIZEN || NamedPeople.number(number).isEmpty()) {
      return Optional.of(NO_NUMBER);
    }
    if (number.equals(ownNumber)) return Optional.of(OWN);
    return before.stream().anyMatch(other -> other.number().equals(number))
        ? Optional.of(TWICE)
        : Optional.empty();
  }

  private static NeededSigner.State state(@Nullable Signing latest, byte[] contentNow) {
    if (latest == null) return NOT_ASKED;
    if (latest.standsFor(contentNow)) {
      return latest.refusal() != null ? DECLINED : latest.signature() == null ? WAITING : SIGNED;
    }
    return latest.signature() == null ? NOT_ASKED : VOID;
  }

  /** An ID number's answer is a text; who somebody is has it among its parts. */
  private static String number(Signer signer, Situation situation) {
    return situation.value(signer.who()).orElse("") instanceof String text
        ? text
        : part(signer, situation, "idNumber").orElse("");
  }

  private static Optional<String> part(Signer signer, Situation situation, String part) {
    return situation.value(signer.who()).orElse("") instanceof Map<?, ?> parts
        ? Stream.ofNullable(parts.get(part)).map(String::valueOf).findFirst()
        : Optional.empty();
  }

  private LocalDate today() {
    return clock.instant().atZone(CountryTime.ZONE).toLocalDate();
  }
}
