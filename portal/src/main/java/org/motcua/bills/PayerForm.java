package org.motcua.bills;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.CurrentUser;
import org.motcua.payments.Payer;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;

/** Who pays, as it stands on the receipt; anybody may, for anybody. */
public record PayerForm(String payer, String email, FieldErrors errors) {

  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}<>]{2,120}");
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s<>,;]{1,64}@[^@\\s<>,;]{1,180}\\.[^@\\s<>,;]{2,24}");

  /**
   * @param otherwise who it may be, where nobody is signed in
   */
  static PayerForm empty(@Nullable CurrentUser user, String otherwise) {
    return new PayerForm(user == null ? otherwise : user.name(), "", FieldErrors.NONE);
  }

  static PayerForm of(String payer, String email, Locale locale, Messages messages) {
    var errors = new ArrayList<FieldError>();
    var name = payer.strip();
    var address = email.strip();
    var language = Language.of(locale);
    if (!NAME.matcher(name).matches()) {
      errors.add(new FieldError("payer", messages.text(language, "bills.payer.name.wrong")));
    }
    if (!address.isEmpty() && !EMAIL.matcher(address).matches()) {
      errors.add(new FieldError("email", messages.text(language, "bills.payer.email.wrong")));
    }
    return new PayerForm(name, address, new FieldErrors(List.copyOf(errors)));
  }

  Payer payer(@Nullable CurrentUser user) {
    return new Payer(accountOf(user), payer, email.isEmpty() ? null : email);
  }

  /** Officers pay here as anybody does: theirs is no account of a citizen. */
  static @Nullable AccountId accountOf(@Nullable CurrentUser user) {
    return user == null || user.officer() ? null : user.id();
  }

  static String actorOf(@Nullable CurrentUser user) {
    return user == null ? "visitor" : user.actor();
  }
}
