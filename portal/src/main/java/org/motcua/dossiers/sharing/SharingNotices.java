package org.motcua.dossiers.sharing;

import java.util.List;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.Participation;
import org.motcua.dossiers.model.ParticipationStore;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.notifications.Notice;
import org.motcua.notifications.Notifications;
import org.motcua.platform.web.Formats;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells those who fill in a dossier together what the other has done. */
@Component
class SharingNotices {

  private final Notifications notifications;
  private final Accounts accounts;
  private final OnlineServices services;
  private final DossierStore dossiers;
  private final ParticipationStore participations;

  SharingNotices(
      Notifications notifications,
      Accounts accounts,
      OnlineServices services,
      DossierStore dossiers,
      ParticipationStore participations) {
    this.notifications = notifications;
    this.accounts = accounts;
    this.services = services;
    this.dossiers = dossiers;
    this.participations = participations;
  }

  @ApplicationModuleListener
  void on(PersonInvited event) {
    var account = event.account();
    if (account == null) return;
    participations
        .find(event.id())
        .filter(invitation -> invitation.ending() == null)
        .ifPresent(invitation -> invited(invitation, account));
  }

  private void invited(Participation invitation, AccountId guest) {
    dossiers
        .find(invitation.dossier())
        .ifPresent(
            dossier ->
                notifications.sendOnce(
                    "dossiers.invited:" + invitation.id(),
                    guest,
                    notice(
                        "invited",
                        dossier,
                        guest,
                        dossier.applicant().name(),
                        new Formats(accounts.languageOf(guest))
                            .date(invitation.until().minusSeconds(1)))));
  }

  void accepted(Participation by, String name) {
    tellOwner(by, "joined", name);
  }

  void declined(Participation by) {
    tellOwner(by, "declined", by.name());
  }

  void left(Participation by) {
    tellOwner(by, "left", by.name());
  }

  void withdrawn(Participation from) {
    var guest = from.account();
    if (guest == null) return;
    dossiers
        .find(from.dossier())
        .ifPresent(
            dossier ->
                notifications.send(
                    guest, notice("unshared", dossier, guest, dossier.applicant().name(), "")));
  }

  private void tellOwner(Participation by, String what, String name) {
    dossiers
        .find(by.dossier())
        .ifPresent(
            dossier -> {
              var owner = dossier.applicant().account();
              notifications.send(owner, notice(what, dossier, owner, name, ""));
            });
  }

  private Notice notice(String what, Dossier dossier, AccountId to, String who, String until) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    return new Notice(
        "dossiers.notice." + what,
        List.of(who, service.name().in(accounts.languageOf(to)), until),
        "/my/dossiers/" + dossier.id());
  }
}
