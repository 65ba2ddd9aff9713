package org.motcua.payments.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.Agency;
import org.motcua.payments.Beneficiary;
import org.motcua.platform.web.ui.Crumb;

/**
 * Where one agency is paid.
 *
 * @param account where its fees go: its own, or that of one above it; null: it takes none online
 * @param above the way down to it
 * @param typed as the form has it
 */
public record AccountView(
    Agency agency,
    @Nullable Beneficiary account,
    List<Crumb> above,
    List<Below> below,
    Typed typed,
    boolean saved) {

  /**
   * @param own whether it has an account of its own
   */
  public record Below(Agency agency, boolean own) {}

  public record Typed(String name, String account, String bank) {

    static Typed of(@Nullable Beneficiary own) {
      return own == null ? new Typed("", "", "") : new Typed(own.name(), own.account(), own.bank());
    }
  }

  public boolean own() {
    return account != null && account.owner().equals(agency.id().value());
  }

  public String page() {
    return address(agency);
  }

  public static String address(Agency agency) {
    return AccountsController.PATH + "?agency=" + agency.id().value();
  }
}
