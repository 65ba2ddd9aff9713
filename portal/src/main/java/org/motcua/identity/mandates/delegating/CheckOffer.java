package org.motcua.identity.mandates.delegating;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.MandateScope;
import org.motcua.identity.MandateSubjects.Subject;
import org.motcua.identity.Power;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.CitizenId;
import org.motcua.identity.model.SocialInsuranceNumber;
import org.motcua.organisation.TaxCode;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.stereotype.Component;

/** Reads the form; what is wrong is told at its field, all at once. */
@Component
class CheckOffer {

  /** MANAGE is for an enterprise's members alone. */
  static final Set<Power> TO_GIVE = EnumSet.of(Power.SEE, Power.FILE, Power.PAY, Power.SIGN);

  private static final int LONGEST_NAME = 200;
  private static final int YEARS = 5;

  private final AccountNames names;
  private final Subjects subjects;
  private final Clock clock;

  CheckOffer(AccountNames names, Subjects subjects, Clock clock) {
    this.names = names;
    this.subjects = subjects;
    this.clock = clock;
  }

  /** Either what is to be offered, or what is wrong. */
  sealed interface Checked {
    record Right(String number, String name, Set<Power> powers, MandateScope scope, Instant until)
        implements Checked {}

    record Wrong(FieldErrors errors) implements Checked {}
  }

  Checked check(OfferForm form, CurrentUser giver, Page page) {
    var findings = new ArrayList<FieldError>();
    var number = number(form.number()).filter(typed -> !isOwn(typed, giver)).orElse(null);
    if (number == null) {
      findings.add(
          error(page, "number", number(form.number()).isPresent() ? "ownNumber" : "number"));
    }
    var name = form.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) findings.add(error(page, "name", "name"));
    var powers = powers(form.powers());
    if (powers.isEmpty()) findings.add(error(page, "powers", "powers"));
    var scope = scope(form, giver, page, findings);
    var until = until(form, page, findings);
    if (number == null || scope == null || until == null || !findings.isEmpty()) {
      return new Checked.Wrong(new FieldErrors(findings));
    }
    return new Checked.Right(number, name, powers, scope, until);
  }

  private static Optional<String> number(String typed) {
    return CitizenId.parse(typed)
        .map(CitizenId::digits)
        .or(() -> SocialInsuranceNumber.parse(typed).map(SocialInsuranceNumber::digits))
        .or(() -> TaxCode.parse(typed).map(TaxCode::digits));
  }

  private boolean isOwn(String number, CurrentUser giver) {
    return names.listOf(giver.id()).contains(number);
  }

  private static Set<Power> powers(List<String> chosen) {
    var powers = EnumSet.noneOf(Power.class);
    TO_GIVE.stream().filter(power -> chosen.contains(power.name())).forEach(powers::add);
    return powers;
  }

  private @Nullable MandateScope scope(
      OfferForm form, CurrentUser giver, Page page, List<FieldError> findings) {
    switch (form.scope()) {
      case OfferForm.ALL:
        return new MandateScope.All();
      case OfferForm.PROCEDURE:
        if (has(subjects.procedures(page.language()), form.procedure())) {
          return new MandateScope.Procedure(form.procedure());
        }
        findings.add(error(page, "procedure", "procedure"));
        return null;
      case OfferForm.DOSSIER:
        if (has(subjects.dossiersOf(giver.id(), page.language()), form.dossier())) {
          return new MandateScope.Dossier(form.dossier());
        }
        findings.add(error(page, "dossier", "dossier"));
        return null;
      default:
        findings.add(error(page, "scope", "scope"));
        return null;
    }
  }

  private static boolean has(List<Subject> known, String code) {
    return known.stream().anyMatch(subject -> subject.code().equals(code));
  }

  /** The end of the last day. */
  private @Nullable Instant until(OfferForm form, Page page, List<FieldError> findings) {
    var today = LocalDate.now(clock.withZone(CountryTime.ZONE));
    var day = form.until().toDate().orElse(null);
    if (day == null) {
      findings.add(error(page, "until", "until"));
      return null;
    }
    if (day.isBefore(today) || day.isAfter(today.plusYears(YEARS))) {
      findings.add(error(page, "until", "untilOutOfRange"));
      return null;
    }
    return day.plusDays(1).atStartOfDay(CountryTime.ZONE).toInstant();
  }

  private static FieldError error(Page page, String field, String message) {
    return new FieldError(field, page.t("identity.delegations.wrong." + message));
  }
}
