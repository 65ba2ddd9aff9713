package org.motcua.identity.enterprises;

import java.time.Duration;
import java.util.Optional;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.certificates.CertifiedEnterprise;
import org.motcua.identity.enterprises.FoundingOutcome.Refused;
import org.motcua.identity.enterprises.FoundingOutcome.Why;
import org.motcua.identity.registers.EnterpriseRegister;
import org.motcua.identity.registers.EnterpriseRegister.Enterprise;
import org.motcua.identity.registers.Purpose;
import org.motcua.identity.registers.RegisterOutOfOrder;
import org.motcua.organisation.TaxCode;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.springframework.stereotype.Service;

/**
 * Whether a verified person represents an enterprise: the register says so, or the enterprise's own
 * certificate, which an authority has given to its representative. Who does gets to manage it.
 */
@Service
class FoundEnterprise {

  private static final Limit PER_PERSON = new Limit(20, Duration.ofHours(1));

  private final EnterpriseRegister register;
  private final Members members;
  private final TakeManagement takeManagement;
  private final RateLimits limits;

  FoundEnterprise(
      EnterpriseRegister register,
      Members members,
      TakeManagement takeManagement,
      RateLimits limits) {
    this.register = register;
    this.members = members;
    this.takeManagement = takeManagement;
    this.limits = limits;
  }

  FoundingOutcome byRegister(CurrentUser user, TaxCode taxCode) {
    user.require(LevelOfAssurance.LOA3);
    if (tooOften(user)) return Refused.because(Why.TOO_OFTEN);
    try {
      return register
          .find(taxCode, Purpose.ENTERPRISE)
          .map(enterprise -> byRegister(user, enterprise))
          .orElseGet(() -> Refused.because(Why.NOT_IN_REGISTER));
    } catch (RegisterOutOfOrder later) {
      return Refused.because(Why.REGISTER_AWAY);
    }
  }

  private FoundingOutcome byRegister(CurrentUser user, Enterprise enterprise) {
    var refused = refused(enterprise);
    if (refused.isPresent()) return refused.get();
    return enterprise.isRepresentedBy(members.numbersOf(user.id()))
        ? takeManagement.by(user, enterprise.taxCode(), enterprise.name(), "register")
        : new Refused(Why.NOT_ITS_REPRESENTATIVE, enterprise.name());
  }

  /**
   * The register is asked, too, but only what it knows against the enterprise counts: an enterprise
   * too young for it, or with a representative under another number, has its certificate already.
   */
  FoundingOutcome byCertificate(CurrentUser user, CertifiedEnterprise certified) {
    user.require(LevelOfAssurance.LOA3);
    if (tooOften(user)) return Refused.because(Why.TOO_OFTEN);
    if (certified.representative().isEmpty()) {
      return new Refused(Why.NOBODY_ON_CERTIFICATE, certified.name());
    }
    if (!members.numbersOf(user.id()).contains(certified.representative().get())) {
      return new Refused(Why.ANOTHER_ON_CERTIFICATE, certified.name());
    }
    var registered = ifRegisterAnswers(certified.taxCode());
    var refused = registered.flatMap(FoundEnterprise::refused);
    if (refused.isPresent()) return refused.get();
    var name = registered.map(Enterprise::name).orElse(certified.name());
    return takeManagement.by(user, certified.taxCode(), name, "certificate");
  }

  private Optional<Enterprise> ifRegisterAnswers(TaxCode taxCode) {
    try {
      return register.find(taxCode, Purpose.ENTERPRISE);
    } catch (RegisterOutOfOrder goOnWithoutIt) {
      return Optional.empty();
    }
  }

  private static Optional<FoundingOutcome> refused(Enterprise enterprise) {
    return switch (enterprise.state()) {
      case ACTIVE -> Optional.empty();
      case SUSPENDED -> Optional.of(new Refused(Why.SUSPENDED, enterprise.name()));
      case DISSOLVED -> Optional.of(new Refused(Why.DISSOLVED, enterprise.name()));
    };
  }

  private boolean tooOften(CurrentUser user) {
    return !limits.tryConsume("identity.found-enterprise:" + user.id(), PER_PERSON);
  }
}
