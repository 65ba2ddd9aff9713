package org.motcua.identity.profile;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.codes.Recipient;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.EmailAddress;
import org.motcua.identity.model.Phone;

/** By what a holder is reached, and how its pages speak of it. */
enum Contact {
  PHONE(ChangeKind.PHONE) {
    @Override
    Optional<Recipient> read(String typed) {
      return Phone.parse(typed).map(Recipient::phone);
    }

    @Override
    Recipient of(Account account) {
      return Recipient.phone(account.phone());
    }
  },

  EMAIL(ChangeKind.EMAIL) {
    @Override
    Optional<Recipient> read(String typed) {
      return EmailAddress.parse(typed).map(Recipient::mail);
    }

    @Override
    @Nullable Recipient of(Account account) {
      var email = account.email();
      return email == null ? null : Recipient.mail(email);
    }
  };

  private final ChangeKind kind;

  Contact(ChangeKind kind) {
    this.kind = kind;
  }

  /** As its address names it. */
  static Contact named(String word) {
    return word.equals(PHONE.kind.word()) ? PHONE : EMAIL;
  }

  abstract Optional<Recipient> read(String typed);

  /** The account's present one. */
  abstract @Nullable Recipient of(Account account);

  ChangeKind kind() {
    return kind;
  }

  String word() {
    return kind.word();
  }

  /** What the keys of its words begin with. */
  String words() {
    return "identity.change." + word();
  }

  /** One's own is shown whole: a new one was typed a moment ago, perhaps wrongly. */
  static @Nullable String shown(@Nullable Recipient recipient) {
    return switch (recipient) {
      case null -> null;
      case Recipient.ToPhone(var phone) -> phone.local();
      case Recipient.ToMailbox(var email) -> email.value();
    };
  }
}
