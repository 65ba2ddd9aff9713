package org.motcua.catalogue.questioning;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;

/**
 * What somebody typed who asks.
 *
 * @param procedure the code of the procedure, empty for a general question
 * @param key made with the form: see {@link ReadKey}
 * @param website a trap: people do not see this field, programs fill it in
 * @param confirmed set once similar questions have been shown
 */
public record AskForm(
    String procedure,
    String key,
    String question,
    String province,
    String name,
    String email,
    String phone,
    String website,
    String confirmed) {

  public static final int SHORTEST_QUESTION = 10;
  public static final int LONGEST_QUESTION = 2000;
  public static final int LONGEST_NAME = 100;
  public static final int LONGEST_EMAIL = 200;

  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]{2,}");
  private static final Pattern PHONE = Pattern.compile("\\+?\\d{8,15}");

  public AskForm(
      @Nullable String procedure,
      @Nullable String key,
      @Nullable String question,
      @Nullable String province,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String website,
      @Nullable String confirmed) {
    this.procedure = Typed.line(procedure);
    this.key = Typed.line(key);
    this.question = Typed.text(question);
    this.province = Typed.line(province);
    this.name = Typed.line(name);
    this.email = Typed.line(email);
    this.phone = Typed.line(phone);
    this.website = Typed.line(website);
    this.confirmed = Typed.line(confirmed);
  }

  static AskForm empty(String procedure, ReadKey key) {
    return new AskForm(procedure, key.value(), "", "", "", "", "", "", "");
  }

  AskForm withKey(ReadKey fresh) {
    return new AskForm(
        procedure, fresh.value(), question, province, name, email, phone, website, confirmed);
  }

  boolean hasSeenSimilar() {
    return !confirmed.isEmpty();
  }

  /** Digits alone, however they were grouped. */
  String phoneDigits() {
    return phone.replaceAll("[ .()-]", "");
  }

  FieldErrors faults(Messages messages, Language language) {
    var faults = new ArrayList<FieldError>();
    if (question.length() < SHORTEST_QUESTION) {
      faults.add(fault("question", question.isEmpty() ? "empty" : "short", messages, language));
    }
    if (question.length() > LONGEST_QUESTION) {
      faults.add(fault("question", "long", messages, language, LONGEST_QUESTION));
    }
    if (name.length() > LONGEST_NAME) {
      faults.add(fault("name", "long", messages, language, LONGEST_NAME));
    }
    if (!email.isEmpty() && (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches())) {
      faults.add(fault("email", "form", messages, language));
    }
    if (!phone.isEmpty() && !PHONE.matcher(phoneDigits()).matches()) {
      faults.add(fault("phone", "form", messages, language));
    }
    if (!website.isEmpty()) faults.add(fault("website", "trap", messages, language));
    return new FieldErrors(List.copyOf(faults));
  }

  private static FieldError fault(
      String field, String what, Messages messages, Language language, Object... arguments) {
    return new FieldError(
        field, messages.text(language, "catalogue.ask.fault." + field + "." + what, arguments));
  }
}
