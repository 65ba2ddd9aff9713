package org.motcua.dossiers.signing;

import java.util.stream.Stream;
import org.motcua.dossiers.model.Dossier;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.notifications.Notice;
import org.motcua.notifications.Notifications;
import org.springframework.stereotype.Component;

/** Tells applicants and signers what the other has done. */
@Component
class SigningNotices {

  private final Notifications notifications;
  private final Accounts accounts;
  private final OnlineServices services;

  SigningNotices(Notifications notifications, Accounts accounts, OnlineServices services) {
    this.notifications = notifications;
    this.accounts = accounts;
    this.services = services;
  }

  void asked(AccountId signer, Dossier dossier) {
    tell(signer, dossier, "sign_asked", dossier.applicant().name(), page(dossier));
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
