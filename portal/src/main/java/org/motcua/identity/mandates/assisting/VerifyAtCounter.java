package org.motcua.identity.mandates.assisting;

import java.util.Map;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Person;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.NameKind;
import org.motcua.identity.model.PersonStore;
import org.motcua.identity.model.SpelledName;
import org.motcua.identity.profile.AccountFacts;
import org.motcua.identity.profile.TellHolder;
import org.motcua.identity.verifying.How;
import org.motcua.identity.verifying.Verifications;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * An officer has seen person and paper. What the paper says is compared here, not by his eye: he
 * sees nothing of the account. Where the number is the account's, the paper may also put name and
 * date of birth right: nobody else can once they are verified.
 */
@Component
class VerifyAtCounter {

  private final PersonStore persons;
  private final AccountStore accounts;
  private final AccountNames names;
  private final AccountFacts facts;
  private final Verifications verifications;
  private final TellHolder tell;
  private final AuditTrail audit;

  VerifyAtCounter(
      PersonStore persons,
      AccountStore accounts,
      AccountNames names,
      AccountFacts facts,
      Verifications verifications,
      TellHolder tell,
      AuditTrail audit) {
    this.persons = persons;
    this.accounts = accounts;
    this.names = names;
    this.facts = facts;
    this.verifications = verifications;
    this.tell = tell;
    this.audit = audit;
  }

  /** After a refusal nothing of this transaction may stand. */
  @Transactional(propagation = Propagation.MANDATORY)
  PaperFinding verify(Assistance request, SeenPaper paper, CurrentUser officer) {
    var citizen = request.citizen();
    verifications.hold(citizen);
    var person = persons.findPerson(citizen).orElseThrow();
    var account = accounts.find(citizen).orElseThrow();
    if (isOfficer(account, paper, officer)) return PaperFinding.OWN_PAPER;
    var hasNumber = hasNumber(person, paper);
    var fits = fits(person, paper);
    if (fits && hasNumber && verifications.isVerified(citizen)) return PaperFinding.VERIFIED;
    if (!hasNumber) {
      if (!fits || person.citizenId() != null) return PaperFinding.DOES_NOT_FIT;
      if (!facts.setCitizenId(citizen, paper.number().digits())) {
        return PaperFinding.NUMBER_OF_ANOTHER;
      }
    } else if (!fits) {
      if (!paper.corrects()) return PaperFinding.DOES_NOT_FIT;
      facts.correct(citizen, paper.name(), paper.born());
      verifications.noLongerVerified(citizen, officer.actor());
    }
    verifications.verified(citizen, How.COUNTER, officer.actor());
    tell(request, account, paper, fits ? "verified" : "corrected", officer);
    return PaperFinding.VERIFIED;
  }

  private void tell(
      Assistance request, Account account, SeenPaper paper, String what, CurrentUser officer) {
    audit.record(
        officer.actor(),
        "identity." + what + "-by-paper",
        "account",
        account.id().toString(),
        Map.of("paper", paper.kind()));
    tell.everywhere(
        account, "identity.assisting.told." + what, officer.name(), request.facts().agency());
  }

  /** By phone or by name: a namesake goes to another officer, which harms nobody. */
  private boolean isOfficer(Account citizen, SeenPaper paper, CurrentUser officer) {
    return accounts
        .find(officer.id())
        .filter(
            own ->
                own.phone().equals(citizen.phone())
                    || sameName(own.name(), citizen.name())
                    || sameName(own.name(), paper.name()))
        .isPresent();
  }

  private static boolean fits(Person person, SeenPaper paper) {
    return paper.born().equals(person.dateOfBirth()) && sameName(paper.name(), person.name());
  }

  /** The former number finds its account, too. */
  private boolean hasNumber(Person person, SeenPaper paper) {
    return names
        .find(NameKind.CITIZEN_ID, paper.number().digits())
        .filter(person.id()::equals)
        .isPresent();
  }

  private static boolean sameName(String one, String other) {
    return SpelledName.of(one).equals(SpelledName.of(other));
  }
}
