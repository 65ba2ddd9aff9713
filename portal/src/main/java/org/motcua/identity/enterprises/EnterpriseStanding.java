package org.motcua.identity.enterprises;

import java.time.Duration;
import java.util.regex.Pattern;
import org.motcua.identity.model.SameName;
import org.motcua.identity.registers.EnterpriseRegister;
import org.motcua.identity.registers.EnterpriseRegister.Enterprise;
import org.motcua.identity.registers.Purpose;
import org.motcua.identity.registers.RegisterOutOfOrder;
import org.motcua.organisation.TaxCode;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.springframework.stereotype.Component;

/** Whether there is an enterprise of this tax code and name, and whether it does business. */
@Component
public class EnterpriseStanding {

  /** Names are written with quotation marks, dashes and full stops, or without. */
  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}&+]+");

  private static final Limit PER_ADDRESS = new Limit(30, Duration.ofMinutes(10));

  private final EnterpriseRegister register;
  private final RateLimits limits;

  EnterpriseStanding(EnterpriseRegister register, RateLimits limits) {
    this.register = register;
    this.limits = limits;
  }

  /**
   * @param address the network address of the one who asks
   */
  public Standing of(TaxCode taxCode, String name, String address) {
    if (!limits.tryConsume("identity.enterprise-standing:" + address, PER_ADDRESS)) {
      return new Standing.TooOften();
    }
    try {
      return register
          .find(taxCode, Purpose.REGISTRATION)
          .map(enterprise -> standing(enterprise, name))
          .orElseGet(Standing.NotInRegister::new);
    } catch (RegisterOutOfOrder later) {
      return new Standing.RegisterAway();
    }
  }

  private static Standing standing(Enterprise enterprise, String name) {
    return switch (enterprise.state()) {
      case SUSPENDED -> new Standing.Suspended();
      case DISSOLVED -> new Standing.Dissolved();
      case ACTIVE ->
          SameName.is(plain(enterprise.name()), plain(name))
              ? new Standing.Right(enterprise.name())
              : new Standing.OtherName(enterprise.name());
    };
  }

  private static String plain(String name) {
    return MARKS.matcher(name).replaceAll(" ");
  }
}
