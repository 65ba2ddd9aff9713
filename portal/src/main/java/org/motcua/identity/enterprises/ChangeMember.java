package org.motcua.identity.enterprises;

import java.util.Optional;
import java.util.Set;
import org.motcua.identity.AccountId;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateId;
import org.motcua.identity.MandateKind;
import org.motcua.identity.Mandates;
import org.motcua.identity.NewMandate;
import org.motcua.identity.Power;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a member other powers, or takes all back: it holds from the next click. */
@Service
class ChangeMember {

  private final Members members;
  private final Mandates mandates;

  ChangeMember(Members members, Mandates mandates) {
    this.members = members;
    this.mandates = mandates;
  }

  @Transactional
  public ChangeOutcome give(AccountId enterprise, MandateId id, Set<Power> powers, CurrentUser by) {
    by.require(LevelOfAssurance.LOA2);
    members.lock(enterprise);
    var member = member(enterprise, id);
    if (member.isEmpty() || !mandates.manages(by.id(), enterprise)) {
      return new ChangeOutcome.NoMember();
    }
    if (!powers.contains(Power.MANAGE) && leavesNobody(member.get())) {
      return new ChangeOutcome.LastManager();
    }
    mandates.grant(NewMandate.member(enterprise, member.get().holder(), powers), by);
    return new ChangeOutcome.Changed();
  }

  /** By who manages, or by the member who leaves; ending asks for no surer sign-in. */
  @Transactional
  public ChangeOutcome remove(AccountId enterprise, MandateId id, CurrentUser by) {
    members.lock(enterprise);
    var member = member(enterprise, id);
    if (member.isEmpty()) return new ChangeOutcome.NoMember();
    if (leavesNobody(member.get())) return new ChangeOutcome.LastManager();
    return mandates.revoke(id, by) ? new ChangeOutcome.Changed() : new ChangeOutcome.NoMember();
  }

  private Optional<Mandate> member(AccountId enterprise, MandateId id) {
    return mandates
        .findStanding(id)
        .filter(mandate -> mandate.kind() == MandateKind.MEMBER)
        .filter(mandate -> mandate.represented().equals(enterprise));
  }

  private boolean leavesNobody(Mandate member) {
    return member.gives(Power.MANAGE) && !members.managedWithout(member);
  }
}
