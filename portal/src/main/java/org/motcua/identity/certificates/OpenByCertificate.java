package org.motcua.identity.certificates;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.changes.AccountChanges;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.SameName;
import org.motcua.identity.model.TypedName;
import org.motcua.identity.verifying.How;
import org.motcua.identity.verifying.Verifications;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leads from a proven certificate to the account of its number. The first time is told to the
 * holder; one that the holder has taken off opens nothing until it is added again.
 */
@Service
class OpenByCertificate {

  private final AccountStore accounts;
  private final Certificates certificates;
  private final AccountChanges changes;
  private final Verifications verifications;
  private final Clock clock;

  OpenByCertificate(
      AccountStore accounts,
      Certificates certificates,
      AccountChanges changes,
      Verifications verifications,
      Clock clock) {
    this.accounts = accounts;
    this.certificates = certificates;
    this.changes = changes;
    this.verifications = verifications;
    this.clock = clock;
  }

  sealed interface Opening {

    record Opened(AccountId account) implements Opening {}

    record NoAccount(AccountKind kind) implements Opening {}

    record TakenOff() implements Opening {}
  }

  enum Registering {
    DONE,
    OTHER_NUMBER,
    OTHER_NAME
  }

  @Transactional
  Opening open(CertificateProof.Good proof) {
    var account = accountOf(proof.number());
    if (account.isEmpty()) return new Opening.NoAccount(proof.number().kind());
    var id = account.get().id();
    var known = certificates.find(proof.certificate()).filter(it -> it.account().equals(id));
    if (known.isPresent() && known.get().removedAt() != null) return new Opening.TakenOff();
    if (known.isEmpty()) add("account:" + id, id, proof);
    certificates.used(proof.certificate(), clock.instant());
    return new Opening.Opened(id);
  }

  /**
   * Here, and only here, it verifies the person: whoever holds the certificate has also shown the
   * account's password and code. To sign in with it says nothing of who made the account.
   */
  @Transactional
  Registering register(CurrentUser user, CertificateProof.Good proof) {
    verifications.hold(user.id());
    var account = accountOf(proof.number()).filter(found -> found.id().equals(user.id()));
    if (account.isEmpty()) return Registering.OTHER_NUMBER;
    if (user.kind() == AccountKind.CITIZEN && !names(proof, account.get())) {
      return Registering.OTHER_NAME;
    }
    var known = certificates.find(proof.certificate());
    var there =
        known.isPresent()
            && known.get().removedAt() == null
            && known.get().account().equals(user.id());
    if (!there) add(user.actor(), user.id(), proof);
    if (user.kind() == AccountKind.CITIZEN) {
      verifications.verified(user.id(), How.CERTIFICATE, user.actor());
    }
    return Registering.DONE;
  }

  /** Removed twice is removed once. */
  @Transactional
  void takeOff(CurrentUser user, UUID id) {
    var certificate = certificates.find(user.id(), id);
    if (certificate.isEmpty() || !certificates.remove(user.id(), id, clock.instant())) return;
    changes.record(
        user.actor(),
        user.id(),
        "identity.certificate-removed",
        Map.of("certificate", id),
        "identity.certificates.sms.removed",
        certificate.get().issuer());
  }

  private void add(String actor, AccountId account, CertificateProof.Good proof) {
    certificates.put(account, proof.certificate(), clock.instant());
    changes.record(
        actor,
        account,
        "identity.certificate-added",
        Map.of(),
        "identity.certificates.sms.added",
        Certificates.name(proof.certificate().getIssuerX500Principal()));
  }

  private static boolean names(CertificateProof.Good proof, Account account) {
    var name = Certificates.name(proof.certificate().getSubjectX500Principal());
    return SameName.is(name, account.name());
  }

  private Optional<Account> accountOf(HolderNumber number) {
    return accounts.listByTypedName(TypedName.of(number.digits())).stream()
        .filter(account -> account.kind() == number.kind())
        .findFirst();
  }
}
