package org.motcua.dossiers.signing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.Signing;
import org.motcua.dossiers.model.SigningStore;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Mandates;
import org.motcua.identity.NamedPeople;
import org.motcua.identity.Person;
import org.motcua.identity.Power;
import org.springframework.stereotype.Component;

/**
 * Which applications somebody is asked to sign: in his own person, by his own citizen's number, and
 * only others' applications.
 */
@Component
public class AskedToSign {

  private static final int SHOWN = 20;

  private final SigningStore signings;
  private final DossierStore dossiers;
  private final NamedPeople people;
  private final Accounts accounts;
  private final Mandates mandates;

  AskedToSign(
      SigningStore signings,
      DossierStore dossiers,
      NamedPeople people,
      Accounts accounts,
      Mandates mandates) {
    this.signings = signings;
    this.dossiers = dossiers;
    this.people = people;
    this.accounts = accounts;
    this.mandates = mandates;
  }

  /** The latest time he was asked to sign this dossier, void or not. */
  Optional<Signing> find(Dossier dossier, CurrentUser user) {
    return number(user).flatMap(number -> latest(dossier, user, number));
  }

  private Optional<Signing> latest(Dossier dossier, CurrentUser user, String number) {
    if (dossier.belongsTo(user.id()) || isApplicants(number, dossier)) return Optional.empty();
    return signings.listOf(dossier.id()).stream()
        .filter(signing -> isFor(signing, user, number))
        .reduce((earlier, later) -> later);
  }

  /** What waits for his signature. */
  public List<Dossier> list(CurrentUser user) {
    var number = number(user);
    if (number.isEmpty()) return List.of();
    return signings.listWaitingFor(people.guardsOf(number.get()), SHOWN).stream()
        .filter(signing -> isFor(signing, user, number.get()))
        .flatMap(signing -> dossiers.find(signing.dossier()).stream())
        .filter(dossier -> dossier.open() && !dossier.belongsTo(user.id()))
        .distinct()
        .toList();
  }

  /** Whether he may do in the applicant's name what he would sign in his own. */
  boolean actsForApplicant(Dossier dossier, CurrentUser user) {
    var procedure = dossier.service().procedure().value();
    var code = dossier.code() == null ? null : dossier.code().value();
    return mandates.listStanding(dossier.applicant().account(), user.id()).stream()
        .anyMatch(
            mandate ->
                mandate.allows(Power.FILE, procedure, code)
                    || mandate.allows(Power.SIGN, procedure, code));
  }

  /** Nobody signs for another; an enterprise has no citizen's number. */
  private Optional<String> number(CurrentUser user) {
    if (user.acting() != null || user.kind() != AccountKind.CITIZEN) return Optional.empty();
    return accounts.findPerson(user.id()).map(Person::citizenId).flatMap(NamedPeople::number);
  }

  private boolean isApplicants(String number, Dossier dossier) {
    return accounts
        .findPerson(dossier.applicant().account())
        .map(Person::citizenId)
        .filter(number::equals)
        .isPresent();
  }

  private boolean isFor(Signing signing, CurrentUser user, String number) {
    var name = signing.name();
    return (name == null || NamedPeople.sameName(name, user.name()))
        && people.guardsOf(number).stream()
            .anyMatch(guard -> Arrays.equals(guard, signing.guard()));
  }
}
