package org.motcua.identity.officers;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.model.EmailAddress;
import org.motcua.identity.model.Phone;
import org.motcua.organisation.Agency;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;

/** Reads what was typed about an officer; what is wrong is told at its field, all at once. */
final class OfficerCheck {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern PERSONS_NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} '’.-]*");
  private static final int LONGEST_NAME = 200;

  /** Begins with a letter, so that it is never taken for a citizen's or an enterprise's number. */
  private static final Pattern SIGN_IN_NAME =
      Pattern.compile("(?=.{4,40}$)[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*");

  private final List<FieldError> found = new ArrayList<>();
  private final Page page;

  private OfficerCheck(Page page) {
    this.page = page;
  }

  /** Either somebody to add, or what is wrong. */
  sealed interface Checked {
    record Right(NewOfficer officer) implements Checked {}

    record Wrong(FieldErrors errors) implements Checked {}
  }

  static Checked check(OfficerForm form, Agency agency, Page page) {
    var check = new OfficerCheck(page);
    var name = check.name(form.fullName());
    var signInName = check.signInName(form.signInName());
    var phone = check.phone(form.phone());
    var email = check.email(form.email());
    var possible = RolesAt.agencyOf(agency.kind());
    var roles = form.roles().stream().distinct().filter(possible::contains).toList();
    if (roles.isEmpty()) check.add("roles", "roles");
    if (phone.isEmpty() || !check.found.isEmpty()) return new Checked.Wrong(check.errors());
    return new Checked.Right(
        new NewOfficer(form.id(), agency, name, signInName, phone.get(), email, roles));
  }

  /** Either where to reach somebody, or what is wrong. */
  sealed interface CheckedContact {
    record Right(Phone phone, @Nullable String email) implements CheckedContact {}

    record Wrong(FieldErrors errors) implements CheckedContact {}
  }

  static CheckedContact check(ContactForm form, Page page) {
    var check = new OfficerCheck(page);
    var phone = check.phone(form.phone());
    var email = check.email(form.email());
    return phone.isPresent() && check.found.isEmpty()
        ? new CheckedContact.Right(phone.get(), email)
        : new CheckedContact.Wrong(check.errors());
  }

  private String name(String typed) {
    var name =
        SPACES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll(" ").strip();
    if (name.length() > LONGEST_NAME || !PERSONS_NAME.matcher(name).matches()) {
      add("fullName", "fullName");
    }
    return name;
  }

  private String signInName(String typed) {
    var name = typed.strip().toLowerCase(Locale.ROOT);
    if (!isSignInName(name)) add("signInName", "signInName");
    return name;
  }

  static boolean isSignInName(String text) {
    return SIGN_IN_NAME.matcher(text).matches();
  }

  private Optional<Phone> phone(String typed) {
    var phone = Phone.parse(typed);
    if (phone.isEmpty()) add("phone", "phone");
    return phone;
  }

  private @Nullable String email(String typed) {
    if (typed.isBlank()) return null;
    var email = EmailAddress.parse(typed);
    if (email.isEmpty()) add("email", "email");
    return email.map(EmailAddress::value).orElse(null);
  }

  private void add(String field, String message) {
    found.add(new FieldError(field, page.t("identity.officers.wrong." + message)));
  }

  private FieldErrors errors() {
    return new FieldErrors(found);
  }
}
