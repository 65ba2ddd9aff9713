package org.motcua.dossiers.sharing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.Participation;
import org.motcua.dossiers.model.Participation.State;
import org.motcua.dossiers.model.ParticipationStore;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.notifications.Notice;
import org.motcua.notifications.Notifications;
import org.motcua.platform.web.Formats;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells those who fill in a dossier together what the other has done. */
@Component
public class SharingNotices {

  private final Notifications notifications;
  private final Accounts accounts;
  private final OnlineServices services;
  private final DossierStore dossiers;
  private final ParticipationStore participations;
  private final Clock clock;

  SharingNotices(
      Notifications notifications,
      Accounts accounts,
      OnlineServices services,
      DossierStore dossiers,
      ParticipationStore participations,
      Clock clock) {
    this.notifications = notifications;
    this.accounts = accounts;
    this.services = services;
    this.dossiers = dossiers;
    this.participations = participations;
    this.clock = clock;
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

  /**
   * In the transaction in which it was handed in. Whose date had come before is no guest any more,
   * and learns nothing of it.
   *
   * @param ended by this
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void handedIn(List<Participation> ended, Instant at) {
    ended.stream().filter(each -> each.until().isAfter(at)).forEach(this::submitted);
  }

  private void submitted(Participation guests) {
    var guest = guests.account();
    if (guest == null) return;
    dossiers
        .find(guests.dossier())
        .ifPresent(
            dossier ->
                notifications.sendOnce(
                    "dossiers.shared_submitted:" + guests.id(),
                    guest,
                    notice("shared_submitted", dossier, guest, dossier.applicant().name(), "")));
  }

  /** To be told while the draft is still there, in the transaction that removes it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void discarded(Dossier draft) {
    var now = clock.instant();
    participations.listOf(draft.id()).stream()
        .filter(each -> each.state(now) == State.JOINED)
        .flatMap(each -> Stream.ofNullable(each.account()))
        .distinct()
        .forEach(guest -> notifications.send(guest, discarded(draft, guest)));
  }

  private Notice discarded(Dossier draft, AccountId guest) {
    var arguments = arguments(draft, guest, draft.applicant().name(), "");
    return new Notice("dossiers.notice.shared_discarded", arguments, "/my/dossiers");
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
    return new Notice(
        "dossiers.notice." + what,
        arguments(dossier, to, who, until),
        "/my/dossiers/" + dossier.id());
  }

  private List<String> arguments(Dossier dossier, AccountId to, String who, String until) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    return List.of(who, service.name().in(accounts.languageOf(to)), until);
  }
}
