package org.motcua.identity.registering;

import java.util.Optional;
import org.motcua.identity.enterprises.EnterpriseStanding;
import org.motcua.identity.enterprises.Standing;
import org.motcua.organisation.TaxCode;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Asks the register whether there is such an enterprise before it gets an account. */
@Component
class EnterpriseCheck {

  private final EnterpriseStanding register;

  EnterpriseCheck(EnterpriseStanding register) {
    this.register = register;
  }

  sealed interface Checked {}

  /**
   * @param enterprise named as the register writes it
   */
  record Known(Applicant enterprise) implements Checked {}

  record Wrong(FieldErrors errors) implements Checked {}

  record NotNow(HttpStatus status, String why) implements Checked {}

  Checked check(Applicant applicant, Page page, String address) {
    var taxCode = Optional.ofNullable(applicant.taxCode()).flatMap(TaxCode::parse).orElseThrow();
    return switch (register.of(taxCode, applicant.name(), address)) {
      case Standing.Right(var name) -> new Known(applicant.named(name));
      case Standing.OtherName(var name) -> wrong("fullName", page, "otherName", name);
      case Standing.NotInRegister() -> wrong("taxCode", page, "notInRegister", "");
      case Standing.Suspended() -> wrong("taxCode", page, "suspended", "");
      case Standing.Dissolved() -> wrong("taxCode", page, "dissolved", "");
      case Standing.RegisterAway() ->
          new NotNow(
              HttpStatus.SERVICE_UNAVAILABLE, page.t("identity.register.enterprise.registerAway"));
      case Standing.TooOften() ->
          new NotNow(HttpStatus.TOO_MANY_REQUESTS, page.t("identity.signIn.slowedDown"));
    };
  }

  private static Wrong wrong(String field, Page page, String why, String name) {
    var text = page.t("identity.register.enterprise." + why, name);
    return new Wrong(FieldErrors.at(field, text));
  }
}
