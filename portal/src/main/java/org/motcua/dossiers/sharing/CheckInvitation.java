package org.motcua.dossiers.sharing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.Parts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.NamedPeople;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.stereotype.Component;

/** Reads the form; what is wrong is told at its field, all at once. */
@Component
class CheckInvitation {

  private static final int LONGEST_NAME = 200;
  private static final int MOST_DAYS = 180;

  private final NamedPeople people;
  private final Clock clock;

  CheckInvitation(NamedPeople people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  /** Either who is to be invited to what, or what is wrong. */
  sealed interface Checked {
    record Right(String number, String name, Parts parts, boolean seesAll, Instant until)
        implements Checked {}

    record Wrong(FieldErrors errors) implements Checked {}
  }

  /**
   * @param offered the parts there are
   */
  Checked check(
      InvitationForm form, Dossier dossier, List<Choice> offered, CurrentUser user, Page page) {
    var findings = new ArrayList<FieldError>();
    var number = NamedPeople.number(form.number()).orElse(null);
    if (number == null) findings.add(error(page, "number", "number"));
    else if (isOwn(number, dossier, user)) findings.add(error(page, "number", "own_number"));
    var name = form.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) findings.add(error(page, "name", "name"));
    var parts = parts(form, offered, page, findings);
    var until = until(form, page, findings);
    if (number == null || parts == null || until == null || !findings.isEmpty()) {
      return new Checked.Wrong(new FieldErrors(findings));
    }
    return new Checked.Right(number, name, parts, form.seesAll(), until);
  }

  /** Of the one whose application it is, and of the one who acts for him. */
  private boolean isOwn(String number, Dossier dossier, CurrentUser user) {
    var guard = people.guard(number);
    return Stream.of(dossier.applicant().account(), user.signedIn())
        .flatMap(account -> people.guardsOf(account).stream())
        .anyMatch(own -> Arrays.equals(own, guard));
  }

  private static @Nullable Parts parts(
      InvitationForm form, List<Choice> offered, Page page, List<FieldError> findings) {
    if (form.scope().equals(InvitationForm.ALL)) return Parts.ALL;
    if (!form.scope().equals(InvitationForm.SOME)) {
      findings.add(error(page, "scope", "scope"));
      return null;
    }
    var chosen =
        offered.stream().map(Choice::value).filter(part -> form.parts().contains(part)).toList();
    if (chosen.isEmpty()) {
      findings.add(error(page, "parts", "parts"));
      return null;
    }
    return Parts.of(chosen);
  }

  /** The end of the last day. */
  private @Nullable Instant until(InvitationForm form, Page page, List<FieldError> findings) {
    var today = LocalDate.now(clock.withZone(CountryTime.ZONE));
    var day = form.until().toDate().orElse(null);
    if (day == null) {
      findings.add(error(page, "until", "until"));
      return null;
    }
    if (day.isBefore(today) || day.isAfter(today.plusDays(MOST_DAYS))) {
      findings.add(error(page, "until", "until_out_of_range"));
      return null;
    }
    return day.plusDays(1).atStartOfDay(CountryTime.ZONE).toInstant();
  }

  private static FieldError error(Page page, String field, String message) {
    return new FieldError(field, page.t("dossiers.sharing.wrong." + message));
  }
}
