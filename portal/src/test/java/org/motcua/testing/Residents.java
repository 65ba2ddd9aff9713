package org.motcua.testing;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.NewAccount;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.web.Language;

/** People with an account of their own for one test, so that the demo people stay as they are. */
public final class Residents {

  public static final LocalDate BORN = LocalDate.of(1991, 6, 15);

  private static final AtomicInteger made = new AtomicInteger(100);

  /**
   * @param number of the identity card, or the insurer's
   */
  public record Resident(AccountId id, String name, String number, String phone) {

    public CurrentUser user() {
      return new CurrentUser(id, AccountKind.CITIZEN, name);
    }

    /** Signed in as a verified person. */
    public CurrentUser verified() {
      return new CurrentUser(id, AccountKind.CITIZEN, name, LevelOfAssurance.LOA3, null);
    }
  }

  /** Not yet known to any register. */
  public static Resident withCitizenId(AccountStore accounts) {
    var number = made.incrementAndGet();
    return registered(accounts, "022191%06d".formatted(number), true, number);
  }

  public static Resident withFormerNumber(AccountStore accounts) {
    var number = made.incrementAndGet();
    return registered(accounts, "100%06d".formatted(number), true, number);
  }

  public static Resident withInsuranceNumber(AccountStore accounts) {
    var number = made.incrementAndGet();
    return registered(accounts, "2291%06d".formatted(number), false, number);
  }

  /** Known to the registers as the account says. */
  public static Resident known(AccountStore accounts) {
    var resident = withCitizenId(accounts);
    Registers.person(resident.number(), null, resident.name(), BORN.toString(), resident.phone());
    return resident;
  }

  private static Resident registered(
      AccountStore accounts, String ofWhom, boolean card, int number) {
    var resident =
        new Resident(
            new AccountId(NewId.next()), "Đào Thị Cẩm Vân", ofWhom, "+84913%06d".formatted(number));
    accounts.add(
        new NewAccount(
            resident.id().value(),
            AccountKind.CITIZEN,
            resident.name(),
            card ? ofWhom : null,
            card ? null : ofWhom,
            null,
            null,
            BORN,
            null,
            resident.phone(),
            null,
            null,
            Language.VIETNAMESE,
            "no password"));
    return resident;
  }

  private Residents() {}
}
