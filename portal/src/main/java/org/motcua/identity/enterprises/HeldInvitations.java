package org.motcua.identity.enterprises;

import java.time.Clock;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.DataHolder;
import org.motcua.identity.Person;
import org.motcua.platform.web.Messages;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Enterprises that wait for a person's answer; memberships are mandates. */
@Component
@Order(6)
class HeldInvitations implements DataHolder {

  private final Invitations invitations;
  private final Members members;
  private final Accounts accounts;
  private final Messages messages;
  private final Clock clock;

  HeldInvitations(
      Invitations invitations, Members members, Accounts accounts, Messages messages, Clock clock) {
    this.invitations = invitations;
    this.members = members;
    this.accounts = accounts;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public void handOut(AccountId person, Parcel parcel) {
    parcel.put(
        "identity.invitation",
        invitations.listFor(members.numbersOf(person), clock.instant()).stream()
            .map(
                invitation ->
                    DataHolder.facts(
                        "at", invitation.invitedAt(),
                        "enterprise",
                            accounts
                                .findPerson(invitation.enterprise())
                                .map(Person::name)
                                .orElse(null),
                        "powers",
                            invitation.powers().stream()
                                .sorted()
                                .map(
                                    power ->
                                        new Coded(
                                            power.name(),
                                            messages.text(
                                                parcel.language(),
                                                "identity.enterprises.power." + power)))
                                .toList(),
                        "endsAt", invitation.endsAt())));
  }
}
