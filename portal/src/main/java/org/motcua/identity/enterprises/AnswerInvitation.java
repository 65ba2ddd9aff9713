package org.motcua.identity.enterprises;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.Mandates;
import org.motcua.identity.NewMandate;
import org.motcua.identity.model.SameName;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Yes or no to an enterprise that has invited. */
@Service
class AnswerInvitation {

  private final Invitations invitations;
  private final Members members;
  private final Mandates mandates;
  private final AuditTrail audit;
  private final Clock clock;

  AnswerInvitation(
      Invitations invitations, Members members, Mandates mandates, AuditTrail audit, Clock clock) {
    this.invitations = invitations;
    this.members = members;
    this.mandates = mandates;
    this.audit = audit;
    this.clock = clock;
  }

  List<Invitation> openTo(CurrentUser user) {
    if (user.kind() != AccountKind.CITIZEN) return List.of();
    return invitations.listFor(members.numbersOf(user.id()), clock.instant()).stream()
        .filter(invitation -> SameName.is(invitation.name(), user.name()))
        .toList();
  }

  /**
   * Only a verified person: anybody may make an account in another's number, and would find what
   * that one is invited to.
   *
   * @return empty when there is no such invitation any more, or it never was for this user
   */
  @Transactional
  public Optional<AccountId> accept(UUID id, CurrentUser user) {
    user.require(LevelOfAssurance.LOA3);
    return meant(id, user)
        .map(
            invitation -> {
              mandates.grant(
                  NewMandate.member(invitation.enterprise(), user.id(), invitation.powers()), user);
              invitations.remove(id);
              record(user, "identity.invitation-accepted", invitation);
              return invitation.enterprise();
            });
  }

  @Transactional
  public void refuse(UUID id, CurrentUser user) {
    meant(id, user)
        .ifPresent(
            invitation -> {
              invitations.remove(id);
              record(user, "identity.invitation-refused", invitation);
            });
  }

  private Optional<Invitation> meant(UUID id, CurrentUser user) {
    var open = openTo(user).stream().map(Invitation::id).toList();
    return open.contains(id) ? invitations.findForUpdate(id) : Optional.empty();
  }

  private void record(CurrentUser user, String action, Invitation invitation) {
    audit.record(
        user.actor(),
        action,
        "account",
        invitation.enterprise().toString(),
        Map.of("invitation", invitation.id().toString()));
  }
}
