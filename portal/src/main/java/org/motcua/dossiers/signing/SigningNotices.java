package org.motcua.dossiers.signing;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.motcua.dossiers.model.Dossier;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.NamedPeople;
import org.motcua.notifications.Notice;
import org.motcua.notifications.Notifications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells applicants and signers what the other has done. */
@Component
public class SigningNotices {

  private final Notifications notifications;
  private final Accounts accounts;
  private final NamedPeople people;
  private final OnlineServices services;
  private final Signatures signatures;

  SigningNotices(
      Notifications notifications,
      Accounts accounts,
      NamedPeople people,
      OnlineServices services,
      Signatures signatures) {
    this.notifications = notifications;
    this.accounts = accounts;
    this.people = people;
    this.services = services;
    this.signatures = signatures;
  }

  void asked(NeededSigner signer, Dossier dossier) {
    accountOf(signer)
        .ifPresent(
            account ->
                tell(account, dossier, "sign_asked", dossier.applicant().name(), page(dossier)));
  }

  /**
   * Whoever has signed, or may still think of it; not who has declined. To be told while the draft
   * is still there, in the transaction that removes it.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void discarded(Dossier draft) {
    signatures.of(draft).stream()
        .flatMap(signer -> concerned(signer).stream())
        .distinct()
        .forEach(
            account ->
                tell(account, draft, "sign_discarded", draft.applicant().name(), "/my/dossiers"));
  }

  private Optional<AccountId> concerned(NeededSigner signer) {
    var signing = signer.signing();
    if (signing == null || signing.refusal() != null) return Optional.empty();
    var signature = signing.signature();
    if (signature != null) return Optional.of(signature.account());
    return accountOf(signer).filter(account -> isAsked(signer, signing.guard()));
  }

  /** The number may have been another when he was asked. */
  private boolean isAsked(NeededSigner signer, byte[] guard) {
    return people.guardsOf(signer.number()).stream().anyMatch(own -> Arrays.equals(own, guard));
  }

  private Optional<AccountId> accountOf(NeededSigner signer) {
    var name = signer.name();
    return name == null ? people.findByNumber(signer.number()) : people.find(signer.number(), name);
  }

  void signed(Dossier dossier, String by) {
    tell(dossier.applicant().account(), dossier, "sign_done", by, review(dossier));
  }

  void declined(Dossier dossier, String by) {
    tell(dossier.applicant().account(), dossier, "sign_declined", by, review(dossier));
  }

  void madeVoid(AccountId signer, String name, Dossier dossier) {
    tell(signer, dossier, "sign_void_signer", dossier.applicant().name(), page(dossier));
    tell(dossier.applicant().account(), dossier, "sign_void", name, review(dossier));
  }

  private void tell(AccountId to, Dossier dossier, String what, String name, String link) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var arguments = Stream.of(name, service.name().in(accounts.languageOf(to)));
    notifications.send(to, new Notice("dossiers.notice." + what, arguments.toList(), link));
  }

  private static String page(Dossier dossier) {
    return "/my/dossiers/" + dossier.id() + "/signature";
  }

  private static String review(Dossier dossier) {
    return "/my/dossiers/" + dossier.id() + "/review";
  }
}
