package org.motcua.identity.enterprises;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateId;
import org.motcua.identity.Mandates;
import org.motcua.identity.Person;
import org.motcua.identity.Power;
import org.motcua.platform.web.Page;
import org.springframework.stereotype.Component;

/** Enterprises and their members as the pages show them. */
@Component
class EnterpriseViews {

  private final Mandates mandates;
  private final Invitations invitations;
  private final AnswerInvitation answers;
  private final Accounts accounts;
  private final Clock clock;

  EnterpriseViews(
      Mandates mandates,
      Invitations invitations,
      AnswerInvitation answers,
      Accounts accounts,
      Clock clock) {
    this.mandates = mandates;
    this.invitations = invitations;
    this.answers = answers;
    this.accounts = accounts;
    this.clock = clock;
  }

  List<EnterpriseCard> memberships(CurrentUser user, Page page) {
    var all = mandates.listMemberships(user.id());
    var enterprises = accounts.findPersons(all.stream().map(Mandate::represented).toList());
    return all.stream()
        .flatMap(
            mandate ->
                Optional.ofNullable(enterprises.get(mandate.represented())).stream()
                    .map(
                        enterprise ->
                            card(
                                mandate.id().value(),
                                enterprise,
                                mandate.powers(),
                                mandate.grantedAt(),
                                page)))
        .toList();
  }

  List<EnterpriseCard> invitations(CurrentUser user, Page page) {
    var all = answers.openTo(user);
    var enterprises = accounts.findPersons(all.stream().map(Invitation::enterprise).toList());
    return all.stream()
        .flatMap(
            invitation ->
                Optional.ofNullable(enterprises.get(invitation.enterprise())).stream()
                    .map(
                        enterprise ->
                            card(
                                invitation.id(),
                                enterprise,
                                invitation.powers(),
                                invitation.invitedAt(),
                                page)))
        .toList();
  }

  private static EnterpriseCard card(
      UUID id, Person enterprise, Set<Power> powers, Instant since, Page page) {
    return new EnterpriseCard(
        id,
        enterprise.id(),
        enterprise.name(),
        enterprise.taxCode() == null ? "" : enterprise.taxCode(),
        words(powers, page),
        powers.contains(Power.MANAGE),
        since);
  }

  List<MemberRow> members(AccountId enterprise, CurrentUser viewer, Page page) {
    var all = mandates.listMembers(enterprise);
    var persons = accounts.findPersons(all.stream().map(Mandate::holder).toList());
    return all.stream()
        .flatMap(
            mandate ->
                Optional.ofNullable(persons.get(mandate.holder())).stream()
                    .map(person -> member(mandate, person, viewer, page)))
        .toList();
  }

  Optional<MemberRow> member(AccountId enterprise, MandateId id, CurrentUser viewer, Page page) {
    return members(enterprise, viewer, page).stream()
        .filter(member -> member.id().equals(id.value()))
        .findFirst();
  }

  private static MemberRow member(Mandate mandate, Person person, CurrentUser viewer, Page page) {
    return new MemberRow(
        mandate.id().value(),
        person.name(),
        end(person.citizenId()),
        words(mandate.powers(), page),
        mandate.grantedAt(),
        person.id().equals(viewer.id()));
  }

  List<InvitedRow> invited(AccountId enterprise, Page page) {
    return invitations.listOf(enterprise, clock.instant()).stream()
        .map(
            invitation ->
                new InvitedRow(
                    invitation.id(),
                    invitation.name(),
                    invitation.citizenId().digits(),
                    words(invitation.powers(), page),
                    invitation.endsAt()))
        .toList();
  }

  /** "See applications · Pay fees": in the order of their weight. */
  private static String words(Set<Power> powers, Page page) {
    return powers.stream()
        .sorted(Comparator.naturalOrder())
        .map(power -> page.t("identity.enterprises.power." + power))
        .collect(Collectors.joining(" · "));
  }

  private static String end(@Nullable String number) {
    return number == null ? "" : "•••• " + number.substring(number.length() - 4);
  }
}
